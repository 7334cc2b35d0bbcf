#include "tests/server/ServerCommand.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

bool isPrivate(const QString &path)
{
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther;
    return QFileInfo::exists(path) && !(QFile::permissions(path) & others);
}

} // namespace

SCENARIO("An administrator sets up an office", "[setup]")
{
    const SetUpOffice office;
    THEN("its keys and data are private, and everything is examined as good")
    {
        for (const QString &name :
             {u"."_s, u"keys"_s, u"keys/office-ca.key"_s, u"keys/server.key"_s, u"keys/seal.key"_s,
              u"keys/portal.secret"_s, u"office.db"_s, u"sipenduduk.conf"_s, u"blobs"_s}) {
            INFO(name.toStdString());
            CHECK(isPrivate(office.file(name)));
        }
        const auto doctor = office.command({u"doctor"_s});
        INFO(doctor.out.toStdString());
        CHECK(doctor.exitCode == 0);
        CHECK_FALSE(QFileInfo::exists(office.file(u".setup"_s)));
        CHECK_FALSE(QFileInfo::exists(office.file(u"latihan"_s)));
    }
    WHEN("it is set up a second time")
    {
        const QByteArray before = office.read(u"keys/office-ca.key"_s);
        const auto again =
            office.command({u"setup"_s, u"--password-fd"_s, u"0"_s}, "another password\n");
        THEN("that is refused and nothing is changed")
        {
            CHECK(again.exitCode == 1);
            CHECK(again.err.contains(office.dir()));
            CHECK(office.read(u"keys/office-ca.key"_s) == before);
        }
    }
    WHEN("a key can be read by others")
    {
        QFile::setPermissions(office.file(u"keys/server.key"_s),
                              QFileDevice::ReadOwner | QFileDevice::ReadOther);
        THEN("the doctor says so")
        {
            const auto doctor = office.command({u"doctor"_s});
            CHECK(doctor.exitCode == 1);
            CHECK(doctor.out.contains(u"server.key"_s));
        }
    }
    WHEN("a backup is made")
    {
        const QString target = office.parent.filePath(u"backup"_s);
        REQUIRE(office.command({u"backup"_s, target}).exitCode == 0);
        THEN("it is an office by itself, and is not overwritten")
        {
            CHECK(runServerCommand({u"doctor"_s, u"--dir"_s, target}).exitCode == 0);
            CHECK(isPrivate(target + u"/keys/office-ca.key"_s));
            CHECK(office.command({u"backup"_s, target}).exitCode == 1);
        }
    }
}

TEST_CASE("A setup that fails leaves nothing", "[setup]")
{
    QTemporaryDir parent;
    const QString dir = parent.filePath(u"office"_s);
    const QStringList setup{u"setup"_s, u"--dir"_s, dir, u"--password-fd"_s, u"0"_s};
    QStringList wrong;
    QByteArray password = "a good password\n";
    SECTION("a wrong value")
    {
        wrong = {u"--set"_s, u"office.mode=ujicoba"_s};
    }
    SECTION("a key that does not exist")
    {
        wrong = {u"--set"_s, u"office.colour=red"_s};
    }
    SECTION("a value without a key")
    {
        wrong = {u"--set"_s, u"nothing"_s};
    }
    SECTION("a host that is none")
    {
        wrong = {u"--host"_s, u"not a host"_s};
    }
    SECTION("a short password")
    {
        password = "short\n";
    }
    SECTION("a file that is not there")
    {
        wrong = {u"--set"_s, u"tte.anchors=/no/such/file.pem"_s};
    }
    SECTION("an unknown option")
    {
        wrong = {u"--colour"_s};
    }
    const auto outcome = runServerCommand(setup + wrong, password);
    CHECK(outcome.exitCode == 1);
    CHECK_FALSE(outcome.err.isEmpty());
    CHECK_FALSE(QFileInfo::exists(dir));
}

