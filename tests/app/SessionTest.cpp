#include "app/net/Session.h"
#include "app/net/BlobTransfer.h"
#include "common/protocol/WorkMessages.h"
#include "tests/support/FakeOffice.h"
#include "tests/support/TestCertificates.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

SessionTimes shortTimes()
{
    using std::chrono::milliseconds;
    SessionTimes times;
    times.connect = milliseconds(5000);
    times.answer = milliseconds(5000);
    times.firstRetry = milliseconds(20);
    times.longestRetry = milliseconds(100);
    return times;
}

Endpoint endpointOf(const FakeOffice &office, const QString &caFile = testCertificates().caFile())
{
    return {u"127.0.0.1"_s, office.port(), caFile};
}

Result<protocol::LoginReply> logIn(Session &session, const FakeOffice &office)
{
    session.connectTo(endpointOf(office));
    return resultOf(session.login(QString(FakeOffice::UserName), QString(FakeOffice::Password)));
}

protocol::Act someAct()
{
    protocol::Act act;
    act.id = PermohonanId(11);
    act.duty = Role::Fo;
    act.version = 3;
    act.action = Action::Register;
    return act;
}

} // namespace

SCENARIO("An officer logs in over pinned TLS 1.3", "[net]")
{
    FakeOffice office(testCertificates().valid());
    Session session(shortTimes());
    QSignalSpy loggedIn(&session, &Session::loggedIn);

    WHEN("name and password are right")
    {
        office.setPractice(true);
        const auto reply = logIn(session, office);
        THEN("the session knows officer, office and mode")
        {
            REQUIRE(reply);
            CHECK(reply->name == u"Siti Aminah"_s);
            CHECK(loggedIn.count() == 1);
            CHECK(session.isOnline());
            CHECK(session.office() == u"Disdukcapil Kota Uji"_s);
            CHECK(session.isPractice());
            CHECK(session.duties().first().role == Role::Fo);
        }
    }
    WHEN("the password is wrong")
    {
        session.connectTo(endpointOf(office));
        const auto reply = resultOf(session.login(QString(FakeOffice::UserName), u"salah"_s));
        THEN("it is refused and the connection stays for another try")
        {
            REQUIRE_FALSE(reply);
            CHECK(reply.error().code == ErrorCode::Unauthenticated);
            CHECK(session.state() == ConnectionState::Connected);
            CHECK(resultOf(
                session.login(QString(FakeOffice::UserName), QString(FakeOffice::Password))));
            CHECK(office.connectionCount() == 1);
        }
    }
    WHEN("the account is locked")
    {
        office.refuse<protocol::Login>(ErrorCode::Locked);
        const auto reply = logIn(session, office);
        THEN("the code says so")
        {
            REQUIRE_FALSE(reply);
            CHECK(reply.error().code == ErrorCode::Locked);
        }
    }
    WHEN("the office speaks another version")
    {
        office.refuse<protocol::Hello>(ErrorCode::Unsupported);
        const auto reply = logIn(session, office);
        THEN("nobody is asked for a password over it")
        {
            REQUIRE_FALSE(reply);
            CHECK(session.problem() == ConnectionProblem::OtherVersion);
            CHECK(office.received(protocol::MessageType::Login).isEmpty());
        }
    }
    WHEN("the office answers Hello with a version of its own")
    {
        office.answer<protocol::Hello>({protocol::ProtocolVersion + 1, u"Kantor"_s, false, {}});
        const auto reply = logIn(session, office);
        THEN("it is refused here as well")
        {
            REQUIRE_FALSE(reply);
            CHECK(session.problem() == ConnectionProblem::OtherVersion);
        }
    }
}

SCENARIO("The client trusts its office's CA and nothing else", "[net]")
{
    const auto problemWith = [](const IssuedCertificate &certificate, const QString &caFile,
                                QSsl::SslProtocol protocol) {
        FakeOffice office(certificate, protocol);
        Session session(shortTimes());
        session.connectTo(endpointOf(office, caFile));
        const auto reply =
            resultOf(session.login(QString(FakeOffice::UserName), QString(FakeOffice::Password)));
        CHECK_FALSE(reply);
        CHECK(office.received(protocol::MessageType::Hello).isEmpty());
        CHECK(office.received(protocol::MessageType::Login).isEmpty());
        return session.problem();
    };
    const TestCertificates &pki = testCertificates();
    CHECK(problemWith(pki.valid(), pki.foreignCaFile(), QSsl::TlsV1_3)
          == ConnectionProblem::WrongCa);
    CHECK(problemWith(pki.expired(), pki.caFile(), QSsl::TlsV1_3)
          == ConnectionProblem::ExpiredCertificate);
    CHECK(problemWith(pki.forAnotherHost(), pki.caFile(), QSsl::TlsV1_3)
          == ConnectionProblem::WrongHost);
    CHECK(problemWith(pki.valid(), pki.caFile(), QSsl::TlsV1_2)
          == ConnectionProblem::InsecureServer);
    CHECK(problemWith(pki.valid(), u"/nowhere/ca.pem"_s, QSsl::TlsV1_3) == ConnectionProblem::NoCa);
}

