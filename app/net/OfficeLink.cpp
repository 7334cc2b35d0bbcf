#include "app/net/OfficeLink.h"

#include "app/net/NetLog.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qint64 MaxCaFileSize = 64 * 1024;
constexpr qint64 MaxUnread = 4 * 1024 * 1024; ///< what TLS may have ready for us at a time

/// The office's CA; a null certificate when the file holds anything but exactly one.
QSslCertificate readCa(const QString &fileName)
{
    QFile file(fileName);
    if (fileName.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > MaxCaFileSize)
        return QSslCertificate();
    const QList<QSslCertificate> found = QSslCertificate::fromData(file.readAll(), QSsl::Pem);
    return found.size() == 1 ? found.first() : QSslCertificate();
}

QSslConfiguration pinnedTo(const QSslCertificate &ca)
{
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3); // nothing older is offered
    configuration.setCaCertificates({ca});    // replaces the system's and keeps them from loading
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return configuration;
}

ConnectionProblem problemOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired:
    case QSslError::CertificateNotYetValid: return ConnectionProblem::ExpiredCertificate;
    case QSslError::HostNameMismatch: return ConnectionProblem::WrongHost;
    default: return ConnectionProblem::WrongCa;
    }
}

/// A stranger's certificate weighs more than an old one, and that more than a wrong name.
int weight(ConnectionProblem problem)
{
    switch (problem) {
    case ConnectionProblem::WrongCa: return 3;
    case ConnectionProblem::ExpiredCertificate: return 2;
    case ConnectionProblem::WrongHost: return 1;
    default: return 0;
    }
}

} // namespace

OfficeLink::OfficeLink(QObject *parent)
    : QObject(parent)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { abort(ConnectionProblem::Unreachable); });
}

OfficeLink::~OfficeLink()
{
    drop();
}

void OfficeLink::open(const Endpoint &endpoint, std::chrono::milliseconds timeout)
{
    drop();
    const QSslCertificate ca = readCa(endpoint.caFile);
    if (endpoint.host.isEmpty() || ca.isNull()) {
        const auto problem =
            endpoint.host.isEmpty() ? ConnectionProblem::NoAddress : ConnectionProblem::NoCa;
        // Later, so that a caller always sees the answer after its call.
        QMetaObject::invokeMethod(
            this, [this, problem] { Q_EMIT broken(problem); }, Qt::QueuedConnection);
        return;
    }
    m_sslProblem = ConnectionProblem::None;
    m_reader = protocol::FrameReader(protocol::MaxFrameSize);
    m_socket = new QSslSocket(this);
    m_socket->setSslConfiguration(pinnedTo(ca));
    m_socket->setReadBufferSize(MaxUnread);
    connectSocket();
    m_deadline.start(timeout);
    m_socket->connectToHostEncrypted(endpoint.host, endpoint.port);
}

void OfficeLink::connectSocket()
{
    connect(m_socket, &QSslSocket::encrypted, this, [this] {
        m_deadline.stop();
        m_isOpen = true;
        m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
        Q_EMIT opened();
    });
    connect(m_socket, &QSslSocket::sslErrors, this, &OfficeLink::noteSslErrors);
    connect(m_socket, &QSslSocket::readyRead, this, &OfficeLink::readFrames);
    connect(m_socket, &QSslSocket::errorOccurred, this, &OfficeLink::onError);
}

void OfficeLink::noteSslErrors(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        qCInfo(netLog) << "certificate refused:" << error.errorString();
        m_sslProblem = std::max(m_sslProblem, problemOf(error),
                                [](auto a, auto b) { return weight(a) < weight(b); });
    }
}

void OfficeLink::readFrames()
{
    m_reader.append(m_socket->readAll());
    const QSslSocket *line = m_socket;
    while (m_socket == line) { // a receiver may have closed it or opened another
        const auto content = m_reader.next();
        if (!content)
            return refuse(content.error());
        const std::optional<QByteArray> &frame = *content;
        if (!frame)
            return;
        const auto envelope = protocol::envelopeFromCbor(*frame);
        if (!envelope)
            return refuse(envelope.error());
        Q_EMIT received(*envelope);
    }
}

void OfficeLink::refuse(const Error &error)
{
    qCWarning(netLog) << "closing the line:" << error.detail;
    abort(ConnectionProblem::BadAnswer);
}

void OfficeLink::onError()
{
    const QAbstractSocket::SocketError error = m_socket->error();
    qCInfo(netLog) << "line broken:" << error;
    if (m_isOpen)
        abort(ConnectionProblem::Lost);
    else if (m_sslProblem != ConnectionProblem::None)
        abort(m_sslProblem);
    else if (error == QAbstractSocket::SslHandshakeFailedError
             || error == QAbstractSocket::SslInvalidUserDataError)
        abort(ConnectionProblem::InsecureServer);
    else
        abort(ConnectionProblem::Unreachable);
}

void OfficeLink::send(const protocol::Envelope &envelope)
{
    if (m_isOpen)
        m_socket->write(protocol::frame(envelope));
}

void OfficeLink::close()
{
    if (m_socket && m_isOpen) {
        m_socket->disconnect(this);
        connect(m_socket, &QSslSocket::disconnected, m_socket, &QObject::deleteLater);
        m_socket->disconnectFromHost(); // after what waits to be written
        m_socket = nullptr;
    }
    drop();
}

void OfficeLink::abort(ConnectionProblem problem)
{
    drop();
    Q_EMIT broken(problem);
}

void OfficeLink::drop()
{
    m_deadline.stop();
    m_isOpen = false;
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater(); // we may stand in one of its signals
    m_socket = nullptr;
}

} // namespace sipenduduk
