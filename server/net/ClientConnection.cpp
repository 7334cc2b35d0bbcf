#include "server/net/ClientConnection.h"

#include "common/protocol/SessionMessages.h"
#include "server/net/ConnectionHost.h"
#include "server/net/Dispatcher.h"
#include "server/net/NetContext.h"
#include "server/net/NetLog.h"
#include "server/net/ReplySlot.h"
#include "server/services/Office.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

using protocol::Envelope;
using protocol::MessageType;

ClientConnection::ClientConnection(quint64 id, const QString &peer, NetContext &context,
                                   ConnectionHost &host)
    : m_id(id)
    , m_peer(peer)
    , m_context(context)
    , m_host(host)
    , m_link(context.limits.waitingBytes)
    , m_uploads(context.limits, context.uploadBytes)
    , m_subscription(context.subscriptions)
    , m_workedAt(SecureLink::Clock::now())
{
    connect(&m_link, &SecureLink::received, this, &ClientConnection::receive);
    connect(&m_link, &SecureLink::oversized, this,
            [this] { expel(0, {ErrorCode::TooLarge, u"frame"_s}); });
    connect(&m_link, &SecureLink::ended, this, [this] { m_host.remove(m_id); });
}

ClientConnection::~ClientConnection()
{
    endSession();
    m_context.connections.leave(m_peer);
}

const Session &ClientConnection::session() const
{
    Q_ASSERT(m_admission);
    return m_admission->session;
}

bool ClientConnection::open(qintptr descriptor)
{
    return m_link.open(descriptor, m_context.tls);
}

void ClientConnection::checkTimes(SecureLink::Clock::time_point now)
{
    const NetLimits &limits = m_context.limits;
    const auto silent = now - m_link.heardAt();
    if (m_link.isFinishing()) {
        if (silent > limits.closing)
            m_link.close();
    } else if (!m_isGreeted) {
        if (silent > limits.handshake)
            m_link.abort();
    } else if (silent > limits.idle) {
        expel(0, {ErrorCode::Expired, u"silent"_s});
    } else if (m_admission && now - m_workedAt > limits.sessionIdle) {
        expel(0, {ErrorCode::Expired, u"session"_s});
    }
}

void ClientConnection::endUnless(const QHash<UserId, QByteArray> &stamps)
{
    if (m_admission && stamps.value(m_admission->session.user) != m_admission->stamp)
        expel(0, {ErrorCode::Unauthenticated, u"session ended"_s});
}

bool ClientConnection::wants(const Change &change) const
{
    return m_admission && m_subscription.isActive() && isVisibleTo(m_admission->session, change);
}

void ClientConnection::deliver(const Change &change, const QByteArray &frame)
{
    if (m_subscription.pass(change, frame))
        sendFrame(frame);
}

ReplySlot ClientConnection::responder()
{
    return ReplySlot(m_host.queue(), m_context.inFlight, m_id);
}

void ClientConnection::receive(const QByteArray &content)
{
    const auto request = protocol::envelopeFromCbor(content);
    if (!request)
        return expel(0, request.error());
    if (request->id == 0)
        return expel(0, {ErrorCode::Malformed, u"request without id"_s});
    handle(*request);
}

void ClientConnection::handle(const Envelope &request)
{
    if (m_context.isStopping)
        return;
    if (!m_isGreeted && request.type != MessageType::Hello)
        return expel(request.id, {ErrorCode::Unauthenticated, u"Hello comes first"_s});
    if (request.type != MessageType::Ping)
        m_workedAt = SecureLink::Clock::now();
    if (const Handler own = ownHandler(request.type))
        return (this->*own)(request);
    if (!Dispatcher::knows(request.type))
        return refuse(request.id, {ErrorCode::Unsupported, u"unknown message"_s});
    if (!m_admission)
        return refuse(request.id, {ErrorCode::Unauthenticated, u"log in first"_s});
    Dispatcher::dispatch(*this, request);
}

bool ClientConnection::begin(qint64 request, bool isBulk)
{
    if (m_outstanding >= m_context.limits.outstanding
        || (isBulk && m_outstandingBulk >= m_context.limits.outstandingBulk)) {
        refuse(request, {ErrorCode::Busy, u"too many requests under way"_s});
        return false;
    }
    ++m_outstanding;
    m_outstandingBulk += isBulk ? 1 : 0;
    return true;
}

void ClientConnection::end(bool isBulk)
{
    --m_outstanding;
    m_outstandingBulk -= isBulk ? 1 : 0;
}

void ClientConnection::refuse(qint64 request, const Error &error)
{
    send(MessageType::Error, request,
         protocol::toCbor(protocol::ErrorReply{error.code, error.detail}));
}

void ClientConnection::expel(qint64 request, const Error &error)
{
    if (m_link.isFinishing())
        return;
    qCInfo(netLog) << "connection ended:" << error.detail;
    refuse(request, error);
    m_link.finish();
    endSession();
}

void ClientConnection::endSession()
{
    if (!m_admission)
        return;
    const UserId user = m_admission->session.user;
    m_admission.reset();
    m_subscription.end();
    if (m_context.sessions.leave(user))
        m_context.office.dropClaims(user);
}

void ClientConnection::send(MessageType type, qint64 request, const QCborMap &body)
{
    sendFrame(protocol::frame({type, request, {}, body}));
}

void ClientConnection::sendFrame(const QByteArray &frame)
{
    m_link.send(frame);
    m_host.willFlush(this);
}

} // namespace sipenduduk
