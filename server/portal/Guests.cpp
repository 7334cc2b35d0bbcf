#include "server/portal/Guests.h"

#include <chrono>

namespace sipenduduk {

namespace {

constexpr qsizetype MaxGuests = 10'000;
constexpr std::chrono::minutes GuestLife{30};

} // namespace

void Guests::remember(const QByteArray &id, const QString &email, const QString &onward,
                      const QDateTime &now)
{
    const QMutexLocker lock(&m_mutex);
    if (m_guests.size() >= MaxGuests)
        m_guests.removeIf([&](const auto &guest) { return guest->until <= now; });
    if (m_guests.size() >= MaxGuests)
        return; // they type their address once more
    m_guests.insert(id, {email, onward, now.addDuration(GuestLife)});
}

std::optional<Guest> Guests::recall(const QByteArray &id, const QDateTime &now)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_guests.constFind(id);
    if (found == m_guests.cend() || found->until <= now)
        return std::nullopt;
    return *found;
}

void Guests::forget(const QByteArray &id)
{
    const QMutexLocker lock(&m_mutex);
    m_guests.remove(id);
}

} // namespace sipenduduk
