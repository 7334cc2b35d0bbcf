#include "server/net/ConnectionHost.h"

#include "common/protocol/QueueMessages.h"
#include "server/net/ClientConnection.h"
#include "server/net/NetContext.h"
#include "server/net/WorkQueue.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace sipenduduk {

namespace {

QByteArray eventFrame(const Change &change)
{
    const protocol::QueueChanged event{change.seq, change.row, change.previousHolder};
    return protocol::frame({protocol::MessageType::QueueChanged, 0, {}, protocol::toCbor(event)});
}

} // namespace

ConnectionHost::ConnectionHost(NetContext &context)
    : m_context(context)
    , m_queue(std::make_shared<WorkQueue>(this))
    , m_timer(this)
{
    using namespace std::chrono_literals;
    // One timer for all connections: a deadline may be met a quarter of itself too late.
    const auto shortest = std::min({context.limits.handshake, context.limits.idle,
                                    context.limits.sessionIdle, context.limits.closing});
    connect(&m_timer, &QTimer::timeout, this, &ConnectionHost::checkTimes);
    m_timer.start(
        std::clamp(shortest / 4, std::chrono::milliseconds(10ms), std::chrono::milliseconds(1s)));
}

ConnectionHost::~ConnectionHost()
{
    m_queue->close();
    m_connections.clear();
}

void ConnectionHost::adopt(qintptr descriptor, const QString &peer)
{
    const quint64 id = ++m_lastId;
    auto connection = std::make_unique<ClientConnection>(id, peer, m_context, *this);
    if (connection->open(descriptor))
        m_connections.emplace(id, std::move(connection));
}

void ConnectionHost::broadcast(const Change &change)
{
    QByteArray frame; // the same bytes for everybody, made when the first one wants them
    for (const auto &[id, connection] : m_connections) {
        if (!connection->wants(change))
            continue;
        if (frame.isEmpty())
            frame = eventFrame(change);
        connection->deliver(change, frame);
    }
}

void ConnectionHost::endStale(const QHash<UserId, QByteArray> &stamps)
{
    for (const auto &[id, connection] : m_connections)
        connection->endUnless(stamps);
}

ClientConnection *ConnectionHost::connection(quint64 id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : found->second.get();
}

void ConnectionHost::willFlush(ClientConnection *connection)
{
    if (m_isRunning) // else it is reading, and writes when it has read all
        m_written.push_back(connection->id());
}

void ConnectionHost::remove(quint64 id)
{
    m_queue->post([id](ConnectionHost &host) { host.m_connections.erase(id); });
}

bool ConnectionHost::event(QEvent *event)
{
    if (event->type() != WorkQueue::wakeEvent())
        return QObject::event(event);
    runTasks();
    return true;
}

void ConnectionHost::runTasks()
{
    m_isRunning = true;
    for (WorkQueue::Task &task : m_queue->take())
        task(*this);
    m_isRunning = false;
    for (const quint64 id : std::exchange(m_written, {})) {
        if (ClientConnection *written = connection(id))
            written->flush();
    }
}

void ConnectionHost::checkTimes()
{
    const auto now = std::chrono::steady_clock::now();
    for (const auto &[id, connection] : m_connections)
        connection->checkTimes(now);
}

} // namespace sipenduduk
