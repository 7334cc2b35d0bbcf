#include "server/net/WorkQueue.h"

#include <QCoreApplication>

#include <utility>

namespace sipenduduk {

WorkQueue::WorkQueue(QObject *receiver)
    : m_receiver(receiver)
{
}

QEvent::Type WorkQueue::wakeEvent()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

void WorkQueue::post(Task task)
{
    const std::lock_guard lock(m_mutex);
    if (!m_receiver)
        return;
    m_tasks.push_back(std::move(task));
    if (m_tasks.size() == 1) // under the lock, or close() could come between
        QCoreApplication::postEvent(m_receiver, new QEvent(wakeEvent()));
}

std::vector<WorkQueue::Task> WorkQueue::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_tasks, {});
}

void WorkQueue::close()
{
    std::vector<Task> dropped; // destroyed outside of the lock: a task may own anything
    const std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
    dropped.swap(m_tasks);
}

} // namespace sipenduduk
