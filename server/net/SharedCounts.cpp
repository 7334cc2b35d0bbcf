#include "server/net/SharedCounts.h"

#include <QMutexLocker>

namespace sipenduduk {

ConnectionCount::ConnectionCount(int limit, int limitPerPeer)
    : m_limit(limit)
    , m_limitPerPeer(limitPerPeer)
{
}

bool ConnectionCount::enter(const QString &peer)
{
    const QMutexLocker lock(&m_mutex);
    if (m_total >= m_limit || m_peers.value(peer) >= m_limitPerPeer)
        return false;
    ++m_total;
    ++m_peers[peer];
    return true;
}

void ConnectionCount::leave(const QString &peer)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_peers.find(peer);
    Q_ASSERT(found != m_peers.end());
    --m_total;
    if (--*found == 0)
        m_peers.erase(found);
}

int ConnectionCount::total() const
{
    const QMutexLocker lock(&m_mutex);
    return m_total;
}

void SessionCount::enter(UserId user)
{
    const QMutexLocker lock(&m_mutex);
    ++m_users[qint64(user)];
}

bool SessionCount::leave(UserId user)
{
    const QMutexLocker lock(&m_mutex);
    const auto found = m_users.find(qint64(user));
    Q_ASSERT(found != m_users.end());
    if (--*found > 0)
        return false;
    m_users.erase(found);
    return true;
}

bool SessionCount::isEmpty() const
{
    const QMutexLocker lock(&m_mutex);
    return m_users.isEmpty();
}

bool ByteBudget::take(qint64 bytes)
{
    qint64 left = m_left;
    do {
        if (left < bytes)
            return false;
    } while (!m_left.compare_exchange_weak(left, left - bytes));
    return true;
}

} // namespace sipenduduk
