#include "server/services/Leases.h"

namespace sipenduduk {

Result<QDateTime> Leases::claim(PermohonanId id, UserId user, const QString &name,
                                const QDateTime &now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_leases.constFind(qint64(id));
    if (found != m_leases.cend() && found->user != user && found->until > now)
        return fail(ErrorCode::Held, QStringLiteral("lease"));
    const QDateTime until = now.addSecs(Seconds);
    m_leases.insert(qint64(id), {user, name, until});
    return until;
}

Result<> Leases::check(PermohonanId id, UserId user, const QDateTime &now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_leases.constFind(qint64(id));
    if (found != m_leases.cend() && found->user != user && found->until > now)
        return fail(ErrorCode::Held, QStringLiteral("lease"));
    return {};
}

bool Leases::release(PermohonanId id, UserId user)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_leases.constFind(qint64(id));
    if (found == m_leases.cend() || found->user != user)
        return false;
    m_leases.erase(found);
    return true;
}

QList<PermohonanId> Leases::releaseAll(UserId user)
{
    const std::lock_guard lock(m_mutex);
    QList<PermohonanId> freed;
    for (auto it = m_leases.begin(); it != m_leases.end();) {
        if (it->user != user) {
            ++it;
            continue;
        }
        freed.append(PermohonanId(it.key()));
        it = m_leases.erase(it);
    }
    return freed;
}

QString Leases::heldBy(PermohonanId id, const QDateTime &now) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_leases.constFind(qint64(id));
    return found != m_leases.cend() && found->until > now ? found->name : QString();
}

} // namespace sipenduduk
