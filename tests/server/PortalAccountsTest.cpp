#include "server/services/PortalAccounts.h"
#include "server/db/OutboxRepository.h"
#include "server/db/PemohonRepository.h"
#include "tests/support/TestOffice.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

/// Accounts of the portal; the code is read out of the letter, as its receiver does.
struct PortalFixture
{
    TestOffice office;
    PortalAccounts accounts{office.parts, QByteArray(32, 's')};
    IsianPermohonan data{{u"nama"_s, u"Siti Aminah"_s},      {u"nik"_s, u"1471014502900001"_s},
                         {u"nokk"_s, u"1471010101200001"_s}, {u"email"_s, u" Siti@Contoh.test "_s},
                         {u"hp"_s, u"081234567890"_s},       {u"kecamatan"_s, u"Sukajadi"_s},
                         {u"kelurahan"_s, u"Harjosari"_s}};
    const QString email = u"siti@contoh.test"_s;

    QList<WaitingMail> mails()
    {
        return *office.read([this](Connection &connection) {
            return OutboxRepository(connection).due(office.now.addYears(1), 100);
        });
    }
    QString lastCode() { return mails().last().payload.value(u"code"_s).toString(); }
    QString wrongCode() { return lastCode() == u"000000"_s ? u"000001"_s : u"000000"_s; }
    ErrorCode verifyError(const QString &address, const QString &code)
    {
        const auto outcome = accounts.verify(address, code).result();
        REQUIRE_FALSE(outcome);
        return outcome.error().code;
    }
    void later(int seconds) { office.now = office.now.addSecs(seconds); }
};

} // namespace

SCENARIO("A citizen opens an account", "[portal-accounts]")
{
    PortalFixture portal;
    const auto registration = portal.accounts.registerPemohon(portal.data).result();
    REQUIRE(registration);
    REQUIRE_FALSE(hasError(registration->findings));
    CHECK(registration->email == portal.email);
    THEN("one letter with a code of six digits waits for that address")
    {
        REQUIRE(portal.mails().size() == 1);
        CHECK(portal.mails().first().recipient == portal.email);
        CHECK(portal.mails().first().event == MailEvent::EmailCode);
        CHECK(portal.lastCode().size() == 6);
    }
    WHEN("the code is typed in time")
    {
        const auto admitted =
            portal.accounts.verify(portal.email, u' ' + portal.lastCode()).result();
        REQUIRE(admitted);
        THEN("there is a session of eight hours")
        {
            CHECK(admitted->pemohon.verifiedAt == portal.office.now);
            const auto found = portal.accounts.lookup(admitted->token).result();
            REQUIRE(found);
            CHECK(found->nik == u"1471014502900001"_s);
            portal.later(8 * 3600 - 1);
            CHECK(portal.accounts.lookup(admitted->token).result());
            portal.later(1);
            CHECK(portal.accounts.lookup(admitted->token).result().error().code
                  == ErrorCode::Unauthenticated);
        }
        THEN("the code is of no use a second time")
        {
            CHECK(portal.verifyError(portal.email, portal.lastCode())
                  == ErrorCode::Unauthenticated);
        }
        THEN("logging out ends the session")
        {
            REQUIRE(portal.accounts.logout(admitted->token).result());
            CHECK_FALSE(portal.accounts.lookup(admitted->token).result());
        }
        THEN("a stranger who registers the address again changes nothing in it")
        {
            portal.later(60);
            portal.data[u"nama"_s] = u"Orang Lain"_s;
            REQUIRE(portal.accounts.registerPemohon(portal.data).result());
            CHECK(portal.accounts.lookup(admitted->token).result()->name == u"Siti Aminah"_s);
        }
    }
    WHEN("the code is wrong five times")
    {
        for (int i = 0; i < 5; ++i)
            CHECK(portal.verifyError(portal.email, portal.wrongCode())
                  == ErrorCode::Unauthenticated);
        THEN("the right one is refused until a new one is asked for")
        {
            CHECK(portal.verifyError(portal.email, portal.lastCode()) == ErrorCode::Locked);
            portal.later(60);
            REQUIRE(portal.accounts.requestCode(portal.email).result());
            CHECK(portal.accounts.verify(portal.email, portal.lastCode()).result());
        }
    }
    WHEN("the code is typed too late")
    {
        portal.later(15 * 60);
        THEN("it is refused as expired")
        {
            CHECK(portal.verifyError(portal.email, portal.lastCode()) == ErrorCode::Expired);
        }
    }
    WHEN("another code is asked for at once")
    {
        THEN("it has to wait a minute, and then takes the place of the first")
        {
            const QString first = portal.lastCode();
            CHECK(portal.accounts.requestCode(portal.email).result().error().code
                  == ErrorCode::Busy);
            portal.later(60);
            REQUIRE(portal.accounts.requestCode(portal.email).result());
            REQUIRE(portal.mails().size() == 2);
            if (portal.lastCode() != first)
                CHECK(portal.verifyError(portal.email, first) == ErrorCode::Unauthenticated);
            CHECK(portal.accounts.verify(portal.email, portal.lastCode()).result());
        }
    }
    WHEN("everything has expired and is swept")
    {
        const auto admitted = portal.accounts.verify(portal.email, portal.lastCode()).result();
        portal.later(9 * 3600);
        REQUIRE(portal.accounts.removeExpired().result());
        THEN("the account is still there")
        {
            CHECK_FALSE(portal.accounts.lookup(admitted->token).result());
            CHECK(portal.accounts.requestCode(portal.email).result());
        }
    }
}

