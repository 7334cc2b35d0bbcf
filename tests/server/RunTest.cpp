#include "common/tte/seal/OfficeCa.h"
#include "server/db/Migrations.h"
#include "server/db/Store.h"
#include "tests/server/RawClient.h"
#include "tests/server/ServerCommand.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QFileInfo>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

ErrorCode loginCodeOf(const auto &outcome)
{
    return outcome ? ErrorCode{} : outcome.error().code;
}

/// What `run` says about an office that it must not serve.
QString refusalOf(const SetUpOffice &office)
{
    const auto outcome = office.command({u"run"_s});
    CHECK(outcome.exitCode == 1);
    CHECK_FALSE(outcome.out.contains(u"ready"_s));
    return outcome.err;
}

} // namespace

SCENARIO("The server is run", "[run]")
{
    const SetUpOffice office;
    RunningServer server(office);
    const QByteArray ca = office.read(u"certificates/office-ca.pem"_s);
    THEN("it says its port, is reached there and stops when asked")
    {
        CHECK(office.read(u"run/office.port"_s).trimmed().toUShort() == server.port());
        RawClient client;
        CHECK(client.enter(server.port(), ca, u"admin"_s, SetUpOffice::AdminPassword));
        CHECK(server.stop() == 0);
        CHECK_FALSE(QFileInfo::exists(office.file(u"run/office.port"_s)));
        CHECK(client.waitForEnd());
    }
    THEN("a second server of the same office is refused")
    {
        CHECK(refusalOf(office).contains(office.dir()));
        RawClient client;
        CHECK(client.enter(server.port(), ca));
    }
    THEN("an account that the administrator ends meanwhile is out")
    {
        REQUIRE(office
                    .command({u"user"_s, u"add"_s, u"siti"_s, u"--name"_s, u"Siti"_s,
                              u"--password-fd"_s, u"0"_s},
                             "a good password\n")
                    .exitCode
                == 0);
        RawClient siti;
        REQUIRE(siti.enter(server.port(), ca, u"siti"_s, u"a good password"_s));
        REQUIRE(office.command({u"user"_s, u"deactivate"_s, u"siti"_s}).exitCode == 0);
        CHECK(siti.waitForEnd());
    }
    THEN("a backup can be made while it runs")
    {
        CHECK(office.command({u"backup"_s, office.parent.filePath(u"backup"_s)}).exitCode == 0);
    }
}

TEST_CASE("What the server acknowledged survives kill -9", "[run][kill]")
{
    const SetUpOffice office;
    const QByteArray ca = office.read(u"certificates/office-ca.pem"_s);
    {
        RunningServer server(office);
        RawClient guesser;
        REQUIRE(guesser.enter(server.port(), ca));
        for (int i = 0; i < 5; ++i)
            CHECK(loginCodeOf(guesser.call(protocol::Login{u"admin"_s, u"wrong password"_s}))
                  == ErrorCode::Unauthenticated);
        server.kill();
    }
    RunningServer server(office);
    RawClient admin;
    REQUIRE(admin.enter(server.port(), ca));
    CHECK(loginCodeOf(admin.call(protocol::Login{u"admin"_s, SetUpOffice::AdminPassword}))
          == ErrorCode::Locked);
}

