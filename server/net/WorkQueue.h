#pragma once

#include <QEvent>

#include <functional>
#include <mutex>
#include <vector>

class QObject;

namespace sipenduduk {

class ConnectionHost;

/// The way into a network thread: tasks from any thread, run there in their order. One event
/// wakes the thread for all tasks that wait, so the answers of one group commit are handled, and
/// written to the sockets, together. Tasks that come after close() are dropped.
class WorkQueue
{
public:
    using Task = std::move_only_function<void(ConnectionHost &)>;

    explicit WorkQueue(QObject *receiver);

    [[nodiscard]] static QEvent::Type wakeEvent();

    void post(Task task);
    /// What waits; the receiver's thread alone.
    [[nodiscard]] std::vector<Task> take();
    void close();

private:
    std::mutex m_mutex;
    QObject *m_receiver; ///< null once closed
    std::vector<Task> m_tasks;
};

} // namespace sipenduduk
