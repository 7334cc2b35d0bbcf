#include "server/portal/http/HttpServer.h"

#include "server/portal/http/ConnectionWatch.h"
#include "server/portal/http/ErrorPage.h"
#include "server/portal/http/Exchange.h"
#include "server/portal/http/HttpLog.h"
#include "server/portal/http/ListenSocket.h"
#include "server/portal/http/RequestHead.h"
#include "server/portal/http/ResponseSender.h"

#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

#include <condition_variable>
#include <cstdarg>
#include <cstdio>
#include <microhttpd.h>
#include <mutex>
#include <unordered_set>
#include <utility>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxFormBody = 64 * 1024;
/// How much of a body that is already refused is read, so that its sender gets to see the page.
constexpr qint64 MaxDiscarded = 32 * 1024 * 1024;
constexpr std::chrono::seconds FlushGrace{1};

void logEngineLine(void *, const char *format, va_list arguments)
{
    char line[512];
    std::vsnprintf(line, sizeof line, format, arguments);
    qCDebug(lcHttp, "%s", line);
}

HttpResponse refusalFor(FormReader::Fault fault)
{
    switch (fault) {
    case FormReader::Fault::TooLarge: return HttpResponse::error(413);
    case FormReader::Fault::Unsupported: return HttpResponse::error(415);
    case FormReader::Fault::Storage: return HttpResponse::error(503);
    case FormReader::Fault::None:
    case FormReader::Fault::Malformed: break;
    }
    return HttpResponse::error(400);
}

} // namespace

struct HttpServer::Private
{
    Private(HttpServerOptions o, Router r)
        : options(std::move(o))
        , router(std::move(r))
    {
        if (!options.errorPage)
            options.errorPage = &plainErrorPage;
        handlers.setMaxThreadCount(qMax(1, options.handlerThreads));
    }

    const HttpServerOptions &settings() const { return options; }
    Result<> prepareUploads() const;
    bool startEngine();
    void stop();
    bool waitForExchanges(std::chrono::milliseconds grace);

    bool begin(MHD_Connection *connection, const char *path, const char *method, void **context);
    std::optional<HttpResponse> judgeHead(MHD_Connection *connection, const char *path,
                                          const char *method, Exchange &exchange) const;
    std::optional<HttpResponse> judgeBody(MHD_Connection *connection, Exchange &exchange) const;
    bool receive(Exchange &exchange, const char *data, size_t size) const;
    bool proceed(MHD_Connection *connection, const std::shared_ptr<Exchange> &exchange);
    bool dispatch(MHD_Connection *connection, const std::shared_ptr<Exchange> &exchange);
    bool send(MHD_Connection *connection, Exchange &exchange, const HttpResponse &response);
    void completed(MHD_Connection *connection, const std::shared_ptr<Exchange> &exchange);

    static MHD_Result onAccess(void *self, MHD_Connection *connection, const char *path,
                               const char *method, const char *version, const char *data,
                               size_t *size, void **context);
    static void onCompleted(void *self, MHD_Connection *connection, void **context,
                            MHD_RequestTerminationCode);
    static void onConnection(void *self, MHD_Connection *connection, void **,
                             MHD_ConnectionNotificationCode code);
    static void *onRequestLine(void *self, const char *, MHD_Connection *connection);

    HttpServerOptions options;
    const Router router;
    ListenSocket socket;
    std::unique_ptr<ConnectionWatch> watch;
    MHD_Daemon *daemon = nullptr;
    QThreadPool handlers;

    std::mutex mutex; ///< taken before an exchange's own
    std::condition_variable exchangeEnded;
    std::unordered_set<std::shared_ptr<Exchange>> exchanges;
    bool isStopping = false;
};

HttpServer::HttpServer(HttpServerOptions options, Router router)
    : d(std::make_unique<Private>(std::move(options), std::move(router)))
{
}

HttpServer::~HttpServer()
{
    stop();
}

Result<> HttpServer::start()
{
    if (auto uploads = d->prepareUploads(); !uploads)
        return uploads;
    if (auto opened = d->socket.open(d->options.socketPath, d->options.socketMode); !opened)
        return opened;
    if (d->startEngine())
        return {};
    d->socket.close();
    return fail(ErrorCode::Network, u"the portal's engine does not start"_s);
}

void HttpServer::stop()
{
    if (d->daemon)
        d->stop();
}

