#include "common/protocol/QueueMessages.h"
#include "server/net/ClientConnection.h"
#include "server/net/ConnectionHost.h"
#include "server/net/NetContext.h"
#include "server/net/ReplySlot.h"
#include "server/services/Office.h"

using namespace Qt::StringLiterals;

/// The requests that are about the connection and its session themselves.
namespace sipenduduk {

using protocol::Envelope;
using protocol::MessageType;

ClientConnection::Handler ClientConnection::ownHandler(MessageType type)
{
    switch (type) {
    case MessageType::Hello: return &ClientConnection::greet;
    case MessageType::Login: return &ClientConnection::login;
    case MessageType::Logout: return &ClientConnection::logout;
    case MessageType::ConfirmPassword: return &ClientConnection::confirmPassword;
    case MessageType::Ping: return &ClientConnection::ping;
    case MessageType::Subscribe: return &ClientConnection::subscribe;
    case MessageType::BeginUpload: return &ClientConnection::beginUpload;
    case MessageType::UploadChunk: return &ClientConnection::uploadChunk;
    default: return nullptr;
    }
}

void ClientConnection::greet(const Envelope &request)
{
    const auto hello = protocol::fromCbor<protocol::Hello>(request.body);
    if (!hello)
        return expel(request.id, hello.error());
    if (hello->version != protocol::ProtocolVersion)
        return expel(request.id, {ErrorCode::Unsupported, u"protocol version"_s});
    m_isGreeted = true;
    protocol::HelloReply reply = m_context.greeting;
    reply.serverTime = m_context.now();
    answer<protocol::HelloReply>(request.id, reply);
}

void ClientConnection::login(const Envelope &request)
{
    const auto login = protocol::fromCbor<protocol::Login>(request.body);
    if (!login)
        return refuse(request.id, login.error());
    if (m_admission || m_isLoggingIn)
        return refuse(request.id, {ErrorCode::NotAllowed, u"logged in already"_s});
    m_isLoggingIn = true;
    responder().bring(m_context.accounts.login(login->username, login->password, m_peer),
                      [id = request.id](ClientConnection &self, Result<Admission> &outcome) {
                          self.admit(id, outcome);
                      });
}

void ClientConnection::admit(qint64 request, Result<Admission> &outcome)
{
    m_isLoggingIn = false;
    if (m_link.isFinishing())
        return;
    if (!outcome) {
        if (++m_failedLogins >= m_context.limits.failedLogins)
            return expel(request, outcome.error());
        return refuse(request, outcome.error());
    }
    m_admission = std::move(*outcome);
    const Session &who = m_admission->session;
    m_context.sessions.enter(who.user);
    answer<protocol::LoginReply>(request,
                                 protocol::LoginReply{.user = who.user,
                                                      .name = who.name,
                                                      .nip = who.nip,
                                                      .title = who.title,
                                                      .duties = who.duties});
}

void ClientConnection::logout(const Envelope &request)
{
    endSession();
    answer<protocol::Done>(request.id, protocol::Done());
}

void ClientConnection::confirmPassword(const Envelope &request)
{
    const auto confirm = protocol::fromCbor<protocol::ConfirmPassword>(request.body);
    if (!confirm)
        return refuse(request.id, confirm.error());
    if (!m_admission)
        return refuse(request.id, {ErrorCode::Unauthenticated, u"log in first"_s});
    if (!begin(request.id, false))
        return;
    const UserId user = m_admission->session.user;
    responder().bring(m_context.accounts.confirmPassword(user, confirm->password),
                      [id = request.id, user](ClientConnection &self, Result<QDateTime> &until) {
                          self.end(false);
                          if (!until)
                              return self.refuse(id, until.error());
                          // Logged out meanwhile, or somebody else logged in: no window for him.
                          if (!self.m_admission || self.session().user != user)
                              return self.refuse(id, {ErrorCode::Unauthenticated, u"session"_s});
                          self.m_admission->session.passwordUntil = *until;
                          self.answer<protocol::ConfirmPasswordReply>(
                              id, protocol::ConfirmPasswordReply{*until});
                      });
}

void ClientConnection::ping(const Envelope &request)
{
    answer<protocol::Done>(request.id, protocol::Done());
}

void ClientConnection::subscribe(const Envelope &request)
{
    const auto wanted = protocol::fromCbor<protocol::Subscribe>(request.body);
    if (!wanted)
        return refuse(request.id, wanted.error());
    if (!m_admission)
        return refuse(request.id, {ErrorCode::Unauthenticated, u"log in first"_s});
    if (!begin(request.id, false))
        return;
    m_subscription.begin();
    responder().bring(
        m_context.office.changesSince(session(), wanted->afterSeq),
        [id = request.id](ClientConnection &self, Result<Changes> &missed) {
            self.end(false);
            if (!missed || !self.m_subscription.isActive()) {
                self.m_subscription.end();
                return self.refuse(
                    id, missed ? Error{ErrorCode::Unauthenticated, u"session"_s} : missed.error());
            }
            const Subscription::Kept kept = self.m_subscription.catchUp(missed->lastSeq);
            self.answer<protocol::SubscribeReply>(
                id,
                protocol::SubscribeReply{.lastSeq = missed->lastSeq,
                                         .isComplete = missed->isComplete && kept.isComplete});
            for (const Change &change : std::as_const(missed->list))
                self.send(MessageType::QueueChanged, 0,
                          protocol::toCbor(protocol::QueueChanged{change.seq, change.row,
                                                                  change.previousHolder}));
            for (const QByteArray &frame : kept.frames)
                self.sendFrame(frame);
        });
}

void ClientConnection::beginUpload(const Envelope &request)
{
    const auto upload = protocol::fromCbor<protocol::BeginUpload>(request.body);
    if (!upload)
        return refuse(request.id, upload.error());
    if (!m_admission)
        return refuse(request.id, {ErrorCode::Unauthenticated, u"log in first"_s});
    answer(request.id, m_uploads.begin(*upload));
}

void ClientConnection::uploadChunk(const Envelope &request)
{
    const auto chunk = protocol::fromCbor<protocol::UploadChunk>(request.body);
    if (!chunk)
        return refuse(request.id, chunk.error());
    if (!m_admission)
        return refuse(request.id, {ErrorCode::Unauthenticated, u"log in first"_s});
    const auto whole = m_uploads.append(*chunk);
    if (!whole)
        return refuse(request.id, whole.error());
    const protocol::UploadChunkReply reply{chunk->offset + chunk->bytes.size()};
    const auto &blob = *whole;
    if (!blob)
        return answer<protocol::UploadChunkReply>(request.id, reply);
    if (!begin(request.id, false))
        return;
    responder().bring(
        m_context.office.storeBlob(session(), *blob),
        [id = request.id, reply](ClientConnection &self, Result<protocol::Done> &done) {
            self.end(false);
            if (!done)
                return self.refuse(id, done.error());
            self.answer<protocol::UploadChunkReply>(id, reply);
        });
}

} // namespace sipenduduk
