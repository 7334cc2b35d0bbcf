#pragma once

#include "common/Result.h"
#include "common/protocol/Message.h"
#include "server/net/SecureLink.h"
#include "server/net/Subscription.h"
#include "server/net/UploadDesk.h"
#include "server/services/Accounts.h"

#include <QObject>

#include <optional>

namespace sipenduduk {

class ConnectionHost;
struct NetContext;
class ReplySlot;

/// One client: greeting, log-in, requests and events. Who acts in a request is the session here,
/// never anything in the message. Lives in the thread of its host.
class ClientConnection : public QObject
{
    Q_OBJECT

public:
    /// `peer` was counted in the context and is given back at the end.
    ClientConnection(quint64 id, const QString &peer, NetContext &context, ConnectionHost &host);
    ~ClientConnection() override;

    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] bool open(qintptr descriptor);
    void flush() { m_link.flush(); }
    void checkTimes(SecureLink::Clock::time_point now);

    [[nodiscard]] bool wants(const Change &change) const;
    /// `frame`: the event, encoded.
    void deliver(const Change &change, const QByteArray &frame);
    void endUnless(const QHash<UserId, QByteArray> &stamps);

    // For the handlers of requests.
    [[nodiscard]] NetContext &context() const { return m_context; }
    [[nodiscard]] const Session &session() const; ///< once it has logged in
    [[nodiscard]] ReplySlot responder();

    template <typename M>
    void answer(qint64 request, const Result<M> &outcome)
    {
        if (outcome)
            send(M::Type, request, protocol::toCbor(*outcome));
        else
            refuse(request, outcome.error());
    }
    void refuse(qint64 request, const Error &error);

    /// A request whose answer comes later; false: Busy was answered.
    [[nodiscard]] bool begin(qint64 request, bool isBulk);
    void end(bool isBulk);

private:
    using Handler = void (ClientConnection::*)(const protocol::Envelope &);

    void receive(const QByteArray &content);
    void handle(const protocol::Envelope &request);
    [[nodiscard]] static Handler ownHandler(protocol::MessageType type);
    void greet(const protocol::Envelope &request);
    void login(const protocol::Envelope &request);
    void admit(qint64 request, Result<Admission> &outcome);
    void logout(const protocol::Envelope &request);
    void confirmPassword(const protocol::Envelope &request);
    void ping(const protocol::Envelope &request);
    void subscribe(const protocol::Envelope &request);
    void beginUpload(const protocol::Envelope &request);
    void uploadChunk(const protocol::Envelope &request);

    void send(protocol::MessageType type, qint64 request, const QCborMap &body);
    void sendFrame(const QByteArray &frame);
    /// Answers with `error` and ends the connection.
    void expel(qint64 request, const Error &error);
    void endSession();

    const quint64 m_id;
    const QString m_peer;
    NetContext &m_context;
    ConnectionHost &m_host;
    SecureLink m_link;
    UploadDesk m_uploads;
    Subscription m_subscription;
    std::optional<Admission> m_admission;
    SecureLink::Clock::time_point m_workedAt; ///< last request other than Ping
    int m_outstanding = 0;
    int m_outstandingBulk = 0;
    int m_failedLogins = 0;
    bool m_isGreeted = false;
    bool m_isLoggingIn = false;
};

} // namespace sipenduduk
