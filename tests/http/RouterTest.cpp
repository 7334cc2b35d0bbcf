#include "server/portal/http/Router.h"
#include "server/portal/http/CsrfTokens.h"
#include "server/portal/http/HttpResponse.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

const HttpHandler Nothing = [](auto, auto) {};

QByteArray headerOf(const HttpResponse &response, const QByteArray &name)
{
    QByteArray found;
    for (const HttpHeader &header : response.headers()) {
        if (header.name == name)
            found = header.value;
    }
    return found;
}

} // namespace

TEST_CASE("A route is found by method and pattern, the literal one first", "[http]")
{
    Router router;
    router.get(u"/permohonan/{nomor}"_s, Nothing);
    router.get(u"/permohonan/baru"_s, Nothing);
    router.post(u"/permohonan/{nomor}/berkas/{kode}"_s, Nothing, Router::Body::Files);
    router.get(u"/"_s, Nothing);

    const auto byNumber = router.match(HttpMethod::Get, u"/permohonan/PKU-1"_s);
    REQUIRE(byNumber.route);
    CHECK(byNumber.parameters == QList<NameValue>{{u"nomor"_s, u"PKU-1"_s}});
    const auto literal = router.match(HttpMethod::Get, u"/permohonan/baru"_s);
    REQUIRE(literal.route);
    CHECK(literal.parameters.isEmpty());
    CHECK(router.match(HttpMethod::Get, u"/permohonan/PKU-1/"_s).route == byNumber.route);
    CHECK(router.match(HttpMethod::Get, u"/"_s).route);

    const auto upload = router.match(HttpMethod::Post, u"/permohonan/7/berkas/kk"_s);
    REQUIRE(upload.route);
    CHECK(upload.route->body == Router::Body::Files);
    CHECK(upload.parameters == QList<NameValue>{{u"nomor"_s, u"7"_s}, {u"kode"_s, u"kk"_s}});
}

TEST_CASE("An address without a route says what it would take", "[http]")
{
    Router router;
    router.get(u"/masuk"_s, Nothing);
    router.post(u"/masuk"_s, Nothing);
    router.post(u"/keluar"_s, Nothing);
    CHECK(router.match(HttpMethod::Get, u"/keluar"_s).allowed == "POST");
    CHECK(router.match(std::nullopt, u"/masuk"_s).allowed == "GET, HEAD, POST");
    CHECK(router.match(HttpMethod::Get, u"/lain"_s).allowed.isEmpty());
    CHECK_FALSE(router.match(HttpMethod::Get, u"/permohonan/"_s).route);
    CHECK_FALSE(router.match(HttpMethod::Get, u"//masuk"_s).route);
}

TEST_CASE("A redirect leads nowhere but to a path of our own", "[http]")
{
    CHECK(HttpResponse::redirect(u"/status/PKU-1?baru=1"_s).status() == 303);
    CHECK(headerOf(HttpResponse::redirect(u"/é"_s), "Location") == "/%C3%A9");
    for (const QString &foreign : {u"https://jahat.example/"_s, u"//jahat.example"_s,
                                   u"/\\jahat.example"_s, u"/a\r\nSet-Cookie: x=y"_s, QString()})
        CHECK(HttpResponse::redirect(foreign).status() == 500);
}

TEST_CASE("A header or cookie cannot smuggle another one in", "[http]")
{
    CHECK(HttpResponse::html("x").setHeader("X-Kode", "a\r\nSet-Cookie: s=1").status() == 500);
    CHECK(HttpResponse::html("x").setCookie({.name = "sesi", .value = "a; Domain=example"}).status()
          == 500);
    CHECK(HttpResponse::html("x").setCookie({.name = "se si", .value = "a"}).status() == 500);
}

TEST_CASE("A cookie is for this site's pages over TLS alone", "[http]")
{
    auto response = HttpResponse::html("x");
    response.setCookie({.name = "__Host-sesi",
                        .value = "abc",
                        .sameSite = Cookie::SameSite::Strict,
                        .maxAge = std::chrono::minutes(30)});
    CHECK(headerOf(response, "Set-Cookie")
          == "__Host-sesi=abc; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=1800");
}

TEST_CASE("A form token fits its own session and no other", "[http]")
{
    const CsrfTokens tokens(QByteArray(32, 'k'));
    const QByteArray session = randomToken();
    const QString token = tokens.tokenFor(session);
    CHECK(tokens.accepts(session, token));
    CHECK(tokens.tokenFor(session) != token); // masked anew
    CHECK(tokens.accepts(session, tokens.tokenFor(session)));
    CHECK_FALSE(tokens.accepts(randomToken(), token));
    CHECK_FALSE(CsrfTokens(QByteArray(32, 'l')).accepts(session, token));
    CHECK_FALSE(tokens.accepts(session, {}));
    CHECK_FALSE(tokens.accepts(session, token.chopped(2)));
    CHECK_FALSE(tokens.accepts({}, tokens.tokenFor({})));
    QString changed = token;
    changed[10] = changed[10] == u'A' ? u'B' : u'A';
    CHECK_FALSE(tokens.accepts(session, changed));
    CHECK(randomToken().size() == 43);
    CHECK(equalInConstantTime("abc", "abc"));
    CHECK_FALSE(equalInConstantTime("abc", "abd"));
    CHECK_FALSE(equalInConstantTime("abc", "ab"));
}
