#pragma once

#include "common/protocol/Framing.h"

#include <QObject>
#include <QSslSocket>

#include <chrono>

class QSslConfiguration;

namespace sipenduduk {

/// The encrypted line to one client: frames in, frames out, bounded in both directions. Knows
/// nothing of what the frames say.
class SecureLink : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    explicit SecureLink(qint64 waitingLimit, QObject *parent = nullptr);
    ~SecureLink() override;

    /// Takes over the descriptor and begins the handshake; false when it is of no use.
    [[nodiscard]] bool open(qintptr descriptor, const QSslConfiguration &tls);

    /// Keeps `frame` until flush(), so that several answers go out in one write.
    void send(const QByteArray &frame);
    /// Writes what was kept. Ends the link when the peer takes too little of it.
    void flush();

    /// Nothing more is read; ends once the peer has had time to read the last answer.
    void finish();
    /// Ends politely; not from within a signal of this link.
    void close();
    /// Ends at once: whoever hears ended() destroys the link in a later turn.
    void abort();

    [[nodiscard]] bool isSecure() const { return m_socket.isEncrypted(); }
    [[nodiscard]] bool isFinishing() const { return m_isFinishing; }
    /// When the last frame came, or the stage began.
    [[nodiscard]] Clock::time_point heardAt() const { return m_heardAt; }

Q_SIGNALS:
    void secured();
    void received(const QByteArray &content);
    void oversized();
    void ended();

private:
    void read();
    void readFrames();

    const qint64 m_waitingLimit;
    QSslSocket m_socket;
    protocol::FrameReader m_frames;
    QByteArray m_output;
    Clock::time_point m_heardAt = Clock::now();
    bool m_isReading = false;
    bool m_isFinishing = false;
    bool m_hasEnded = false;
};

} // namespace sipenduduk