TEST_CASE("A server that is not there is said to be unreachable", "[net]")
{
    FakeOffice office(testCertificates().valid());
    const Endpoint endpoint = endpointOf(office);
    office.stopListening();
    Session session(shortTimes());
    session.connectTo(endpoint);
    const auto reply = resultOf(session.login(u"siti"_s, u"x"_s));
    REQUIRE_FALSE(reply);
    CHECK(reply.error().code == ErrorCode::Network);
    CHECK(session.problem() == ConnectionProblem::Unreachable);
}

SCENARIO("The line breaks while a change is under way", "[net]")
{
    FakeOffice office(testCertificates().valid());
    office.answer<protocol::Act>({4, Status::Diregistrasi, Role::Fo});
    Session session(shortTimes());
    REQUIRE(logIn(session, office));
    office.hold(protocol::MessageType::Act);
    const auto change = session.change(someAct());
    const auto read = session.call(protocol::OpenPermohonan{PermohonanId(11), Role::Fo});
    REQUIRE(waitFor([&] { return office.received(protocol::MessageType::Act).size() == 1; }));
    office.hold(protocol::MessageType::SignSet); // from now on an Act is answered

    WHEN("the office did it and the answer was lost")
    {
        office.dropConnections();
        const auto reply = resultOf(change);
        THEN("it is sent again with the same key and answered once")
        {
            REQUIRE(reply);
            CHECK(reply->version == 4);
            const auto sent = office.received(protocol::MessageType::Act);
            REQUIRE(sent.size() == 2);
            CHECK(sent.at(0).key.size() == 16);
            CHECK(sent.at(0).key == sent.at(1).key);
            CHECK(office.doneCount(protocol::MessageType::Act) == 1);
            CHECK(session.isOnline());
            CHECK(office.connectionCount() == 2);
        }
        THEN("a request that only reads ends at once")
        {
            const auto lost = resultOf(read);
            REQUIRE_FALSE(lost);
        }
    }
    WHEN("the officer logs out before the line is back")
    {
        office.stopListening();
        office.dropConnections();
        REQUIRE(waitFor([&] { return session.state() == ConnectionState::Reconnecting; }));
        session.logout();
        THEN("the change ends without an answer")
        {
            const auto reply = resultOf(change);
            REQUIRE_FALSE(reply);
            CHECK(reply.error().code == ErrorCode::Network);
            CHECK(session.user().name.isEmpty());
        }
    }
}

TEST_CASE("A change begun while the line is lost goes out when it is back", "[net]")
{
    FakeOffice office(testCertificates().valid());
    office.answer<protocol::Act>({4, Status::Diregistrasi, Role::Fo});
    Session session(shortTimes());
    REQUIRE(logIn(session, office));
    office.stopListening();
    office.dropConnections();
    REQUIRE(waitFor([&] { return session.state() == ConnectionState::Reconnecting; }));
    const QByteArray key(16, 'k');
    const auto change = session.change(someAct(), key);
    CHECK_FALSE(resultOf(session.call(protocol::Search{u"0042"_s})));
    office.listenAgain();
    CHECK(resultOf(change));
    REQUIRE(office.received(protocol::MessageType::Act).size() == 1);
    CHECK(office.received(protocol::MessageType::Act).first().key == key);
}

SCENARIO("Events go on after a reconnection where they stopped", "[net]")
{
    FakeOffice office(testCertificates().valid());
    protocol::QueuePage page;
    page.lastSeq = 40;
    office.answer<protocol::ListQueue>(page);
    Session session(shortTimes());
    QSignalSpy events(&session, &Session::queueChanged);
    QSignalSpy incomplete(&session, &Session::queueIncomplete);
    const auto subscriptions = [&] { return office.received(protocol::MessageType::Subscribe); };
    REQUIRE(logIn(session, office));
    REQUIRE(waitFor([&] { return subscriptions().size() == 1; }));
    CHECK(protocol::fromCbor<protocol::Subscribe>(subscriptions().last().body)->afterSeq == 40);
    protocol::QueueChanged event;
    event.seq = 43;
    office.sendEvent(event);
    REQUIRE(waitFor([&] { return events.count() == 1; }));
    office.answer<protocol::Subscribe>({90, false});
    office.dropConnections();
    REQUIRE(waitFor([&] { return subscriptions().size() == 2; }));
    CHECK(protocol::fromCbor<protocol::Subscribe>(subscriptions().last().body)->afterSeq == 43);
    CHECK(waitFor([&] { return incomplete.count() == 1; })); // too much was missed
}

