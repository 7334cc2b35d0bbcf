#include "tests/http/PortalUnderTest.h"

#include <QFile>
#include <QTest>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sipenduduk;

namespace {

void answerHello(const std::shared_ptr<HttpRequest> &, const Responder &respond)
{
    respond(HttpResponse::html("<p>halo</p>"));
}

Router helloRouter()
{
    Router router;
    router.get(u"/"_s, answerHello);
    router.post(u"/kirim"_s, answerHello);
    return router;
}

/// Requests that were taken and wait for their answer.
class HeldRequests
{
public:
    HttpHandler handler()
    {
        return [this](const std::shared_ptr<HttpRequest> &, Responder respond) {
            const std::scoped_lock lock(m_mutex);
            m_responders.push_back(std::move(respond));
        };
    }
    size_t count()
    {
        const std::scoped_lock lock(m_mutex);
        return m_responders.size();
    }
    void answerAll(const QByteArray &html)
    {
        std::vector<Responder> held;
        {
            const std::scoped_lock lock(m_mutex);
            held.swap(m_responders);
        }
        for (const Responder &respond : held)
            respond(HttpResponse::html(html));
    }

private:
    std::mutex m_mutex;
    std::vector<Responder> m_responders;
};

} // namespace

TEST_CASE("A page arrives with what the visitor said and with strict headers", "[http]")
{
    Router router;
    router.get(u"/status/{nomor}"_s,
               [](const std::shared_ptr<HttpRequest> &request, const Responder &respond) {
                   const QStringList said{request->parameter(u"nomor"), request->query(u"bahasa"),
                                          request->cookie(u"sesi"), request->header(u"x-uji"),
                                          request->clientAddress};
                   respond(HttpResponse::html(said.join(u'|').toUtf8()));
               });
    PortalUnderTest portal(std::move(router));
    HttpClient client = portal.client();
    client.setHeader("Cookie", "lain=1; sesi=abc");
    client.setHeader("X-Uji", "ya");
    client.setHeader("X-Real-IP", "2001:db8::7");
    const HttpAnswer answer = client.get("/status/PKU%201?bahasa=%C3%A9+1");
    CHECK(answer.status == 200);
    CHECK(answer.body == "PKU 1|é 1|abc|ya|2001:db8::7");
    CHECK(answer.header("Content-Type") == "text/html; charset=utf-8");
    CHECK(answer.header("Content-Security-Policy")
          == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
             "frame-ancestors 'none'; base-uri 'none'");
    CHECK(answer.header("X-Content-Type-Options") == "nosniff");
    CHECK(answer.header("Referrer-Policy") == "no-referrer");
    CHECK(answer.header("Cache-Control") == "no-store");
}

