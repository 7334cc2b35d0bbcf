#pragma once

#include "common/Ids.h"

#include <QHash>
#include <QMutex>
#include <QString>

#include <atomic>

namespace sipenduduk {

/// How many connections there are, in all and by address. Thread-safe.
class ConnectionCount
{
public:
    ConnectionCount(int limit, int limitPerPeer);

    /// False, and nothing counted, when a limit is reached.
    [[nodiscard]] bool enter(const QString &peer);
    void leave(const QString &peer);
    [[nodiscard]] int total() const;

private:
    const int m_limit;
    const int m_limitPerPeer;
    mutable QMutex m_mutex;
    QHash<QString, int> m_peers;
    int m_total = 0;
};

/// How many connections each officer is logged in on. Thread-safe.
class SessionCount
{
public:
    void enter(UserId user);
    /// True when it was the last one: the officer is gone.
    [[nodiscard]] bool leave(UserId user);
    [[nodiscard]] bool isEmpty() const;

private:
    mutable QMutex m_mutex;
    QHash<qint64, int> m_users;
};

/// Bytes that may be held for uploads under way. Thread-safe.
class ByteBudget
{
public:
    explicit ByteBudget(qint64 total)
        : m_left(total)
    {
    }

    [[nodiscard]] bool take(qint64 bytes);
    void giveBack(qint64 bytes) { m_left += bytes; }

private:
    std::atomic<qint64> m_left;
};

/// Requests whose answers have not come back; a server that stops waits for them, since what
/// they run refers to services that are about to go. Thread-safe.
class InFlight
{
public:
    void begin() { ++m_count; }
    void end()
    {
        if (--m_count == 0)
            m_count.notify_all();
    }
    void waitUntilNone() const
    {
        for (int count = m_count; count != 0; count = m_count)
            m_count.wait(count);
    }

private:
    std::atomic<int> m_count = 0;
};

} // namespace sipenduduk
