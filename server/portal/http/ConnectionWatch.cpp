#include "server/portal/http/ConnectionWatch.h"

#include "server/portal/http/Exchange.h"
#include "server/portal/http/HttpLog.h"
#include "server/portal/http/HttpResponse.h"

#include <algorithm>
#include <sys/socket.h>
#include <utility>

namespace sipenduduk {

ConnectionWatch::ConnectionWatch()
    : m_thread([this] { run(); })
{
}

ConnectionWatch::~ConnectionWatch()
{
    stop();
}

void ConnectionWatch::add(Key connection, int descriptor, Duration deadline)
{
    const std::scoped_lock lock(m_mutex);
    m_connections[connection] = {descriptor, Clock::now() + deadline, {}};
    m_changed.notify_one();
}

void ConnectionWatch::restart(Key connection, Duration deadline, std::weak_ptr<Exchange> waiting)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_connections.find(connection);
    if (found == m_connections.end())
        return;
    found->second.deadline = Clock::now() + deadline;
    found->second.waiting = std::move(waiting);
    m_changed.notify_one();
}

void ConnectionWatch::remove(Key connection)
{
    const std::scoped_lock lock(m_mutex);
    m_connections.erase(connection);
}

void ConnectionWatch::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
        m_changed.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void ConnectionWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto now = Clock::now();
        auto next = now + std::chrono::hours(1);
        for (auto &[key, watched] : m_connections) {
            if (watched.deadline <= now)
                expire(watched);
            next = std::min(next, watched.deadline);
        }
        m_changed.wait_until(lock, next);
    }
}

/// Under the lock: the descriptor cannot be closed and given to somebody else meanwhile.
void ConnectionWatch::expire(Watched &watched)
{
    watched.deadline = Clock::time_point::max();
    if (const auto exchange = std::exchange(watched.waiting, {}).lock()) {
        qCWarning(lcHttp, "a handler did not answer before the deadline");
        exchange->answer(HttpResponse::error(503));
    } else {
        ::shutdown(watched.descriptor, SHUT_RDWR);
    }
}

} // namespace sipenduduk
