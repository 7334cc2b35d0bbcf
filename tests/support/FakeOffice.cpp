#include "tests/support/FakeOffice.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

FakeOffice::FakeOffice(const IssuedCertificate &certificate, QSsl::SslProtocol protocol)
{
    QSslConfiguration configuration;
    configuration.setProtocol(protocol);
    configuration.setLocalCertificate(QSslCertificate(certificate.certificatePem, QSsl::Pem));
    configuration.setPrivateKey(QSslKey(certificate.keyPem, QSsl::Ec, QSsl::Pem));
    m_server.setSslConfiguration(configuration);
    connect(&m_server, &QSslServer::pendingConnectionAvailable, this, &FakeOffice::accept);
    m_hello = {protocol::ProtocolVersion, u"Disdukcapil Kota Uji"_s, false, {}};
    m_login = {
        UserId(7), u"Siti Aminah"_s, u"198001012005012001"_s, u"Petugas"_s, {{Role::Fo, {}}}};
    installDefaults();
    listenAgain();
}

FakeOffice::~FakeOffice()
{
    dropConnections();
}

void FakeOffice::installDefaults()
{
    on<protocol::Hello>(
        [this](const protocol::Hello &) { return Result<protocol::HelloReply>(m_hello); });
    on<protocol::Login>([this](const protocol::Login &login) -> Result<protocol::LoginReply> {
        if (login.username != UserName || login.password != Password)
            return fail(ErrorCode::Unauthenticated, u"log-in"_s);
        return m_login;
    });
    answer<protocol::Ping>({});
    answer<protocol::Logout>({});
    answer<protocol::ListQueue>({});
    answer<protocol::Subscribe>({});
}

void FakeOffice::listenAgain()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("cannot listen on loopback");
    m_port = m_server.serverPort();
}

void FakeOffice::stopListening()
{
    m_server.close();
}

void FakeOffice::accept()
{
    while (auto *socket = qobject_cast<QSslSocket *>(m_server.nextPendingConnection())) {
        ++m_connectionCount;
        const auto connection = std::make_shared<Connection>();
        connection->socket = socket;
        m_connections.append(connection);
        connect(socket, &QSslSocket::readyRead, this, [this, connection] { read(*connection); });
        connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
        read(*connection);
    }
}

void FakeOffice::read(Connection &connection)
{
    connection.reader.append(connection.socket->readAll());
    while (connection.socket) {
        const auto content = connection.reader.next();
        if (!content || !*content)
            return;
        if (const auto envelope = protocol::envelopeFromCbor(**content))
            serve(connection, *envelope);
    }
}

void FakeOffice::serve(Connection &connection, const protocol::Envelope &request)
{
    m_received.append(request);
    const protocol::Envelope answer = answerTo(request);
    if (m_held == request.type)
        m_keptBack.append(answer);
    else
        connection.socket->write(protocol::frame(answer));
}

protocol::Envelope FakeOffice::answerTo(const protocol::Envelope &request)
{
    if (!request.key.isEmpty() && m_answersByKey.contains(request.key)) {
        protocol::Envelope again = m_answersByKey.value(request.key);
        again.id = request.id;
        return again;
    }
    ++m_done[request.type];
    const auto handler = m_handlers.find(request.type);
    const Result<protocol::Envelope> reply = handler == m_handlers.end()
        ? Result<protocol::Envelope>(fail(ErrorCode::NotFound, u"no handler"_s))
        : handler->second(request.body);
    protocol::Envelope answer;
    if (reply) {
        answer = *reply;
    } else {
        answer.type = protocol::MessageType::Error;
        answer.body =
            protocol::toCbor(protocol::ErrorReply{reply.error().code, reply.error().detail});
    }
    answer.id = request.id;
    if (!request.key.isEmpty())
        m_answersByKey.insert(request.key, answer);
    return answer;
}

void FakeOffice::releaseOldest()
{
    sendRaw(protocol::frame(m_keptBack.takeFirst()));
}

void FakeOffice::release()
{
    m_held.reset();
    for (const protocol::Envelope &answer : std::exchange(m_keptBack, {}))
        sendRaw(protocol::frame(answer));
}

void FakeOffice::sendEvent(const protocol::QueueChanged &event)
{
    sendRaw(protocol::frame({protocol::QueueChanged::Type, 0, {}, protocol::toCbor(event)}));
}

void FakeOffice::sendRaw(const QByteArray &bytes)
{
    for (const auto &connection : std::as_const(m_connections)) {
        if (connection->socket)
            connection->socket->write(bytes);
    }
}

void FakeOffice::dropConnections()
{
    m_keptBack.clear(); // they belong to the line that is cut
    for (const auto &connection : std::exchange(m_connections, {})) {
        if (connection->socket) {
            connection->socket->disconnect(this);
            connection->socket->abort();
        }
    }
}

QList<protocol::Envelope> FakeOffice::received(protocol::MessageType type) const
{
    QList<protocol::Envelope> found;
    std::ranges::copy_if(m_received, std::back_inserter(found),
                         [type](const protocol::Envelope &one) { return one.type == type; });
    return found;
}

} // namespace sipenduduk::test
