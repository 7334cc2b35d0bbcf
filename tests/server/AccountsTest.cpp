#include "server/services/Accounts.h"
#include "common/tte/seal/PracticePki.h"
#include "server/db/AuditRepository.h"
#include "server/db/Store.h"
#include "server/services/PasswordHasher.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

const QString RightPassword = u"correct horse 1"_s;
const QString WrongPassword = u"wrong password 1"_s;
const QString Peer = u"192.0.2.1"_s;

/// Accounts over a real database, with a clock that stands still and the cheapest hash.
struct AccountsFixture
{
    QTemporaryDir folder;
    QDateTime now{QDate(2026, 11, 22), QTime(2, 0), QTimeZone::UTC};
    std::unique_ptr<Store> store =
        std::move(*Store::open({.path = folder.filePath(u"office.db"_s)}));
    PasswordHasher hasher{PasswordCost::cheapest()};
    Accounts accounts{*store, hasher, [this] { return now; }};
    UserId fo = add(u"fo"_s, {{Role::Fo, {}}});
    UserId admin = add(u"admin"_s, {{Role::Admin, {}}});

    UserId add(const QString &username, const QList<protocol::DutyScope> &duties)
    {
        const QString hash = *hasher.hashNow(RightPassword);
        const NewOfficer officer{
            .username = username, .name = u"Petugas"_s, .nip = {}, .title = {}, .duties = duties};
        return *store
                    ->write([&](Connection &connection) {
                        return Accounts::addUser(connection, officer, hash, {}, now);
                    })
                    .result();
    }

    Result<Admission> login(const QString &username, const QString &password)
    {
        return accounts.login(username, password, Peer).result();
    }

    ErrorCode loginError(const QString &username, const QString &password)
    {
        const auto outcome = login(username, password);
        REQUIRE_FALSE(outcome);
        return outcome.error().code;
    }

    template <typename F>
    auto write(F function)
    {
        return store->write(std::move(function)).result();
    }

    QStringList events()
    {
        const auto entries = *store
                                  ->read([](Connection &connection) {
                                      return AuditRepository(connection).latest(100);
                                  })
                                  .result();
        QStringList words;
        for (const AuditEntry &entry : entries)
            words.prepend(entry.event);
        return words;
    }
};

} // namespace

SCENARIO("An officer logs in", "[accounts]")
{
    AccountsFixture office;
    WHEN("name and password are right, whatever the case of the name")
    {
        const auto admitted = office.login(u"FO"_s, RightPassword);
        THEN("there is a session with the duties, and no paraf window yet")
        {
            REQUIRE(admitted);
            CHECK(admitted->session.user == office.fo);
            CHECK(admitted->session.duties == QList<protocol::DutyScope>{{Role::Fo, {}}});
            CHECK_FALSE(admitted->session.passwordUntil.isValid());
            CHECK(admitted->stamp.size() == 32);
        }
    }
    WHEN("the password or the name is wrong")
    {
        const auto wrongPassword = office.login(u"fo"_s, WrongPassword);
        const auto wrongName = office.login(u"nobody"_s, WrongPassword);
        THEN("the answers are the same")
        {
            REQUIRE_FALSE(wrongPassword);
            REQUIRE_FALSE(wrongName);
            CHECK(wrongPassword.error() == wrongName.error());
            CHECK(wrongPassword.error().code == ErrorCode::Unauthenticated);
            CHECK(office.events().count(u"login-failed"_s) == 2);
        }
    }
    WHEN("the officer was deactivated")
    {
        REQUIRE(office.write([&](Connection &connection) {
            return Accounts::deactivate(connection, office.fo, {}, office.now);
        }));
        THEN("the right password is answered like a wrong one")
        {
            CHECK(office.loginError(u"fo"_s, RightPassword) == ErrorCode::Unauthenticated);
        }
    }
}

