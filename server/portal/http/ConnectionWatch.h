#pragma once

#include <QtClassHelperMacros>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace sipenduduk {

class Exchange;

/// Absolute deadlines of connections, which the engine does not have: it only counts silence, so a
/// visitor who sends a byte a second would stay for ever.
class ConnectionWatch
{
public:
    using Key = const void *;
    using Duration = std::chrono::milliseconds;

    ConnectionWatch();
    ~ConnectionWatch();
    Q_DISABLE_COPY_MOVE(ConnectionWatch)

    /// `descriptor` stays open until remove().
    void add(Key connection, int descriptor, Duration deadline);
    /// Sets a new deadline. With an exchange, that is told to answer; without one, or when it has
    /// nobody left to answer for, the connection is shut down.
    void restart(Key connection, Duration deadline, std::weak_ptr<Exchange> waiting = {});
    void remove(Key connection);
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    struct Watched
    {
        int descriptor;
        Clock::time_point deadline;
        std::weak_ptr<Exchange> waiting;
    };
    void run();
    void expire(Watched &watched);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::unordered_map<Key, Watched> m_connections;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace sipenduduk
