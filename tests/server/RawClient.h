#pragma once

#include "common/protocol/Framing.h"
#include "common/protocol/SessionMessages.h"

#include <QSslSocket>

#include <optional>

namespace sipenduduk {

/// A client that may also misbehave: speaks frames, or any bytes, and waits with the event loop
/// running, since the server's listener lives in the same thread.
class RawClient
{
public:
    RawClient();

    /// Connects and encrypts; whether it worked. An empty `caPem` trusts nobody.
    bool connectTls(quint16 port, const QByteArray &caPem,
                    QSsl::SslProtocol protocol = QSsl::TlsV1_3OrLater);
    bool connectPlain(quint16 port);
    /// connectTls(), Hello, and Login unless `username` is empty.
    bool enter(quint16 port, const QByteArray &caPem, const QString &username = {},
               const QString &password = {});

    void sendBytes(const QByteArray &bytes);
    void sendRequest(protocol::MessageType type, qint64 id, const QCborMap &body,
                     const QByteArray &key = {});
    /// The next frame; none when the server closed the line or said nothing for ten seconds.
    std::optional<protocol::Envelope> next();
    /// The next frame of this request; events before it are kept for nextEvent().
    std::optional<protocol::Envelope> answerTo(qint64 id);
    std::optional<protocol::Envelope> nextEvent();
    bool waitForEnd();
    /// From now on what the server sends stays in the buffers of the kernel.
    void stopReading() { m_socket.setReadBufferSize(1); }
    [[nodiscard]] bool isOpen() const
    {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    [[nodiscard]] QString errorText() const { return m_socket.errorString(); }

    /// One request and its answer; the error that came instead.
    template <typename Request>
    Result<typename Request::Reply> call(const Request &request, const QByteArray &key = {})
    {
        const qint64 id = ++m_lastId;
        sendRequest(Request::Type, id, protocol::toCbor(request), key);
        const auto answer = answerTo(id);
        if (!answer)
            return fail(ErrorCode::Network, QStringLiteral("no answer"));
        if (answer->type == protocol::MessageType::Error)
            return std::unexpected(errorIn(*answer));
        return protocol::fromCbor<typename Request::Reply>(answer->body);
    }
    [[nodiscard]] static Error errorIn(const protocol::Envelope &envelope);

private:
    QSslSocket m_socket;
    protocol::FrameReader m_frames{protocol::MaxFrameSize};
    QList<protocol::Envelope> m_events;
    qint64 m_lastId = 1'000;
};

} // namespace sipenduduk
