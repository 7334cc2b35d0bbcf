#pragma once

#include "common/protocol/BlobMessages.h"
#include "common/protocol/Framing.h"
#include "common/protocol/QueueMessages.h"
#include "common/protocol/SessionMessages.h"
#include "common/tte/seal/OfficeCa.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSsl>
#include <QSslServer>

#include <functional>
#include <map>
#include <optional>

class QSslSocket;

namespace sipenduduk::test {

/// The other end of the office protocol for tests of the client: real TLS on loopback, answers
/// as the test says. Like the real office it does a change once per idempotency key and gives
/// the first answer again.
class FakeOffice : public QObject
{
    Q_OBJECT
public:
    explicit FakeOffice(const IssuedCertificate &certificate,
                        QSsl::SslProtocol protocol = QSsl::TlsV1_3);
    ~FakeOffice() override;

    [[nodiscard]] quint16 port() const { return m_port; }

    /// Says how a request is answered from now on.
    template <typename Request>
    void on(std::function<Result<typename Request::Reply>(const Request &)> handler)
    {
        m_handlers[Request::Type] = [handler](const QCborMap &body) -> Result<protocol::Envelope> {
            const auto request = protocol::fromCbor<Request>(body);
            if (!request)
                return std::unexpected(request.error());
            const auto reply = handler(*request);
            if (!reply)
                return std::unexpected(reply.error());
            return protocol::Envelope{Request::Reply::Type, 0, {}, protocol::toCbor(*reply)};
        };
    }
    template <typename Request>
    void answer(const typename Request::Reply &reply)
    {
        on<Request>([reply](const Request &) { return Result<typename Request::Reply>(reply); });
    }
    template <typename Request>
    void refuse(ErrorCode code, const QString &detail = {})
    {
        on<Request>(
            [=](const Request &) -> Result<typename Request::Reply> { return fail(code, detail); });
    }

    /// Requests of this type are done, but their answers are kept back until release().
    void hold(protocol::MessageType type) { m_held = type; }
    /// Sends the oldest answer that was held back; the others wait on.
    void releaseOldest();
    void release();

    void sendEvent(const protocol::QueueChanged &event);
    void sendRaw(const QByteArray &bytes);
    void dropConnections(); ///< as a pulled cable does
    void stopListening();
    void listenAgain(); ///< on the same port

    /// Envelopes of this type, in the order of their arrival, over all connections.
    [[nodiscard]] QList<protocol::Envelope> received(protocol::MessageType type) const;
    /// How often a request of this type was really done, repeated keys not counted.
    [[nodiscard]] int doneCount(protocol::MessageType type) const { return m_done.value(type); }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }

    /// The one officer that the log-in knows.
    static constexpr QLatin1StringView UserName{"siti"};
    static constexpr QLatin1StringView Password{"rahasia-1"};
    void setDuties(const QList<protocol::DutyScope> &duties) { m_login.duties = duties; }
    void setPractice(bool isPractice) { m_hello.isPractice = isPractice; }

private:
    struct Connection
    {
        QPointer<QSslSocket> socket;
        protocol::FrameReader reader{protocol::MaxFrameSize};
    };

    void accept();
    void read(Connection &connection);
    void serve(Connection &connection, const protocol::Envelope &request);
    [[nodiscard]] protocol::Envelope answerTo(const protocol::Envelope &request);
    void installDefaults();

    QSslServer m_server;
    quint16 m_port = 0;
    protocol::HelloReply m_hello;
    protocol::LoginReply m_login;
    std::map<protocol::MessageType, std::function<Result<protocol::Envelope>(const QCborMap &)>>
        m_handlers;
    QList<std::shared_ptr<Connection>> m_connections;
    QList<protocol::Envelope> m_received;
    QList<protocol::Envelope> m_keptBack;
    QHash<QByteArray, protocol::Envelope> m_answersByKey;
    QHash<protocol::MessageType, int> m_done;
    std::optional<protocol::MessageType> m_held;
    int m_connectionCount = 0;
};

} // namespace sipenduduk::test
