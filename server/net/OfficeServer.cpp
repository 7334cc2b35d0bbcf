#include "server/net/OfficeServer.h"

#include "server/net/ConnectionHost.h"
#include "server/net/NetContext.h"
#include "server/net/NetLog.h"
#include "server/net/ServerTls.h"
#include "server/net/WorkQueue.h"
#include "server/services/Accounts.h"
#include "server/services/Office.h"

#include <QTcpServer>
#include <QThread>
#include <QTimer>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <vector>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int ListenBacklog = 256;

QString peerOf(qintptr descriptor)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getpeername(int(descriptor), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return {};
    return QHostAddress(reinterpret_cast<const sockaddr *>(&address)).toString();
}

/// Hands out descriptors; does nothing else that could take time.
class Listener : public QTcpServer
{
public:
    std::function<void(qintptr)> accepted;

protected:
    void incomingConnection(qintptr descriptor) override { accepted(descriptor); }
};

} // namespace

using Queues = std::vector<std::shared_ptr<WorkQueue>>;

struct OfficeServer::Private
{
    Office &office;
    Accounts &accounts;
    const OfficeServerOptions options;
    std::shared_ptr<NetContext> context;
    std::vector<std::unique_ptr<QThread>> threads;
    Queues queues; ///< one for each thread
    std::size_t nextHost = 0;
    Listener listener;
    QTimer sessionTimer{nullptr};
    std::shared_ptr<std::atomic<bool>> isCheckingSessions =
        std::make_shared<std::atomic<bool>>(false);

    void startThreads();
    void adopt(qintptr descriptor);
    void checkSessions();
};

OfficeServer::OfficeServer(Office &office, Accounts &accounts, const OfficeServerOptions &options)
    : d(new Private{.office = office,
                    .accounts = accounts,
                    .options = options,
                    .context = {},
                    .threads = {},
                    .queues = {},
                    .listener = {}})
{
}

OfficeServer::~OfficeServer()
{
    d->listener.close();
    disconnect(&d->office, nullptr, this, nullptr);
    if (!d->context)
        return;
    // What was begun is finished and answered; what comes now, the clients send again later.
    d->context->isStopping = true;
    d->context->inFlight->waitUntilNone();
    for (const auto &queue : d->queues)
        queue->post([](ConnectionHost &) { QThread::currentThread()->quit(); });
    for (const auto &thread : d->threads)
        thread->wait();
    // A request that was being decoded when the stop was said was begun after all.
    d->context->inFlight->waitUntilNone();
}

Result<> OfficeServer::start()
{
    const auto tls = serverTls(d->options.certificatePem, d->options.keyPem, d->options.now());
    if (!tls)
        return std::unexpected(tls.error());
    const protocol::HelloReply greeting{.version = protocol::ProtocolVersion,
                                        .office = d->options.office,
                                        .isPractice = d->options.isPractice,
                                        .serverTime = {}};
    d->context = std::make_shared<NetContext>(d->office, d->accounts, d->options.limits, *tls,
                                              greeting, d->options.now);
    d->listener.accepted = [this](qintptr descriptor) { d->adopt(descriptor); };
    d->listener.setListenBacklogSize(ListenBacklog);
    if (!d->listener.listen(d->options.address, d->options.port))
        return fail(ErrorCode::Network, u"the port cannot be listened on"_s);
    // No descriptor left: accepting stops by itself, and goes on when one may be free again.
    connect(&d->listener, &QTcpServer::acceptError, this, [this] {
        qCWarning(netLog) << "no connection can be accepted for now";
        QTimer::singleShot(std::chrono::milliseconds(200), &d->listener,
                           &QTcpServer::resumeAccepting);
    });
    d->startThreads();
    // In the emitting thread, so that the order of the commits is the order of the events. It may
    // still run while this is destroyed, so it keeps what it needs.
    const auto tell = [context = d->context, queues = d->queues](const Change &change) {
        if (context->subscriptions == 0)
            return;
        for (const auto &queue : queues)
            queue->post([change](ConnectionHost &host) { host.broadcast(change); });
    };
    connect(&d->office, &Office::committed, this, tell, Qt::DirectConnection);
    connect(&d->office, &Office::leaseChanged, this, tell, Qt::DirectConnection);
    connect(&d->sessionTimer, &QTimer::timeout, this, [this] { d->checkSessions(); });
    d->sessionTimer.start(d->options.sessionCheck);
    return {};
}

quint16 OfficeServer::port() const
{
    return d->listener.serverPort();
}

int OfficeServer::connectionCount() const
{
    return d->context ? d->context->connections.total() : 0;
}

void OfficeServer::Private::startThreads()
{
    for (int i = 0; i < std::max(1, options.threads); ++i) {
        auto thread = std::make_unique<QThread>();
        thread->setObjectName(u"net%1"_s.arg(i));
        auto *host = new ConnectionHost(*context); // deleted below, in its own thread
        host->moveToThread(thread.get());
        QObject::connect(thread.get(), &QThread::finished, host, &QObject::deleteLater);
        queues.push_back(host->queue());
        thread->start();
        threads.push_back(std::move(thread));
    }
}

void OfficeServer::Private::adopt(qintptr descriptor)
{
    const QString peer = peerOf(descriptor);
    if (peer.isEmpty() || !context->connections.enter(peer)) {
        ::close(int(descriptor));
        qCInfo(netLog) << "too many connections: one refused";
        return;
    }
    queues[nextHost++ % queues.size()]->post(
        [descriptor, peer](ConnectionHost &host) { host.adopt(descriptor, peer); });
}

/// Accounts are also changed by the sub-commands, which are processes of their own: the database
/// is asked, not a signal awaited.
void OfficeServer::Private::checkSessions()
{
    if (context->sessions.isEmpty() || isCheckingSessions->exchange(true))
        return;
    context->inFlight->begin();
    accounts.stamps().then([context = context, queues = queues, isChecking = isCheckingSessions](
                               const Result<QHash<UserId, QByteArray>> &valid) {
        if (valid) {
            for (const auto &queue : queues)
                queue->post([valid = *valid](ConnectionHost &host) { host.endStale(valid); });
        }
        *isChecking = false;
        context->inFlight->end();
    });
}

} // namespace sipenduduk
