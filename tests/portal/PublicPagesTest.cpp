#include "tests/portal/PortalFixture.h"

#include "server/db/DokumenRepository.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

QByteArray escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\'', u"&apos;"_s).toUtf8();
}

} // namespace

TEST_CASE("Every service has a page with what the service standard wants", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    const HttpAnswer list = citizen.open("/layanan");
    REQUIRE(list.status == 200);
    REQUIRE(fixture.office.katalog.layananList().size() == 41);
    for (const Layanan &layanan : fixture.office.katalog.layananList()) {
        INFO(layanan.code.toStdString());
        CHECK(list.body.contains("href=\"/layanan/" + layanan.code.toUtf8() + '"'));
        const HttpAnswer page = citizen.open("/layanan/" + layanan.code.toUtf8());
        REQUIRE(page.status == 200);
        CHECK(page.body.contains(escaped(layanan.name)));
        CHECK(page.body.contains("Gratis"));
        CHECK(page.body.contains("18 menit"));
        CHECK(page.body.contains("href=\"/ajukan/" + layanan.code.toUtf8() + '"'));
        for (const Syarat &syarat : layanan.requirements)
            CHECK(page.body.contains(escaped(syarat.name)));
        for (const Catatan &note : layanan.notes)
            CHECK(page.body.contains(escaped(note.text)) == (note.audience == Audience::Everyone));
    }
    CHECK(citizen.leaks.isEmpty());
}

TEST_CASE("Alternatives are told as such", "[portal]")
{
    PortalFixture fixture;
    const QByteArray page = fixture.client().get("/layanan/akta-kelahiran").body;
    const qsizetype group = page.indexOf("Salah satu dari:");
    REQUIRE(group > 0);
    CHECK(page.indexOf("SPTJM kebenaran data kelahiran", group) > group);
    CHECK(page.count("Salah satu dari:") == 2);
}

TEST_CASE("A service is found by the words of its name or of its document", "[portal]")
{
    PortalFixture fixture;
    HttpClient client = fixture.client();
    const QByteArray found = client.get("/layanan?cari=kelahiran%20LAHIR").body;
    CHECK(found.contains("/layanan/akta-kelahiran"));
    CHECK_FALSE(found.contains("/layanan/ktp-baru"));
    const HttpAnswer none = client.get("/layanan?cari=%3Cscript%3Ealert(1)%3C/script%3E");
    CHECK(none.status == 200);
    CHECK(none.body.contains("Tidak ada layanan"));
    CHECK_FALSE(none.body.contains("<script>alert"));
    CHECK(none.body.contains("&lt;script&gt;alert"));
}

TEST_CASE("The public state shows no person and no service", "[portal]")
{
    PortalFixture fixture;
    const PermohonanId id = fixture.office.submitBirth();
    const QString number = fixture.office.head(id).number;
    Citizen citizen(fixture.client());
    const HttpAnswer asked = citizen.open("/status?nomor=%20" + number.toLower().toLatin1());
    CHECK(asked.header("Location") == "/status/" + number.toLatin1());
    const HttpAnswer page = citizen.follow(asked);
    CHECK(page.status == 200);
    CHECK(page.body.contains("Menunggu petugas"));
    CHECK(page.body.contains("23 November 2026"));
    for (const char *secret : {"Budi", "Putri", "1471010101800001", "Kelahiran", "budi@"})
        CHECK_FALSE(page.body.contains(secret));
    CHECK(citizen.open("/status/PKU-20261123-99999").status == 404);
    const HttpAnswer hostile = citizen.open("/status/%3Cimg%20src=x%3E");
    CHECK(hostile.status == 404);
    CHECK_FALSE(hostile.body.contains("<img src=x"));
}

TEST_CASE("The page of the QR tells genuine, not issued and unknown apart", "[portal]")
{
    PortalFixture fixture;
    const PermohonanId id = fixture.office.bringTo(Status::Dientri, Role::Fo, false);
    const DokumenRecord before = fixture.office.dokumenList(id).first();
    HttpClient client = fixture.client();
    const HttpAnswer pending = client.get("/cek/" + before.verifyToken.toLatin1());
    CHECK(pending.status == 200);
    CHECK(pending.body.contains("belum terbit"));
    CHECK_FALSE(pending.body.contains(before.number.toUtf8()));

    fixture.issue(id);
    const HttpAnswer genuine = client.get("/cek/" + before.verifyToken.toLatin1());
    CHECK(genuine.status == 200);
    CHECK(genuine.body.contains("hasil-cek asli"));
    CHECK(genuine.body.contains(escaped(before.number)));
    CHECK(genuine.body.contains("Kutipan Akta Kelahiran"));
    CHECK_FALSE(genuine.body.contains("Putri"));

    for (const QByteArray &token : {QByteArray(32, 'x'), QByteArray("abc"), QByteArray("a%00b")}) {
        const HttpAnswer unknown = client.get("/cek/" + token);
        INFO(token.toStdString());
        CHECK((unknown.status == 404 || unknown.status == 400));
        CHECK_FALSE(unknown.body.contains("hasil-cek asli"));
    }
    CHECK(client.get("/cek/" + QByteArray(32, 'x')).body.contains("Dokumen tidak dikenal"));
}

TEST_CASE("Errors are shown in the look of the other pages", "[portal]")
{
    PortalFixture fixture;
    HttpClient client = fixture.client();
    const HttpAnswer missing = client.get("/tidak-ada");
    CHECK(missing.status == 404);
    CHECK(missing.body.contains("Halaman tidak ditemukan"));
    CHECK(missing.body.contains("portal.css"));
    CHECK(client.send("DELETE", "/layanan", "text/plain", {}).status == 405);
    const HttpAnswer foreign = client.send("POST", "/masuk", "application/json", "{}");
    CHECK(foreign.status == 415);
    CHECK(foreign.body.contains("portal.css"));
    const HttpAnswer large = client.post("/masuk", {{u"email"_s, QString(100'000, u'x')}});
    CHECK(large.status == 413);
    CHECK(large.body.contains("tidak hilang"));
}

TEST_CASE("Style sheet, script and mark are served to be kept for a while", "[portal]")
{
    PortalFixture fixture;
    HttpClient client = fixture.client();
    const HttpAnswer style = client.get("/statis/portal.css");
    CHECK(style.status == 200);
    CHECK(style.header("Content-Type").startsWith("text/css"));
    CHECK(style.header("Cache-Control").contains("max-age"));
    CHECK(client.get("/statis/portal.js").status == 200);
    CHECK(client.get("/statis/lambang.svg").header("Content-Type") == "image/svg+xml");
    CHECK(client.get("/statis/..%2fhalaman%2fgalat.mustache").status == 404);
    const HttpAnswer home = client.get("/");
    CHECK(home.header("Content-Security-Policy").contains("default-src 'none'"));
    CHECK_FALSE(home.header("Content-Security-Policy").contains("script-src"));
    CHECK_FALSE(home.body.contains(" style="));
    CHECK_FALSE(home.body.contains("http://"));
}
