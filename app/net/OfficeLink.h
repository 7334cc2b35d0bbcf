#pragma once

#include "app/net/ConnectionState.h"
#include "app/net/Endpoint.h"
#include "common/protocol/Framing.h"
#include "common/protocol/Message.h"

#include <QObject>
#include <QSslError>
#include <QTimer>

#include <chrono>

class QSslSocket;

namespace sipenduduk {

/// One TLS 1.3 line to the office that carries envelopes both ways. Trusts the one CA of the
/// endpoint and nothing of this computer's own; a certificate that does not fit ends it.
class OfficeLink : public QObject
{
    Q_OBJECT
public:
    explicit OfficeLink(QObject *parent = nullptr);
    ~OfficeLink() override;

    /// Replaces the present line. Ends in opened() or broken().
    void open(const Endpoint &endpoint, std::chrono::milliseconds timeout);
    /// Sends what is waiting and ends the line without broken().
    void close();
    /// Ends the line at once, with broken(problem).
    void abort(ConnectionProblem problem);

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    void send(const protocol::Envelope &envelope); ///< lost unless isOpen()

Q_SIGNALS:
    void opened();
    void received(const sipenduduk::protocol::Envelope &envelope);
    void broken(sipenduduk::ConnectionProblem problem);

private:
    void connectSocket();
    void noteSslErrors(const QList<QSslError> &errors);
    void readFrames();
    void refuse(const Error &error);
    void onError();
    void drop();

    QSslSocket *m_socket = nullptr;
    protocol::FrameReader m_reader{protocol::MaxFrameSize};
    ConnectionProblem m_sslProblem = ConnectionProblem::None;
    QTimer m_deadline;
    bool m_isOpen = false;
};

} // namespace sipenduduk
