#include "tests/http/PortalUnderTest.h"

#include <QDir>
#include <QFile>

#include <catch2/catch_test_macros.hpp>

#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace sipenduduk {

PortalUnderTest::PortalUnderTest(Router router, HttpServerOptions options)
{
    REQUIRE(m_directory.isValid());
    options.socketPath = socketPath();
    if (options.uploadDirectory.isEmpty())
        options.uploadDirectory = uploadDirectory();
    QDir().mkpath(options.uploadDirectory);
    m_server = std::make_unique<HttpServer>(std::move(options), std::move(router));
    REQUIRE(m_server->start());
}

HttpClient PortalUnderTest::client() const
{
    return HttpClient({.baseUrl = "http://localhost", .socketPath = socketPath()});
}

QStringList PortalUnderTest::uploads() const
{
    return QDir(uploadDirectory()).entryList(QDir::Files | QDir::Hidden);
}

RawVisitor::RawVisitor(const QString &socketPath)
    : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(socketPath);
    std::memcpy(address.sun_path, path.constData(), size_t(path.size()));
    REQUIRE(::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0);
}

RawVisitor::~RawVisitor()
{
    close();
}

bool RawVisitor::send(const QByteArray &bytes) const
{
    pollfd state{m_socket, POLLIN, 0};
    const bool isClosed = ::poll(&state, 1, 0) == 1 && (state.revents & (POLLHUP | POLLERR)) != 0;
    return !isClosed
        && ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

QByteArray RawVisitor::receive(int milliseconds) const
{
    QByteArray received;
    pollfd state{m_socket, POLLIN, 0};
    while (::poll(&state, 1, milliseconds) == 1) {
        char buffer[4096];
        const ssize_t count = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (count <= 0)
            break;
        received.append(buffer, count);
    }
    return received;
}

void RawVisitor::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

} // namespace sipenduduk
