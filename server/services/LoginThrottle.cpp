#include "server/services/LoginThrottle.h"

#include <QCryptographicHash>
#include <QMutexLocker>

#include <algorithm>

namespace sipenduduk {

LoginThrottle::LoginThrottle(int failures, std::chrono::milliseconds window, Memory memory,
                             qsizetype capacity)
    : m_failures(failures)
    , m_window(window)
    , m_memory(memory)
    , m_capacity(capacity)
{
}

bool LoginThrottle::isClosed(const QString &key, const QDateTime &now) const
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_entries.constFind(digest(key));
    return found != m_entries.cend() && found->failures >= m_failures
        && now < found->last.addDuration(m_window);
}

void LoginThrottle::countFailure(const QString &key, const QDateTime &now)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray name = digest(key);
    if (!m_entries.contains(name))
        makeRoom(now);
    Entry &entry = m_entries[name];
    const bool isOver = entry.last.isValid() && now >= entry.last.addDuration(m_window);
    if (isOver && (m_memory == Memory::Window || entry.failures >= m_failures))
        entry.failures = 0;
    ++entry.failures;
    entry.last = now;
}

void LoginThrottle::forget(const QString &key)
{
    const QMutexLocker lock(&m_mutex);
    m_entries.remove(digest(key));
}

QByteArray LoginThrottle::digest(const QString &key)
{
    return QCryptographicHash::hash(key.toCaseFolded().toUtf8(), QCryptographicHash::Sha256);
}

/// Drops what is forgotten anyway; when there is nothing, the oldest.
void LoginThrottle::makeRoom(const QDateTime &now)
{
    if (m_entries.size() < m_capacity)
        return;
    if (m_memory == Memory::Window)
        m_entries.removeIf(
            [&](const auto &entry) { return now >= entry->last.addDuration(m_window); });
    if (m_entries.size() < m_capacity)
        return;
    const auto oldest =
        std::min_element(m_entries.cbegin(), m_entries.cend(),
                         [](const Entry &a, const Entry &b) { return a.last < b.last; });
    m_entries.erase(oldest);
}

} // namespace sipenduduk
