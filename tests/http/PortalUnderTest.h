#pragma once

#include "server/portal/http/HttpResponse.h"
#include "server/portal/http/HttpServer.h"
#include "tests/support/HttpClient.h"

#include <QTemporaryDir>

#include <memory>

namespace sipenduduk {

/// A server with a socket and an upload directory of its own.
class PortalUnderTest
{
public:
    /// Sets what a test does not care about: socket, uploads.
    explicit PortalUnderTest(Router router, HttpServerOptions options = {});

    [[nodiscard]] HttpServer &server() { return *m_server; }
    [[nodiscard]] HttpClient client() const;
    [[nodiscard]] QString socketPath() const
    {
        return m_directory.filePath(QStringLiteral("portal.sock"));
    }
    [[nodiscard]] QString uploadDirectory() const
    {
        return m_directory.filePath(QStringLiteral("unggahan"));
    }
    [[nodiscard]] QString directory() const { return m_directory.path(); }
    /// Files of uploads that exist now.
    [[nodiscard]] QStringList uploads() const;

private:
    QTemporaryDir m_directory;
    std::unique_ptr<HttpServer> m_server;
};

/// A visitor who keeps to no rule: bytes as they come, on the server's socket.
class RawVisitor
{
public:
    explicit RawVisitor(const QString &socketPath);
    ~RawVisitor();
    Q_DISABLE_COPY_MOVE(RawVisitor)

    /// False once the server has closed the connection.
    bool send(const QByteArray &bytes) const;
    /// What arrived until the server closed or `milliseconds` went by without a byte.
    QByteArray receive(int milliseconds) const;
    void close();

private:
    int m_socket = -1;
};

} // namespace sipenduduk