TEST_CASE("HEAD gets the headers of the page and no body", "[http]")
{
    PortalUnderTest portal(helloRouter());
    RawVisitor visitor(portal.socketPath());
    REQUIRE(visitor.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    const QByteArray answer = visitor.receive(5000);
    CHECK(answer.startsWith("HTTP/1.1 200"));
    CHECK(answer.contains("Content-Length: 11\r\n"));
    CHECK(answer.endsWith("\r\n\r\n"));
}

TEST_CASE("A wrong address or method gets a readable page", "[http]")
{
    PortalUnderTest portal(helloRouter());
    HttpClient client = portal.client();
    const HttpAnswer unknown = client.get("/tidak-ada");
    CHECK(unknown.status == 404);
    CHECK(unknown.body.contains("Halaman tidak ditemukan"));
    CHECK(unknown.header("X-Content-Type-Options") == "nosniff");
    const HttpAnswer wrongWay = client.get("/kirim");
    CHECK(wrongWay.status == 405);
    CHECK(wrongWay.header("Allow") == "POST");
    CHECK(client.send("DELETE", "/kirim", {}, {}).status == 405);
    CHECK(client.send("POST", "/kirim", "application/json", "{}").status == 415);
    CHECK(client.get("/%01").status == 400);
    CHECK(client.get("/" + QByteArray(3000, 'a')).status == 400);
    CHECK(client.get("/").status == 200); // the connection is as good as before
}

TEST_CASE("The office's own error page replaces the plain one", "[http]")
{
    PortalUnderTest portal(helloRouter(), {.errorPage = [](int status) {
                               return "galat " + QByteArray::number(status);
                           }});
    CHECK(portal.client().get("/tidak-ada").body == "galat 404");
}

TEST_CASE("What is no HTTP is refused and costs nothing", "[http]")
{
    PortalUnderTest portal(helloRouter());
    for (const QByteArray &bytes :
         {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n"_ba, "GET\r\n\r\n"_ba,
          "GET / HTTP/1.1\r\nHost x\r\n\r\n"_ba, "GET / HTTP/9.9\r\n\r\n"_ba,
          "POST /kirim HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n"_ba,
          "GET / HTTP/1.1\r\nHost: x\r\nX: "_ba + QByteArray(200000, 'a') + "\r\n\r\n"}) {
        RawVisitor visitor(portal.socketPath());
        visitor.send(bytes);
        const QByteArray answer = visitor.receive(5000);
        INFO(bytes.left(40).toStdString() << " -> " << answer.left(40).toStdString());
        CHECK((answer.isEmpty() || answer.startsWith("HTTP/1.1 4")
               || answer.startsWith("HTTP/1.0 4") || answer.startsWith("HTTP/1.1 505")));
    }
    CHECK(portal.client().get("/").status == 200);
}

TEST_CASE("A file is streamed, under the name it is to be saved as", "[http]")
{
    QTemporaryDir directory;
    const QByteArray bytes = QByteArray("%PDF-1.7\n").repeated(200000);
    QFile file(directory.filePath(u"a.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    Router router;
    router.get(
        u"/unduh"_s,
        [path = file.fileName()](const std::shared_ptr<HttpRequest> &, const Responder &respond) {
            respond(HttpResponse::file(path, "application/pdf").downloadAs(u"akta \"1\" é.pdf"_s));
        });
    router.get(u"/hilang"_s, [](const std::shared_ptr<HttpRequest> &, const Responder &respond) {
        respond(HttpResponse::file(u"/tidak/ada"_s, "application/pdf"));
    });
    PortalUnderTest portal(std::move(router));
    const HttpAnswer answer = portal.client().get("/unduh");
    CHECK(answer.status == 200);
    CHECK(answer.body == bytes);
    CHECK(answer.header("Content-Type") == "application/pdf");
    CHECK(
        answer.header("Content-Disposition")
        == "attachment; filename=\"akta _1_ _.pdf\"; filename*=UTF-8''akta%20%221%22%20%C3%A9.pdf");
    CHECK(portal.client().get("/hilang").status == 404);
}

TEST_CASE("Requests wait without holding a thread, and are answered from elsewhere", "[http]")
{
    constexpr size_t Visitors = 24;
    HeldRequests held;
    Router router = helloRouter();
    router.get(u"/lama"_s, held.handler());
    PortalUnderTest portal(std::move(router), {.handlerThreads = 1});
    std::atomic<size_t> answered = 0;
    std::vector<std::jthread> visitors;
    for (size_t i = 0; i < Visitors; ++i) {
        visitors.emplace_back([&portal, &answered] {
            if (portal.client().get("/lama").body == "siap")
                ++answered;
        });
    }
    REQUIRE(QTest::qWaitFor([&] { return held.count() == Visitors; }, 20000));
    CHECK(portal.client().get("/").status == 200); // the only handler thread is free
    held.answerAll("siap");
    visitors.clear(); // joins
    CHECK(answered == Visitors);
}

TEST_CASE("A handler that forgets or throws costs the visitor a 500, not the wait", "[http]")
{
    Router router;
    router.get(u"/lupa"_s, [](auto, auto) {});
    router.get(u"/jatuh"_s, [](auto, auto) { throw std::runtime_error("x"); });
    PortalUnderTest portal(std::move(router));
    CHECK(portal.client().get("/lupa").status == 500);
    CHECK(portal.client().get("/jatuh").status == 500);
}

TEST_CASE("An answer counts once", "[http]")
{
    Router router;
    router.get(u"/dua"_s, [](const std::shared_ptr<HttpRequest> &, const Responder &respond) {
        respond(HttpResponse::html("satu"));
        respond(HttpResponse::html("dua"));
    });
    PortalUnderTest portal(std::move(router));
    HttpClient client = portal.client();
    CHECK(client.get("/dua").body == "satu");
    CHECK(client.get("/dua").body == "satu");
}

TEST_CASE("A handler that never answers is answered for at the deadline", "[http]")
{
    HeldRequests held;
    Router router;
    router.get(u"/lama"_s, held.handler());
    PortalUnderTest portal(std::move(router), {.answerDeadline = 200ms});
    HttpClient client = portal.client();
    const HttpAnswer answer = client.get("/lama");
    CHECK(answer.status == 503);
    CHECK(answer.body.contains("Layanan sedang sibuk"));
    held.answerAll("terlambat"); // goes nowhere, harms nothing
    CHECK(client.get("/lama").status == 503);
}

TEST_CASE("A visitor who drips his request is cut off at the deadline", "[http]")
{
    const QByteArray parts = GENERATE_COPY(
        "GET / HTTP/1.1\r\nHost: x\r\nX: "_ba, "GE"_ba,
        "POST /kirim HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: 60000\r\n\r\na="_ba);
    PortalUnderTest portal(helloRouter(), {.readDeadline = 300ms});
    const RawVisitor visitor(portal.socketPath());
    REQUIRE(visitor.send(parts));
    // One byte whenever the loop comes by: never silent, never done.
    CHECK(QTest::qWaitFor([&] { return !visitor.send("a"); }, 10000));
    CHECK(portal.client().get("/").status == 200);
}

TEST_CASE("Stopping lets answers under way finish and answers the others", "[http]")
{
    HeldRequests held;
    Router router;
    router.get(u"/lama"_s, held.handler());
    const bool finishes = GENERATE(true, false);
    PortalUnderTest portal(std::move(router), {.stopGrace = finishes ? 20000ms : 100ms});
    HttpAnswer answer;
    std::jthread visitor([&] { answer = portal.client().get("/lama"); });
    REQUIRE(QTest::qWaitFor([&] { return held.count() == 1; }, 20000));
    std::jthread stopper([&] { portal.server().stop(); });
    if (finishes) {
        REQUIRE(QTest::qWaitFor([&] { return !QFile::exists(portal.socketPath()); }, 20000));
        held.answerAll("siap");
    }
    visitor.join();
    stopper.join();
    CHECK(answer.status == (finishes ? 200 : 503));
    CHECK_FALSE(QFile::exists(portal.socketPath()));
    held.answerAll("terlambat");
}

TEST_CASE("The socket is for the owner and the group, and has one server", "[http]")
{
    PortalUnderTest portal(helloRouter());
    struct stat status;
    REQUIRE(::stat(QFile::encodeName(portal.socketPath()).constData(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0660);

    HttpServer second(
        {.socketPath = portal.socketPath(), .uploadDirectory = portal.uploadDirectory()},
        helloRouter());
    const auto refused = second.start();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(portal.client().get("/").status == 200);

    const QString other = portal.directory() + "/bukan-soket"_L1;
    QFile file(other);
    REQUIRE(file.open(QIODevice::WriteOnly));
    for (const QString &path : {other, QString(200, u'a'), QString()}) {
        HttpServer wrong({.socketPath = path, .uploadDirectory = portal.uploadDirectory()},
                         helloRouter());
        const auto started = wrong.start();
        REQUIRE_FALSE(started);
        CHECK(started.error().code == ErrorCode::InvalidArgument);
    }
    CHECK(file.exists());
}

TEST_CASE("A socket and uploads left by a crash do not hinder the next start", "[http]")
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"portal.sock"_s);
    QFile remains(directory.filePath(u"unggah-AbCdEf"_s));
    REQUIRE(remains.open(QIODevice::WriteOnly));
    {
        // A socket whose process is gone: bound, never listening again.
        PortalUnderTest crashed(helloRouter());
        REQUIRE(QFile::rename(crashed.socketPath(), path));
    }
    REQUIRE(QFile::exists(path));
    HttpServer server({.socketPath = path, .uploadDirectory = directory.path()}, helloRouter());
    REQUIRE(server.start());
    CHECK_FALSE(remains.exists());
    CHECK(HttpClient({.baseUrl = "http://localhost", .socketPath = path}).get("/").status == 200);
}