TEST_CASE("A directory with other things in it is left alone", "[setup]")
{
    QTemporaryDir parent;
    QFile file(parent.filePath(u"letter.txt"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const auto outcome = runServerCommand(
        {u"setup"_s, u"--dir"_s, parent.path(), u"--password-fd"_s, u"0"_s}, "a good password\n");
    CHECK(outcome.exitCode == 1);
    CHECK(QDir(parent.path())
              .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
              .contains(u"letter.txt"_s));
    CHECK_FALSE(QFileInfo::exists(parent.filePath(u"sipenduduk.conf"_s)));
}

TEST_CASE("What an interrupted setup left is removed by the next", "[setup]")
{
    QTemporaryDir parent;
    const QString dir = parent.filePath(u"office"_s);
    REQUIRE(QDir().mkpath(dir + u"/.setup/keys"_s));
    REQUIRE(QDir().mkpath(dir + u"/keys"_s)); // moved into place before the interruption
    QFile half(dir + u"/keys/office-ca.key"_s);
    REQUIRE(half.open(QIODevice::WriteOnly));
    half.write("half");
    half.close();
    const auto outcome = runServerCommand({u"setup"_s, u"--dir"_s, dir, u"--password-fd"_s, u"0"_s,
                                           u"--set"_s, u"accounts.hash-memory-mib=1"_s},
                                          "a good password\n");
    INFO(outcome.err.toStdString());
    CHECK(outcome.exitCode == 0);
    REQUIRE(half.open(QIODevice::ReadOnly));
    CHECK(half.readAll().startsWith("-----BEGIN"));
}

SCENARIO("A practice office has a user for each duty", "[setup]")
{
    const SetUpOffice office({u"--practice"_s});
    REQUIRE(isPrivate(office.file(u"latihan/akun.json"_s)));
    const QJsonObject file = QJsonDocument::fromJson(office.read(u"latihan/akun.json"_s)).object();
    QStringList names;
    for (const QJsonValue &account : file.value(u"accounts"_s).toArray()) {
        names.append(account[u"username"_s].toString());
        CHECK(account[u"password"_s].toString().size() >= 10);
    }
    for (const QString &name :
         {u"admin"_s, u"fo"_s, u"editor"_s, u"kasi-kelahiran"_s, u"kasi-identitas"_s,
          u"kabid-dafduk"_s, u"kabid-capil"_s, u"kadin"_s}) {
        INFO(name.toStdString());
        CHECK(names.contains(name));
    }
    CHECK(isPrivate(office.file(file.value(u"kadin"_s)[u"pkcs12"_s].toString())));
    CHECK(file.value(u"kadin"_s)[u"pin"_s].toString().size() == 6);
    const auto list = office.command({u"user"_s, u"list"_s});
    CHECK(list.out.count(u'\n') == names.size());
    const auto doctor = office.command({u"doctor"_s});
    INFO(doctor.out.toStdString());
    CHECK(doctor.exitCode == 0);
    CHECK(office.read(u"sipenduduk.conf"_s).contains("mode = latihan"));
}

SCENARIO("The administrator looks after the accounts", "[setup]")
{
    const SetUpOffice office;
    const QByteArray password = "a good password\n";
    const QStringList add{u"user"_s, u"add"_s,           u"siti"_s, u"--name"_s,
                          u"Siti"_s, u"--password-fd"_s, u"0"_s};
    REQUIRE(office.command(add + QStringList{u"--duty"_s, u"kasi:kelahiran"_s}, password).exitCode
            == 0);
    const auto list = [&] { return office.command({u"user"_s, u"list"_s}).out; };
    CHECK(list().contains(u"kasi:kelahiran"_s));
    WHEN("things are asked for that cannot be")
    {
        THEN("each is refused")
        {
            CHECK(office.command(add, password).exitCode == 1); // taken
            CHECK(office
                      .command({u"user"_s, u"add"_s, u"budi"_s, u"--name"_s, u"B"_s, u"--duty"_s,
                                u"king"_s},
                               password)
                      .exitCode
                  == 1);
            CHECK(
                office.command({u"user"_s, u"duties"_s, u"siti"_s, u"--duty"_s, u"kasi:nowhere"_s})
                    .exitCode
                == 1);
            CHECK(office
                      .command({u"user"_s, u"password"_s, u"nobody"_s, u"--password-fd"_s, u"0"_s},
                               password)
                      .exitCode
                  == 1);
            CHECK(office.command({u"user"_s, u"deactivate"_s, u"admin"_s}).exitCode
                  == 1); // the last one
            CHECK(office.command({u"user"_s, u"promote"_s, u"siti"_s}).exitCode == 1);
            CHECK(office
                      .command({u"user"_s, u"certificate"_s, u"siti"_s, u"--file"_s,
                                office.file(u"certificates/server.pem"_s)})
                      .exitCode
                  == 1); // for TLS alone
            CHECK(office
                      .command({u"user"_s, u"certificate"_s, u"siti"_s, u"--file"_s,
                                office.file(u"sipenduduk.conf"_s)})
                      .exitCode
                  == 1);
        }
    }
    WHEN("duties and password are changed and the account ends")
    {
        CHECK(office.command({u"user"_s, u"duties"_s, u"siti"_s, u"--duty"_s, u"kabid:capil"_s})
                  .exitCode
              == 0);
        CHECK(list().contains(u"kabid:capil"_s));
        CHECK_FALSE(list().contains(u"kasi:kelahiran"_s));
        const auto made = office.command({u"user"_s, u"password"_s, u"siti"_s});
        CHECK(made.exitCode == 0); // no terminal and no descriptor: a new one is said once
        CHECK(office.command({u"user"_s, u"deactivate"_s, u"siti"_s}).exitCode == 0);
        CHECK(list().count(u'\n') == 2);
    }
}

TEST_CASE("Commands that do not exist are answered with help", "[setup]")
{
    CHECK(runServerCommand({}).exitCode == 2);
    CHECK(runServerCommand({u"fly"_s}).exitCode == 2);
    CHECK(runServerCommand({u"help"_s}).exitCode == 0);
    for (const QString &command : {u"setup"_s, u"run"_s, u"user"_s, u"backup"_s, u"doctor"_s}) {
        const auto help = runServerCommand({command, u"--help"_s});
        CHECK(help.exitCode == 0);
        CHECK(help.out.contains(u"--dir"_s));
        CHECK(runServerCommand({command}).exitCode == 1);
    }
}
