#include "server/net/SecureLink.h"

#include "common/protocol/Message.h"
#include "server/net/NetLog.h"

#include <QSslConfiguration>

#include <unistd.h>

namespace sipenduduk {

SecureLink::SecureLink(qint64 waitingLimit, QObject *parent)
    : QObject(parent)
    , m_waitingLimit(waitingLimit)
    , m_frames(protocol::MaxFrameSize)
{
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        m_heardAt = Clock::now();
        Q_EMIT secured();
    });
    connect(&m_socket, &QSslSocket::readyRead, this, &SecureLink::read);
    // A plaintext client, one with an old TLS, one that does not trust us: all end here.
    connect(&m_socket, &QSslSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) {
                qCDebug(netLog) << "link error" << error;
                abort();
            });
    connect(&m_socket, &QSslSocket::disconnected, this, &SecureLink::abort);
}

SecureLink::~SecureLink()
{
    m_socket.disconnect(this); // its own end would tell of an end that nobody waits for
}

bool SecureLink::open(qintptr descriptor, const QSslConfiguration &tls)
{
    m_socket.setSslConfiguration(tls);
    if (!m_socket.setSocketDescriptor(descriptor)) {
        ::close(int(descriptor));
        return false;
    }
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.startServerEncryption();
    return true;
}

void SecureLink::send(const QByteArray &frame)
{
    if (!m_isFinishing && !m_hasEnded)
        m_output.append(frame);
}

void SecureLink::flush()
{
    if (m_output.isEmpty() || m_hasEnded)
        return;
    m_socket.write(m_output);
    m_output.resize(0); // keeps its memory for the next answers
    // Within readyRead the socket is in the middle of its own work: to flush it there reads again,
    // tells of that again, and so on, deeper and deeper, until an error frees what the outer turns
    // still use (Qt 6.8). It writes by itself in the next turn.
    if (!m_isReading)
        m_socket.flush();
    if (m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() > m_waitingLimit) {
        qCInfo(netLog) << "a client does not read what it asked for";
        abort();
    }
}

void SecureLink::finish()
{
    flush();
    m_isFinishing = true;
    m_heardAt = Clock::now();
}

void SecureLink::close()
{
    m_socket.disconnectFromHost(); // says good-bye: TLS ends with a message of its own
    abort();
}

/// Often runs inside a signal of the socket, which does not survive to be closed there (Qt 6.8:
/// a failed handshake goes on with freed OpenSSL objects). It is closed with this link, later.
void SecureLink::abort()
{
    if (m_hasEnded)
        return;
    m_hasEnded = true;
    Q_EMIT ended();
}

void SecureLink::readFrames()
{
    const QByteArray bytes = m_socket.readAll();
    if (m_isFinishing || m_hasEnded)
        return;
    m_frames.append(bytes);
    while (!m_isFinishing && !m_hasEnded) {
        const auto content = m_frames.next();
        if (!content) {
            Q_EMIT oversized();
            return;
        }
        const std::optional<QByteArray> &frame = *content;
        if (!frame)
            return;
        m_heardAt = Clock::now();
        Q_EMIT received(*frame);
    }
}

void SecureLink::read()
{
    m_isReading = true;
    readFrames();
    flush();
    m_isReading = false;
}

} // namespace sipenduduk
