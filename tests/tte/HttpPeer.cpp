#include "tests/tte/HttpPeer.h"

#include <catch2/catch_test_macros.hpp>

#include <QTcpSocket>

namespace sipenduduk::test {

namespace {

/// What the head says of the body's length; 0 when nothing.
qsizetype lengthIn(const QByteArray &head)
{
    for (const QByteArray &line : head.split('\n')) {
        const QByteArray lower = line.trimmed().toLower();
        if (lower.startsWith("content-length:"))
            return lower.sliced(15).trimmed().toLongLong();
    }
    return 0;
}

} // namespace

HttpPeer::HttpPeer(Handler handler)
    : m_handler(std::move(handler))
{
    REQUIRE(m_server.listen(QHostAddress::LocalHost));
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        QTcpSocket *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
    });
}

QUrl HttpPeer::url() const
{
    QUrl url(QStringLiteral("http://127.0.0.1/"));
    url.setPort(m_server.serverPort());
    return url;
}

QByteArray HttpPeer::ok(const QByteArray &type, const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

void HttpPeer::read(QTcpSocket *socket)
{
    const QByteArray request = socket->peek(socket->bytesAvailable());
    const qsizetype headEnd = request.indexOf("\r\n\r\n");
    if (headEnd < 0 || request.size() < headEnd + 4 + lengthIn(request.first(headEnd)))
        return; // more is coming
    socket->readAll();
    ++m_requests;
    const QByteArray response = m_handler(request.sliced(headEnd + 4));
    if (response.isEmpty())
        return;
    socket->write(response);
    socket->disconnectFromHost();
}

} // namespace sipenduduk::test