Result<> HttpServer::Private::prepareUploads() const
{
    QDir directory(options.uploadDirectory);
    const QFileInfo place(options.uploadDirectory);
    if (!place.isDir() || !place.isWritable())
        return fail(ErrorCode::InvalidArgument,
                    u"the portal's upload directory is missing or not writable"_s);
    const QStringList remains =
        directory.entryList({u"unggah-??????"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : remains)
        directory.remove(name);
    return {};
}

bool HttpServer::Private::startEngine()
{
    watch = std::make_unique<ConnectionWatch>();
    isStopping = false;
    daemon = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, nullptr,
        nullptr, &onAccess, this, MHD_OPTION_EXTERNAL_LOGGER, &logEngineLine, nullptr,
        MHD_OPTION_LISTEN_SOCKET, MHD_socket(socket.descriptor()), MHD_OPTION_CONNECTION_LIMIT,
        options.connectionLimit, MHD_OPTION_CONNECTION_MEMORY_LIMIT, options.connectionMemory,
        MHD_OPTION_CONNECTION_TIMEOUT, unsigned(options.idleTimeout.count()),
        MHD_OPTION_CLIENT_DISCIPLINE_LVL, 1, MHD_OPTION_NOTIFY_COMPLETED, &onCompleted, this,
        MHD_OPTION_NOTIFY_CONNECTION, &onConnection, this, MHD_OPTION_URI_LOG_CALLBACK,
        &onRequestLine, this, MHD_OPTION_END);
    return daemon != nullptr;
}

void HttpServer::Private::stop()
{
    {
        const std::scoped_lock lock(mutex);
        isStopping = true; // from here on every new request gets a 503 and none is suspended
    }
    MHD_quiesce_daemon(daemon);
    socket.close();
    if (!waitForExchanges(options.stopGrace)) {
        std::unordered_set<std::shared_ptr<Exchange>> unanswered;
        {
            const std::scoped_lock lock(mutex);
            unanswered = exchanges;
        }
        for (const auto &exchange : unanswered)
            exchange->answer(HttpResponse::error(503));
        unanswered.clear();
        waitForExchanges(FlushGrace);
    }
    watch->stop();
    MHD_stop_daemon(std::exchange(daemon, nullptr));
    handlers.waitForDone();
}

bool HttpServer::Private::waitForExchanges(std::chrono::milliseconds grace)
{
    std::unique_lock lock(mutex);
    return exchangeEnded.wait_for(lock, grace, [this] { return exchanges.empty(); });
}

bool HttpServer::Private::begin(MHD_Connection *connection, const char *path, const char *method,
                                void **context)
{
    auto exchange = std::make_shared<Exchange>(connection);
    *context = new std::shared_ptr<Exchange>(exchange); // given back in onCompleted()
    {
        const std::scoped_lock lock(mutex);
        exchanges.insert(exchange);
    }
    auto &refusal = exchange->refusal;
    refusal = judgeHead(connection, path, method, *exchange);
    const auto body = announcedBody(*exchange->request);
    const bool mayAnswerNow = body && (body->waitsForUs || body->length > MaxDiscarded);
    if (!refusal || !mayAnswerNow)
        return true;
    const HttpResponse answer = std::move(*refusal);
    refusal.reset();
    return send(connection, *exchange, answer);
}

std::optional<HttpResponse> HttpServer::Private::judgeHead(MHD_Connection *connection,
                                                           const char *path, const char *method,
                                                           Exchange &exchange) const
{
    HttpRequest &request = *exchange.request;
    if (!readHead(connection, path, request))
        return HttpResponse::error(400);
    const auto known = methodOf(method);
    Router::Match match = router.match(known, request.path);
    if (!match.route && match.allowed.isEmpty())
        return HttpResponse::error(404);
    if (!match.route || !known)
        return HttpResponse::error(405).setHeader("Allow", match.allowed);
    request.method = *known;
    request.isHead = qstrcmp(method, MHD_HTTP_METHOD_HEAD) == 0;
    request.parameters = std::move(match.parameters);
    exchange.route = match.route;
    return judgeBody(connection, exchange);
}

std::optional<HttpResponse> HttpServer::Private::judgeBody(MHD_Connection *connection,
                                                           Exchange &exchange) const
{
    const auto body = announcedBody(*exchange.request);
    if (!body)
        return HttpResponse::error(400);
    if (!body->isExpected)
        return std::nullopt;
    if (exchange.request->method == HttpMethod::Get)
        return HttpResponse::error(400);
    const bool takesFiles = exchange.route->body == Router::Body::Files;
    FormLimits limits{.uploadDirectory = options.uploadDirectory, .maxBody = MaxFormBody};
    if (takesFiles) {
        limits.maxBody = options.maxBody;
        limits.maxFile = options.maxFile;
        limits.maxFiles = options.maxFiles;
    }
    if (body->length > limits.maxBody)
        return HttpResponse::error(413);
    exchange.form = std::make_unique<FormReader>(connection, limits);
    return std::nullopt;
}

