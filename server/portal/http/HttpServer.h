#pragma once

#include "common/Result.h"
#include "server/portal/http/Router.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace sipenduduk {

struct HttpServerOptions
{
    QString socketPath{};       ///< at most 107 bytes; a socket nobody listens on is replaced
    unsigned socketMode = 0660; ///< nginx shares the group
    QString uploadDirectory{};  ///< must exist, private; remains of a crash are removed at start

    int handlerThreads = 4;
    unsigned connectionLimit = 256;
    size_t connectionMemory = 64 * 1024; ///< bounds the request head (431 beyond)
    qint64 maxBody = 12 * 1024 * 1024;   ///< of a form with files
    qint64 maxFile = 10 * 1024 * 1024;
    int maxFiles = 20;

    std::chrono::milliseconds readDeadline{60'000};   ///< whole request received
    std::chrono::milliseconds answerDeadline{30'000}; ///< handler has answered, else 503
    std::chrono::milliseconds sendDeadline{60'000};   ///< answer taken off our hands
    std::chrono::seconds idleTimeout{75};             ///< longer than nginx's 60 s
    std::chrono::milliseconds stopGrace{2'000};       ///< for answers under way

    /// The page of an error status, as UTF-8 HTML; none: a plain Indonesian one. Any thread.
    std::function<QByteArray(int status)> errorPage{};
};

/// HTTP/1.1 for the citizens' portal on a local socket, for nginx alone.
///
/// One event thread reads and writes, `handlerThreads` run the handlers; a request waits suspended,
/// without a thread, until its Responder is used. Bounds and deadlines are absolute: no visitor
/// holds memory, disk or a connection for longer than they say.
class HttpServer
{
public:
    HttpServer(HttpServerOptions options, Router router);
    ~HttpServer(); ///< stops
    Q_DISABLE_COPY_MOVE(HttpServer)

    /// Fails with InvalidArgument (path, upload directory), Conflict (another server listens
    /// there) or Network.
    [[nodiscard]] Result<> start();

    /// Takes no new connections, lets answers under way finish within `stopGrace`, answers the
    /// others with 503 and waits for the handlers that run. May be called twice; not from a
    /// handler.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sipenduduk