SCENARIO("Five failures lock an account for a quarter of an hour", "[accounts]")
{
    AccountsFixture office;
    const QString name =
        GENERATE(QString(u"fo"_s), QString(u"nobody"_s)); // existing or not: the same
    for (int i = 0; i < 5; ++i)
        CHECK(office.loginError(name, WrongPassword) == ErrorCode::Unauthenticated);
    THEN("even the right password is refused")
    {
        CHECK(office.loginError(name, RightPassword) == ErrorCode::Locked);
    }
    AND_WHEN("the time is over")
    {
        office.now = office.now.addSecs(15 * 60);
        THEN("the next failure is the first again")
        {
            for (int i = 0; i < 4; ++i)
                CHECK(office.loginError(name, WrongPassword) == ErrorCode::Unauthenticated);
            if (name == u"fo"_s)
                CHECK(office.login(name, RightPassword));
            else
                CHECK(office.loginError(name, RightPassword) == ErrorCode::Unauthenticated);
        }
    }
    AND_WHEN("the server is started anew and an admin sets another password")
    {
        if (name == u"fo"_s) {
            Accounts restarted(*office.store, office.hasher, [&] { return office.now; });
            CHECK(restarted.login(name, RightPassword, Peer).result().error().code
                  == ErrorCode::Locked);
            const QString hash = *office.hasher.hashNow(u"another password"_s);
            REQUIRE(office.write([&](Connection &connection) {
                return Accounts::setPassword(connection, office.fo, hash, {}, office.now);
            }));
            CHECK(restarted.login(name, u"another password"_s, Peer).result());
        }
    }
}

TEST_CASE("Guesses made side by side cannot get past the lock", "[accounts]")
{
    AccountsFixture office;
    QList<Answer<Admission>> attempts;
    for (int i = 0; i < 20; ++i)
        attempts.append(office.accounts.login(u"fo"_s, WrongPassword, Peer));
    attempts.append(office.accounts.login(u"fo"_s, RightPassword, Peer));
    for (const auto &attempt : attempts)
        (void)attempt.result(); // all are through
    REQUIRE_FALSE(attempts.last().result());
    CHECK(attempts.last().result().error().code == ErrorCode::Locked);
    CHECK(office.events().count(u"locked"_s) == 1);
}

TEST_CASE("A success forgets the failures before it", "[accounts]")
{
    AccountsFixture office;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 4; ++i)
            CHECK(office.loginError(u"fo"_s, WrongPassword) == ErrorCode::Unauthenticated);
        CHECK(office.login(u"fo"_s, RightPassword));
    }
}

TEST_CASE("An address that guesses at many names has to wait", "[accounts]")
{
    AccountsFixture office;
    for (int i = 0; i < 50; ++i)
        CHECK(office.loginError(u"name%1"_s.arg(i), WrongPassword) == ErrorCode::Unauthenticated);
    CHECK(office.loginError(u"fo"_s, RightPassword) == ErrorCode::Busy);
    CHECK(office.accounts.login(u"fo"_s, RightPassword, u"192.0.2.2"_s).result());
    office.now = office.now.addSecs(15 * 60);
    CHECK(office.login(u"fo"_s, RightPassword));
}

TEST_CASE("Hashing has a bounded queue", "[accounts]")
{
    PasswordCost cost = PasswordCost::cheapest();
    cost.waiting = 2;
    cost.memory = 32 * 1024 * 1024; // slow enough that two are still there when the others come
    PasswordHasher hasher(cost);
    QList<Answer<QString>> hashes;
    for (int i = 0; i < 20; ++i)
        hashes.append(hasher.hash(RightPassword));
    int busy = 0;
    for (const auto &hash : hashes) {
        const auto outcome = hash.result();
        busy += !outcome && outcome.error().code == ErrorCode::Busy ? 1 : 0;
    }
    CHECK(busy >= 10);
    CHECK(busy <= 18);
    CHECK(hasher.hash(RightPassword).result());
    CHECK(hasher.hashNow(u"short"_s).error().code == ErrorCode::InvalidArgument);
}

SCENARIO("The password is confirmed before a paraf", "[accounts]")
{
    AccountsFixture office;
    THEN("the window is open for a quarter of an hour")
    {
        const auto until = office.accounts.confirmPassword(office.fo, RightPassword).result();
        REQUIRE(until);
        CHECK(*until == office.now.addSecs(15 * 60));
    }
    THEN("failures count as those of a log-in do")
    {
        for (int i = 0; i < 5; ++i)
            CHECK(office.accounts.confirmPassword(office.fo, WrongPassword).result().error().code
                  == ErrorCode::Unauthenticated);
        CHECK(office.accounts.confirmPassword(office.fo, RightPassword).result().error().code
              == ErrorCode::Locked);
        CHECK(office.loginError(u"fo"_s, RightPassword) == ErrorCode::Locked);
    }
}

