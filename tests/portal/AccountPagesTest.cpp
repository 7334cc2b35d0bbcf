#include "tests/portal/PortalFixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

const QString Email = u"rina@contoh.test"_s;

QString wrongCode(const QString &code)
{
    return code == u"000000" ? u"000001"_s : u"000000"_s;
}

} // namespace

SCENARIO("A citizen opens an account", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    GIVEN("the page of registration")
    {
        const HttpAnswer page = citizen.open("/daftar?lanjut=/ajukan/ktp-baru");
        REQUIRE(page.status == 200);
        CHECK(page.body.contains("name=\"isian.nik\""));
        CHECK(page.body.contains("<option value=\"Kampung Tengah\">"));
        CHECK(attributeAfter(page.body, "name=\"lanjut\"", "value") == "/ajukan/ktp-baru");

        WHEN("something is wrong or missing")
        {
            FormFields fields = Citizen::registration(u"bukan-email"_s);
            fields.removeIf([](const auto &field) { return field.first == u"isian.nama"; });
            fields.append({u"isian.nama"_s, u"Rina <b>Marlina</b> 3"_s});
            const HttpAnswer answer = citizen.send("/daftar", fields);
            THEN("it is said beside the fields, and what was typed is kept, escaped")
            {
                CHECK(answer.status == 422);
                CHECK(answer.body.contains("Alamat email ini belum benar"));
                CHECK(answer.body.contains("href=\"#isian.email\""));
                CHECK(answer.body.contains("aria-invalid=\"true\""));
                CHECK(answer.body.contains("Rina &lt;b&gt;Marlina"));
                CHECK_FALSE(answer.body.contains("<b>Marlina"));
                CHECK(attributeAfter(answer.body, "id=\"isian.hp\"", "value") == "081234567890");
                CHECK(fixture.mailCount(MailEvent::EmailCode) == 0);
            }
        }
        WHEN("all is well and the mailed code is given")
        {
            FormFields fields = Citizen::registration(Email);
            fields.append({u"lanjut"_s, u"/ajukan/ktp-baru"_s});
            const HttpAnswer asked = citizen.send("/daftar", fields);
            CHECK(asked.header("Location") == "/kode");
            CHECK(citizen.follow(asked).body.contains("r•••@contoh.test"));
            const HttpAnswer admitted = citizen.send(
                "/kode", {{u"email"_s, Email}, {u"kode"_s, fixture.mailedCode(Email)}});
            THEN("the citizen is logged in and goes on to where the way began")
            {
                CHECK(admitted.header("Location") == "/ajukan/ktp-baru");
                const QByteArray cookie = admitted.header("Set-Cookie");
                CHECK(cookie.startsWith("__Host-sesi="));
                CHECK(cookie.contains("HttpOnly"));
                CHECK(cookie.contains("Secure"));
                CHECK(cookie.contains("SameSite=Lax"));
                CHECK(citizen.open("/permohonan").body.contains("Permohonan saya"));
                CHECK(citizen.leaks.isEmpty());
            }
            THEN("logging out ends it, also for who kept the cookie")
            {
                const QByteArray session = citizen.client.cookie("__Host-sesi");
                citizen.open("/permohonan");
                CHECK(citizen.send("/keluar", {}).status == 303);
                CHECK(citizen.open("/permohonan").status == 303);
                HttpClient thief = fixture.client();
                thief.setHeader("Cookie", "__Host-sesi=" + session);
                CHECK(thief.get("/permohonan").status == 303);
            }
        }
    }
}