bool HttpServer::Private::receive(Exchange &exchange, const char *data, size_t size) const
{
    if (!exchange.refusal && exchange.form && exchange.form->fault() == FormReader::Fault::None) {
        exchange.form->feed(data, size);
        return true;
    }
    exchange.discarded += qint64(size);
    return exchange.discarded <= MaxDiscarded;
}

bool HttpServer::Private::proceed(MHD_Connection *connection,
                                  const std::shared_ptr<Exchange> &exchange)
{
    if (exchange->stage == Exchange::Stage::Waiting) {
        if (const auto answer = exchange->takeAnswer())
            return send(connection, *exchange, *answer);
        return true;
    }
    if (const auto &refusal = exchange->refusal; refusal)
        return send(connection, *exchange, *refusal);
    if (exchange->form) {
        const auto fault = exchange->form->finish(*exchange->request);
        exchange->form.reset();
        if (fault != FormReader::Fault::None)
            return send(connection, *exchange, refusalFor(fault));
    }
    return dispatch(connection, exchange);
}

bool HttpServer::Private::dispatch(MHD_Connection *connection,
                                   const std::shared_ptr<Exchange> &exchange)
{
    watch->restart(connection, options.answerDeadline, exchange);
    std::unique_lock lock(mutex);
    if (isStopping) {
        lock.unlock();
        return send(connection, *exchange, HttpResponse::error(503));
    }
    exchange->stage = Exchange::Stage::Waiting;
    exchange->suspend(); // before the handler can possibly answer
    lock.unlock();
    handlers.start(
        [exchange, request = std::move(exchange->request), route = exchange->route]() mutable {
            if (!exchange->isWaiting())
                return; // the deadline passed in the queue: nobody waits for the work any more
            Responder responder(
                [exchange](HttpResponse response) { exchange->answer(std::move(response)); });
            try {
                route->handler(std::move(request), std::move(responder));
            } catch (const std::exception &) {
                qCCritical(lcHttp, "a handler threw an exception"); // the dropped responder answers
            }
        });
    return true;
}

bool HttpServer::Private::send(MHD_Connection *connection, Exchange &exchange,
                               const HttpResponse &response)
{
    exchange.stage = Exchange::Stage::Sending;
    watch->restart(connection, options.sendDeadline);
    return sendResponse(connection, response, options.errorPage);
}

void HttpServer::Private::completed(MHD_Connection *connection,
                                    const std::shared_ptr<Exchange> &exchange)
{
    watch->restart(connection, options.idleTimeout + options.readDeadline);
    if (!exchange)
        return;
    exchange->finish();
    exchange->form.reset(); // partial uploads go now, whoever still holds the exchange
    const std::scoped_lock lock(mutex);
    exchanges.erase(exchange);
    exchangeEnded.notify_all();
}

MHD_Result HttpServer::Private::onAccess(void *self, MHD_Connection *connection, const char *path,
                                         const char *method, const char *, const char *data,
                                         size_t *size, void **context)
{
    auto &server = *static_cast<Private *>(self);
    bool goesOn = false;
    if (!*context) {
        goesOn = server.begin(connection, path, method, context);
    } else {
        const auto exchange = *static_cast<std::shared_ptr<Exchange> *>(*context);
        if (*size > 0) {
            goesOn = server.receive(*exchange, data, *size);
            *size = 0;
        } else {
            goesOn = server.proceed(connection, exchange);
        }
    }
    return goesOn ? MHD_YES : MHD_NO;
}

void HttpServer::Private::onCompleted(void *self, MHD_Connection *connection, void **context,
                                      MHD_RequestTerminationCode)
{
    const std::unique_ptr<std::shared_ptr<Exchange>> held(
        static_cast<std::shared_ptr<Exchange> *>(*context));
    *context = nullptr;
    static_cast<Private *>(self)->completed(connection, held ? *held : nullptr);
}

void HttpServer::Private::onConnection(void *self, MHD_Connection *connection, void **,
                                       MHD_ConnectionNotificationCode code)
{
    auto &server = *static_cast<Private *>(self);
    if (code == MHD_CONNECTION_NOTIFY_CLOSED)
        return server.watch->remove(connection);
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    server.watch->add(connection, int(info->connect_fd), server.options.readDeadline);
}

void *HttpServer::Private::onRequestLine(void *self, const char *, MHD_Connection *connection)
{
    auto &server = *static_cast<Private *>(self);
    server.watch->restart(connection, server.options.readDeadline);
    return nullptr;
}

} // namespace sipenduduk