TEST_CASE("What a session was made of is compared by its stamp", "[accounts]")
{
    AccountsFixture office;
    const QByteArray stamp = office.login(u"fo"_s, RightPassword)->stamp;
    CHECK(office.accounts.stamps().result()->value(office.fo) == stamp);
    SECTION("other duties")
    {
        REQUIRE(office.write([&](Connection &connection) {
            return Accounts::setDuties(connection, office.fo, {{Role::Kasi, u"kelahiran"_s}}, {},
                                       office.now);
        }));
        CHECK(office.accounts.stamps().result()->value(office.fo) != stamp);
    }
    SECTION("deactivated")
    {
        REQUIRE(office.write([&](Connection &connection) {
            return Accounts::deactivate(connection, office.fo, {}, office.now);
        }));
        CHECK_FALSE(office.accounts.stamps().result()->contains(office.fo));
    }
}

TEST_CASE("The office cannot lose its last administrator", "[accounts]")
{
    AccountsFixture office;
    const auto deactivate = [&](UserId user) {
        return office.write([&](Connection &connection) {
            return Accounts::deactivate(connection, user, {}, office.now);
        });
    };
    CHECK(deactivate(office.admin).error().code == ErrorCode::Conflict);
    CHECK(office
              .write([&](Connection &connection) {
                  return Accounts::setDuties(connection, office.admin, {{Role::Fo, {}}}, {},
                                             office.now);
              })
              .error()
              .code
          == ErrorCode::Conflict);
    office.add(u"admin2"_s, {{Role::Admin, {}}});
    CHECK(deactivate(office.admin));
}

TEST_CASE("Users are checked before they are added", "[accounts]")
{
    AccountsFixture office;
    const auto errorOf = [&](const QString &username, const QString &nip = {},
                             const QList<protocol::DutyScope> &duties = {}) {
        const NewOfficer officer{
            .username = username, .name = u"Petugas"_s, .nip = nip, .title = {}, .duties = duties};
        const auto added = office.write([&](Connection &connection) {
            return Accounts::addUser(connection, officer, u"-"_s, {}, office.now);
        });
        REQUIRE_FALSE(added);
        return added.error();
    };
    CHECK(errorOf(u"a"_s).detail == u"username"_s);
    CHECK(errorOf(u"with blank"_s).detail == u"username"_s);
    CHECK(errorOf(u"newline\n"_s).detail == u"username"_s);
    CHECK(errorOf(u"good"_s, u"123"_s).detail == u"nip"_s);
    CHECK(errorOf(u"good"_s, {}, {{Role::Sistem, {}}}).detail == u"duties"_s);
    CHECK(errorOf(u"good"_s, {}, {{Role::Fo, {}}, {Role::Fo, {}}}).detail == u"duties"_s);
    CHECK(errorOf(u"FO"_s.toLower()).code == ErrorCode::Conflict);
}

TEST_CASE("Only a certificate that may sign is registered for an officer", "[accounts]")
{
    AccountsFixture office;
    const auto pki = PracticePki::create(u"Test root"_s, office.now);
    REQUIRE(pki);
    const auto registered = [&](const QByteArray &der) {
        return office.write([&](Connection &connection) {
            return Accounts::registerCertificate(connection, office.fo, der, {}, office.now);
        });
    };
    PracticeOfficer kadin{.commonName = u"Kadin"_s,
                          .notBefore = office.now.addDays(-1),
                          .notAfter = office.now.addDays(10)};
    const auto good = pki->issue(kadin, "123456");
    REQUIRE(good);
    CHECK(registered(good->certificateDer));
    CHECK(*office.store
               ->read([&](Connection &connection) {
                   return UserRepository(connection).certificate(office.fo);
               })
               .result()
          == good->certificateDer);
    kadin.notAfter = office.now.addSecs(-60);
    CHECK(registered(pki->issue(kadin, "123456")->certificateDer).error().code
          == ErrorCode::Expired);
    CHECK(registered("no certificate").error().code == ErrorCode::Malformed);
    CHECK(registered({}).error().code == ErrorCode::Malformed);
}
