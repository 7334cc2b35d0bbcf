#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QUrl>

#include <functional>

namespace sipenduduk::test {

/// A web server on loopback that answers as a test wants. It lives in the thread of the test, whose
/// event loop runs while a client waits.
class HttpPeer
{
public:
    /// Gets the body of a request and gives all bytes of the response, head and body; empty: stays
    /// silent.
    using Handler = std::function<QByteArray(const QByteArray &)>;

    explicit HttpPeer(Handler handler);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] int requests() const { return m_requests; }

    /// A response with status 200.
    [[nodiscard]] static QByteArray ok(const QByteArray &type, const QByteArray &body);

private:
    void read(QTcpSocket *socket);

    Handler m_handler;
    QTcpServer m_server;
    int m_requests = 0;
};

} // namespace sipenduduk::test