TEST_CASE("A wrong configuration is refused by file, line and key", "[run]")
{
    const SetUpOffice office;
    const auto refusal = [&](const QString &key, const QString &line) {
        office.setConfig(key, line);
        return refusalOf(office);
    };
    const auto [key, line, names] = GENERATE(table<QString, QString, QString>({
        {u"mode"_s, u"mode = ujicoba"_s, u"office.mode"_s},
        {u"mode"_s, u"mod = latihan"_s, u"office.mod"_s},
        {u"region-code"_s, u"region-code = 14"_s, u"office.region-code"_s},
        {u"number-prefix"_s, u"number-prefix = p1"_s, u"office.number-prefix"_s},
        {u"threads"_s, u"threads = many"_s, u"listen.threads"_s},
        {u"threads"_s, u"threads = 65"_s, u"listen.threads"_s},
        {u"url"_s, u"url = http://plain.test"_s, u"portal.url"_s},
        {u"security"_s, u"security = ssl"_s, u"smtp.security"_s},
        {u"password-file"_s, u"password-file = /no/such/file"_s, u"/no/such/file"_s},
        {u"anchors"_s, u"anchors = sipenduduk.conf"_s, u"tte.anchors"_s},
        {u"timestamp"_s, u"timestamp = tsa.example"_s, u"tte.timestamp"_s},
        {u"timestamp-policy"_s, u"timestamp-policy = 1.2.x"_s, u"tte.timestamp-policy"_s},
        {u"timestamp-policy"_s, u"timestamp-policy = 1.99.5"_s, u"tte.timestamp-policy"_s},
        {u"sample"_s, u"sample = 0"_s, u"tte.sample"_s},
        {u"paraf-minutes"_s, u"paraf-minutes = 0"_s, u"accounts.paraf-minutes"_s},
        {u"zzz"_s, u"[calendar]\nmonday = 8-15"_s, u"calendar.monday"_s},
        {u"zzz"_s, u"[calendar]\n2026-02-30 = closed"_s, u"calendar.2026-02-30"_s},
        {u"zzz"_s, u"no key at all"_s, u"sipenduduk.conf"_s},
        {u"name"_s, u"name ="_s, u"office.name"_s},
        {u"name"_s, u"name = A\nname = B"_s, u"office.name"_s},
    }));
    const QString sentence = refusal(key, line);
    INFO(sentence.toStdString());
    CHECK(sentence.contains(names));
    CHECK(sentence.contains(u"sipenduduk.conf"_s));
}

TEST_CASE("Missing or foreign files are refused by name", "[run]")
{
    const SetUpOffice office;
    SECTION("no seal")
    {
        REQUIRE(QFile::remove(office.file(u"keys/seal.key"_s)));
        CHECK(refusalOf(office).contains(u"seal.key"_s));
    }
    SECTION("a key of another certificate")
    {
        office.write(u"keys/server.key"_s, office.read(u"keys/seal.key"_s));
        CHECK(refusalOf(office).contains(u"server.key"_s));
    }
    SECTION("an expired certificate")
    {
        const auto ca = OfficeCa::fromPem(
            {office.read(u"certificates/office-ca.pem"_s), office.read(u"keys/office-ca.key"_s)});
        REQUIRE(ca);
        const auto old = ca->issueTlsServerCertificate(
            {u"localhost"_s}, QDateTime::currentDateTimeUtc().addYears(-4));
        REQUIRE(old);
        office.write(u"certificates/server.pem"_s, old->certificatePem);
        office.write(u"keys/server.key"_s, old->keyPem);
        CHECK(refusalOf(office).contains(u"server.pem"_s));
        CHECK(office.command({u"doctor"_s}).exitCode == 1);
    }
    SECTION("a database of a newer program")
    {
        {
            const auto store = Store::open({.path = office.file(u"office.db"_s)});
            REQUIRE(store);
            REQUIRE(
                (*store)
                    ->write([](Connection &connection) -> Result<> {
                        const auto query = connection.run(
                            u"INSERT INTO schema_version (version, applied_at) VALUES (?1, 0)"_s,
                            {Migrations::newest() + 1});
                        return query ? Result<>() : std::unexpected(query.error());
                    })
                    .result());
        }
        CHECK(refusalOf(office).contains(u"office.db"_s));
        CHECK(office.command({u"doctor"_s}).exitCode == 1);
    }
    SECTION("a damaged database")
    {
        office.write(u"office.db"_s, QByteArray(8192, 'x'));
        CHECK(refusalOf(office).contains(u"office.db"_s));
    }
    SECTION("a port that is taken")
    {
        QTcpServer other;
        REQUIRE(other.listen(QHostAddress::LocalHost));
        office.setConfig(u"port"_s, u"port = %1"_s.arg(other.serverPort()));
        CHECK(refusalOf(office).contains(QString::number(other.serverPort())));
    }
    SECTION("no office at all")
    {
        const QString nowhere = office.parent.filePath(u"nowhere"_s);
        const auto outcome = runServerCommand({u"run"_s, u"--dir"_s, nowhere});
        CHECK(outcome.exitCode == 1);
        CHECK(outcome.err.contains(nowhere));
        CHECK(runServerCommand({u"run"_s, u"--dir"_s, office.parent.path()}).exitCode == 1);
    }
    SECTION("a directory that cannot be written to")
    {
        const auto outcome = runServerCommand(
            {u"setup"_s, u"--dir"_s, u"/proc/office"_s, u"--password-fd"_s, u"0"_s},
            "a good password\n");
        CHECK(outcome.exitCode == 1);
        CHECK(outcome.err.contains(u"/proc/office"_s));
    }
}