SCENARIO("What the office sends is bounded before it is kept", "[net]")
{
    FakeOffice office(testCertificates().valid());
    Session session(shortTimes());
    REQUIRE(logIn(session, office));
    QSignalSpy states(&session, &Session::stateChanged);
    office.stopListening();

    WHEN("a frame says that it is larger than a frame may be")
    {
        QByteArray header(4, Qt::Uninitialized);
        qToBigEndian(quint32(protocol::MaxFrameSize + 1), header.data());
        office.sendRaw(header);
        THEN("the line is closed")
        {
            REQUIRE(waitFor([&] { return states.count() > 0; }));
            CHECK(session.problem() == ConnectionProblem::BadAnswer);
        }
    }
    WHEN("a frame is not CBOR")
    {
        office.sendRaw(QByteArray("\x00\x00\x00\x03xyz", 7));
        THEN("the line is closed")
        {
            REQUIRE(waitFor([&] { return states.count() > 0; }));
            CHECK(session.problem() == ConnectionProblem::BadAnswer);
        }
    }
}

TEST_CASE("A session that the office ended logs the officer out, a wrong password does not",
          "[net]")
{
    FakeOffice office(testCertificates().valid());
    Session session(shortTimes());
    QSignalSpy loggedOut(&session, &Session::loggedOut);
    REQUIRE(logIn(session, office));
    office.refuse<protocol::ConfirmPassword>(ErrorCode::Unauthenticated);
    CHECK_FALSE(resultOf(session.call(protocol::ConfirmPassword{u"salah"_s})));
    CHECK(session.isOnline());
    office.refuse<protocol::Search>(ErrorCode::Unauthenticated);
    CHECK_FALSE(resultOf(session.call(protocol::Search{u"0042"_s})));
    REQUIRE(loggedOut.count() == 1);
    CHECK(loggedOut.first().first().value<LogoutReason>() == LogoutReason::SessionEnded);
}

TEST_CASE("No more calls than the bound wait at a time", "[net]")
{
    FakeOffice office(testCertificates().valid());
    Session session(shortTimes());
    REQUIRE(logIn(session, office));
    // Wait for the session's own calls, which count as well.
    REQUIRE(waitFor([&] { return office.received(protocol::MessageType::Subscribe).size() == 1; }));
    REQUIRE(resultOf(session.call(protocol::Ping{})));
    office.hold(protocol::MessageType::Search);
    for (qsizetype i = 0; i < Session::MaxOutstanding; ++i)
        (void)session.call(protocol::Search{u"0042"_s});
    const auto one = resultOf(session.call(protocol::Search{u"0042"_s}));
    REQUIRE_FALSE(one);
    CHECK(one.error().code == ErrorCode::Busy);
}

TEST_CASE("A heartbeat without an answer means that the line is dead", "[net]")
{
    FakeOffice office(testCertificates().valid());
    SessionTimes times = shortTimes();
    times.heartbeat = std::chrono::milliseconds(30);
    times.answer = std::chrono::milliseconds(200);
    Session session(times);
    REQUIRE(logIn(session, office));
    REQUIRE(waitFor([&] { return office.received(protocol::MessageType::Ping).size() >= 2; }));
    CHECK(session.isOnline());
    office.hold(protocol::MessageType::Ping);
    CHECK(waitFor([&] { return office.connectionCount() == 2; }));
}

TEST_CASE("Addresses are taken apart and put together", "[net]")
{
    CHECK(endpointFromText(u"server.test"_s)->port == Endpoint::DefaultPort);
    CHECK(endpointFromText(u" server.test:17443 "_s)->port == 17443);
    CHECK(endpointFromText(u"[::1]:99"_s)->host == u"::1"_s);
    CHECK(addressText(*endpointFromText(u"[::1]:99"_s)) == u"[::1]:99"_s);
    CHECK(addressText(*endpointFromText(u"server.test"_s)) == u"server.test"_s);
    for (const QString &bad :
         {u""_s, u"a b"_s, u"host:0"_s, u"host:65536"_s, u"host:x"_s, u"[1.2.3.4]"_s, u"a/b"_s})
        CHECK_FALSE(endpointFromText(bad));
}
