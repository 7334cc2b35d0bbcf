#include "tests/http/PortalUnderTest.h"
#include "tests/support/Launched.h"
#include "tests/support/SiteCertificate.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

SCENARIO("nginx stands between the citizens and the portal", "[http]")
{
    std::atomic<int> handled = 0;
    Router router;
    const auto whoAsks = [&handled](const std::shared_ptr<HttpRequest> &request,
                                    const Responder &respond) {
        ++handled;
        auto answer = HttpResponse::html(request->clientAddress.toUtf8());
        answer.setCookie({.name = "__Host-sesi", .value = "abc"});
        answer.setHeader("X-Sesi", request->cookie(u"__Host-sesi").toUtf8());
        respond(answer);
    };
    router.get(u"/siapa"_s, whoAsks);
    router.post(
        u"/berkas"_s,
        [&handled](const std::shared_ptr<HttpRequest> &request, const Responder &respond) {
            ++handled;
            respond(HttpResponse::html(
                QByteArray::number(request->files.empty() ? 0 : request->files.front().size())));
        },
        Router::Body::Files);
    PortalUnderTest portal(std::move(router));

    const QString place = portal.directory() + "/nginx"_L1;
    const QString certificate = portal.directory() + "/cert.pem"_L1;
    const QString key = portal.directory() + "/key.pem"_L1;
    REQUIRE(test::makeSiteCertificate(certificate, key));
    Launched nginx(u"nginx"_s, {place, portal.socketPath(), u"0"_s, certificate, key}, place);
    REQUIRE(nginx.isReady());
    HttpClient client(
        {.baseUrl = "https://localhost:" + nginx.value(u"port"_s).toUtf8(), .caFile = certificate});

    WHEN("a citizen claims another address")
    {
        client.setHeader("X-Real-IP", "6.6.6.6");
        const HttpAnswer answer = client.get("/siapa");
        THEN("the portal sees the real one")
        {
            REQUIRE(answer.error == QString());
            CHECK(answer.status == 200);
            CHECK(answer.body == "127.0.0.1");
            CHECK(answer.header("Strict-Transport-Security") == "max-age=31536000");
            CHECK(answer.header("X-Content-Type-Options") == "nosniff");
        }
    }
    WHEN("the portal sets a cookie")
    {
        CHECK(client.get("/siapa").header("X-Sesi").isEmpty());
        THEN("it comes back over TLS")
        {
            CHECK(client.cookie("__Host-sesi") == "abc");
            CHECK(client.get("/siapa").header("X-Sesi") == "abc");
        }
    }
    WHEN("a citizen uploads a scan")
    {
        const HttpAnswer answer = client.upload(
            "/berkas", {}, {{u"f"_s, u"a.pdf"_s, "application/pdf", QByteArray(5000000, 'x')}});
        THEN("it arrives whole")
        {
            CHECK(answer.status == 200);
            CHECK(answer.body == "5000000");
        }
    }
    WHEN("an upload is larger than the site allows")
    {
        const HttpAnswer answer = client.upload(
            "/berkas", {}, {{u"f"_s, u"a.pdf"_s, "application/pdf", QByteArray(13000000, 'x')}});
        THEN("nginx says so in words, and the portal never hears of it")
        {
            CHECK(answer.status == 413);
            CHECK(answer.body.contains("Berkas terlalu besar"));
            CHECK(handled == 0);
        }
    }
    WHEN("the portal is down")
    {
        portal.server().stop();
        const HttpAnswer down = client.get("/siapa");
        THEN("the citizen reads so, and it works again as soon as the portal is back")
        {
            CHECK(down.status == 502);
            CHECK(down.body.contains("Layanan sedang tidak tersedia"));
            REQUIRE(portal.server().start());
            CHECK(client.get("/siapa").status == 200);
        }
    }
    WHEN("one address asks without end")
    {
        int refused = 0;
        QByteArray page;
        for (int i = 0; i < 400 && refused == 0; ++i) {
            const HttpAnswer answer = client.get("/siapa");
            if (answer.status == 429) {
                ++refused;
                page = answer.body;
            }
        }
        THEN("it is told to wait")
        {
            CHECK(refused == 1);
            CHECK(page.contains("Terlalu banyak permintaan"));
        }
    }
}