TEST_CASE("Data with errors open no account", "[portal-accounts]")
{
    PortalFixture portal;
    const auto [field, value] =
        GENERATE(std::pair{u"nik"_s, u"147101"_s}, std::pair{u"email"_s, u"no address"_s},
                 std::pair{u"email"_s, u"a@b.test\r\nBcc: x@y.test"_s},
                 std::pair{u"email"_s, u"a@b.test\n"_s}, std::pair{u"nama"_s, u""_s});
    portal.data[field] = value;
    const auto registration = portal.accounts.registerPemohon(portal.data).result();
    REQUIRE(registration);
    CHECK(hasError(registration->findings));
    CHECK(portal.mails().isEmpty());
    CHECK(portal.accounts.requestCode(portal.email).result().error_or(Error{}).code
          != ErrorCode::Busy);
}

TEST_CASE("Ten codes a day go to one address", "[portal-accounts]")
{
    PortalFixture portal;
    REQUIRE(portal.accounts.registerPemohon(portal.data).result());
    for (const QString &address : {portal.email, u"stranger@contoh.test"_s}) {
        const int first = address == portal.email ? 1 : 0; // registering sent one
        for (int i = first; i < 10; ++i) {
            portal.later(61);
            CHECK(portal.accounts.requestCode(address).result());
        }
        portal.later(61);
        CHECK(portal.accounts.requestCode(address).result().error().code == ErrorCode::Busy);
    }
    CHECK(portal.mails().size() == 10);
    portal.later(24 * 3600);
    CHECK(portal.accounts.requestCode(portal.email).result());
    CHECK(portal.accounts.requestCode(u"stranger@contoh.test"_s).result());
}

TEST_CASE("Nobody learns which addresses have an account", "[portal-accounts]")
{
    PortalFixture portal;
    REQUIRE(portal.accounts.registerPemohon(portal.data).result());
    portal.later(60);
    for (const QString &address : {portal.email, u"stranger@contoh.test"_s}) {
        CHECK(portal.accounts.requestCode(address).result());
        CHECK(portal.accounts.requestCode(address).result().error().code == ErrorCode::Busy);
        for (int i = 0; i < 5; ++i)
            CHECK(portal.verifyError(address, portal.wrongCode()) == ErrorCode::Unauthenticated);
        CHECK(portal.verifyError(address, portal.wrongCode()) == ErrorCode::Locked);
    }
    CHECK(portal.mails().size() == 2); // both for the one with an account
}

TEST_CASE("Codes and tokens do not stand in the database", "[portal-accounts]")
{
    PortalFixture portal;
    REQUIRE(portal.accounts.registerPemohon(portal.data).result());
    const auto stored = portal.office.read([&](Connection &connection) -> Result<QByteArray> {
        PemohonRepository repository(connection);
        const auto pemohon = repository.byEmail(portal.email);
        return pemohon ? repository.code(pemohon->id)->codeHash : QByteArray();
    });
    REQUIRE(stored);
    CHECK(stored->size() == 32);
    // Another office's secret makes another hash of the same code.
    PortalAccounts other(portal.office.parts, QByteArray(32, 'o'));
    CHECK(other.verify(portal.email, portal.lastCode()).result().error().code
          == ErrorCode::Unauthenticated);
    CHECK(portal.accounts.verify(portal.email, portal.lastCode()).result());
}