SCENARIO("Codes are not guessed", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.open("/daftar");
    citizen.follow(citizen.send("/daftar", Citizen::registration(Email)));
    const QString code = fixture.mailedCode(Email);
    REQUIRE(code.size() == 6);
    const auto give = [&](const QString &given) {
        return citizen.send("/kode", {{u"email"_s, Email}, {u"kode"_s, given}});
    };
    WHEN("a wrong one is given")
    {
        const HttpAnswer answer = give(wrongCode(code));
        THEN("nobody is logged in, and the right one still works, however it is spaced")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.contains("tidak cocok"));
            CHECK(citizen.client.cookie("__Host-sesi").isEmpty());
            CHECK(give(u' ' + code.first(3) + u' ' + code.last(3)).status == 303);
        }
    }
    WHEN("it is given too late")
    {
        fixture.office.now = fixture.office.now.addSecs(16 * 60);
        const HttpAnswer answer = give(code);
        THEN("it is said so, and a new one can be asked for")
        {
            CHECK(answer.status == 422);
            CHECK(answer.body.contains("kedaluwarsa"));
            CHECK(citizen.send("/masuk", {{u"email"_s, Email}}).header("Location") == "/kode");
            CHECK(give(fixture.mailedCode(Email)).status == 303);
        }
    }
    WHEN("five wrong ones were given")
    {
        for (int i = 0; i < 5; ++i)
            CHECK(give(wrongCode(code)).status == 422);
        THEN("the right one is refused too")
        {
            CHECK(give(code).body.contains("Terlalu banyak percobaan"));
        }
    }
    WHEN("another code is asked for at once")
    {
        const HttpAnswer answer = citizen.send("/masuk", {{u"email"_s, Email}});
        THEN("none is sent, and the page says to wait")
        {
            CHECK(answer.header("Location") == "/kode?tunggu=1");
            CHECK(citizen.follow(answer).body.contains("baru saja dikirim"));
            CHECK(fixture.mailCount(MailEvent::EmailCode) == 1);
        }
    }
}

TEST_CASE("Nobody learns from the log-in whether an address has an account", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.open("/masuk");
    const HttpAnswer known = citizen.send("/masuk", {{u"email"_s, u"budi@contoh.test"_s}});
    const HttpAnswer stranger = citizen.send("/masuk", {{u"email"_s, u"siapa@contoh.test"_s}});
    CHECK(known.status == stranger.status);
    CHECK(known.header("Location") == stranger.header("Location"));
    CHECK(fixture.mailCount(MailEvent::EmailCode) == 1);
    const HttpAnswer none = citizen.send("/masuk", {{u"email"_s, u"tanpa-tanda"_s}});
    CHECK(none.status == 422);
    CHECK(none.body.contains("belum benar"));
}

TEST_CASE("A form that was not served to this visitor is refused", "[portal]")
{
    PortalFixture fixture;
    HttpClient bare = fixture.client();
    CHECK(bare.post("/masuk", {{u"email"_s, Email}}).status == 403);
    CHECK(bare.post("/daftar", Citizen::registration(Email)).status == 403);
    Citizen one(fixture.client());
    Citizen other(fixture.client());
    one.open("/masuk");
    other.open("/masuk");
    other.csrf = one.csrf;
    CHECK(other.send("/masuk", {{u"email"_s, Email}}).status == 403);
    CHECK(fixture.mailCount(MailEvent::EmailCode) == 0);

    one.registerAt(fixture, Email);
    const QByteArray token = one.csrf;
    one.csrf.clear();
    for (const QByteArray path : {"/keluar", "/ajukan/akta-kelahiran",
                                  "/ajukan/akta-kelahiran/isian", "/ajukan/akta-kelahiran/berkas",
                                  "/ajukan/akta-kelahiran/kirim", "/ajukan/akta-kelahiran/hapus",
                                  "/permohonan/PKU-1/batal", "/permohonan/PKU-1/perbaiki"}) {
        INFO(path.toStdString());
        CHECK(one.send(path, {}).status == 403);
    }
    CHECK(one.open("/permohonan").status == 200); // still logged in
    one.csrf = token;
    CHECK(one.send("/keluar", {}).status == 303);
}

TEST_CASE("A log-in leads on to pages of ours only", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    CHECK(citizen.open("/permohonan/PKU-1").header("Location")
          == "/masuk?lanjut=/permohonan/PKU-1");
    for (const QByteArray onward : {"//jahat.example", "https://jahat.example", "/keluar",
                                    "/permohonan/../../x", "/ajukan/%0d%0aSet-Cookie:x"}) {
        INFO(onward.toStdString());
        const HttpAnswer page = citizen.open("/masuk?lanjut=" + onward);
        CHECK(attributeAfter(page.body, "name=\"lanjut\"", "value").isEmpty());
    }
}

TEST_CASE("The page of the code works when the server was restarted in between", "[portal]")
{
    PortalFixture fixture;
    Citizen citizen(fixture.client());
    citizen.open("/daftar");
    citizen.follow(citizen.send("/daftar", Citizen::registration(Email)));
    fixture.stop();
    fixture.start();
    const HttpAnswer page = citizen.open("/kode");
    CHECK(page.body.contains("id=\"email\""));
    const HttpAnswer admitted =
        citizen.send("/kode", {{u"email"_s, Email}, {u"kode"_s, fixture.mailedCode(Email)}});
    CHECK(admitted.header("Location") == "/permohonan");
}
