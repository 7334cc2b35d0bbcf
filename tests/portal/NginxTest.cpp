#include "tests/portal/PortalFixture.h"
#include "tests/support/Launched.h"
#include "tests/support/SiteCertificate.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

SCENARIO("A citizen applies over TLS, through nginx", "[portal]")
{
    PortalFixture fixture;
    const QString certificate = fixture.folder.filePath(u"situs.pem"_s);
    const QString key = fixture.folder.filePath(u"situs.key"_s);
    REQUIRE(test::makeSiteCertificate(certificate, key));
    const QString directory = fixture.folder.filePath(u"nginx"_s);
    const Launched nginx(u"nginx"_s, {directory, fixture.socketPath(), u"0"_s, certificate, key},
                         directory);
    REQUIRE(nginx.isReady());
    Citizen citizen(HttpClient({.baseUrl = "https://localhost:" + nginx.value(u"port"_s).toLatin1(),
                                .caFile = certificate}));

    WHEN("the whole way is gone")
    {
        citizen.registerAt(fixture, u"rina@contoh.test"_s);
        fillBirth(citizen);
        const QString number = sendBirth(citizen);
        fixture.enter(fixture.idOf(number));
        fixture.issue(fixture.idOf(number));
        THEN("the document comes at the end, and no address held personal data")
        {
            const QString token =
                fixture.office.dokumenList(fixture.idOf(number)).first().downloadToken;
            CHECK(citizen.open("/unduh/" + token.toLatin1()).status == 200);
            CHECK(citizen.open("/permohonan/" + number.toLatin1())
                      .body.contains("Sudah Anda terima"));
            CHECK(citizen.leaks.isEmpty());
        }
    }
    WHEN("a file is too large for the site")
    {
        citizen.registerAt(fixture, u"rina@contoh.test"_s);
        fillBirth(citizen);
        citizen.open("/ajukan/akta-kelahiran/berkas");
        const HttpAnswer answer = citizen.upload(
            "/ajukan/akta-kelahiran/berkas", {},
            {{u"berkas.kk"_s, u"kk.pdf"_s, "application/pdf", QByteArray(13'000'000, 'x')}});
        THEN("it is said in words and nothing is lost")
        {
            CHECK(answer.status == 413);
            CHECK(answer.body.contains("tidak hilang"));
            CHECK_FALSE(sendBirth(citizen).isEmpty());
        }
    }
    WHEN("style sheet and script are asked for")
    {
        const HttpAnswer style = citizen.open("/statis/portal.css?v=1");
        const HttpAnswer script = citizen.open("/statis/portal.js");
        THEN("they come as what they are, and may be kept")
        {
            CHECK(style.status == 200);
            CHECK(style.header("Content-Type").startsWith("text/css"));
            CHECK(style.header("Cache-Control").contains("max-age"));
            CHECK(script.header("Content-Type").startsWith("application/javascript"));
        }
    }
}
