#include "tests/server/RawClient.h"

#include "tests/support/Wait.h"

#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace sipenduduk {

RawClient::RawClient()
{
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

bool RawClient::connectTls(quint16 port, const QByteArray &caPem, QSsl::SslProtocol protocol)
{
    QSslConfiguration tls;
    tls.setProtocol(protocol);
    tls.setCaCertificates(QSslCertificate::fromData(caPem));
    m_socket.setSslConfiguration(tls);
    m_socket.connectToHostEncrypted(u"127.0.0.1"_s, port, u"localhost"_s);
    return test::waitFor([this] {
               return m_socket.isEncrypted()
                   || m_socket.state() == QAbstractSocket::UnconnectedState;
           })
        && m_socket.isEncrypted();
}

bool RawClient::connectPlain(quint16 port)
{
    m_socket.connectToHost(u"127.0.0.1"_s, port);
    return test::waitFor([this] { return isOpen(); });
}

bool RawClient::enter(quint16 port, const QByteArray &caPem, const QString &username,
                      const QString &password)
{
    return connectTls(port, caPem) && call(protocol::Hello{.client = u"test"_s})
        && (username.isEmpty() || call(protocol::Login{username, password}));
}

void RawClient::sendBytes(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::sendRequest(protocol::MessageType type, qint64 id, const QCborMap &body,
                            const QByteArray &key)
{
    sendBytes(protocol::frame({type, id, key, body}));
}

std::optional<protocol::Envelope> RawClient::next()
{
    std::optional<protocol::Envelope> envelope;
    const bool hasCome = test::waitFor([&] {
        m_frames.append(m_socket.readAll());
        const auto content = m_frames.next();
        if (!content || !*content)
            return !isOpen() && m_socket.bytesAvailable() == 0;
        const auto decoded = protocol::envelopeFromCbor(**content);
        if (decoded)
            envelope = *decoded;
        return true;
    });
    return hasCome ? envelope : std::nullopt;
}

std::optional<protocol::Envelope> RawClient::answerTo(qint64 id)
{
    while (auto envelope = next()) {
        if (envelope->id == id)
            return envelope;
        m_events.append(*envelope);
    }
    return std::nullopt;
}

std::optional<protocol::Envelope> RawClient::nextEvent()
{
    return m_events.isEmpty() ? next() : std::optional(m_events.takeFirst());
}

bool RawClient::waitForEnd()
{
    return test::waitFor([this] {
        m_socket.readAll();
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    });
}

Error RawClient::errorIn(const protocol::Envelope &envelope)
{
    const auto error = protocol::fromCbor<protocol::ErrorReply>(envelope.body);
    return error ? Error{error->code, error->detail} : error.error();
}

} // namespace sipenduduk
