#include "common/protocol/QueueMessages.h"
#include "common/protocol/WorkMessages.h"
#include "common/tte/seal/OfficeCa.h"
#include "server/net/ServerTls.h"
#include "tests/server/RawClient.h"
#include "tests/server/ServedOffice.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QElapsedTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using protocol::MessageType;

namespace {

NetLimits smallLimits()
{
    NetLimits limits;
    limits.handshake = std::chrono::milliseconds(300);
    limits.closing = std::chrono::milliseconds(100);
    return limits;
}

protocol::ListQueue queueFor(Role duty)
{
    protocol::ListQueue request;
    request.duty = duty;
    return request;
}

/// The office still serves those who behave.
bool stillServes(ServedOffice &served)
{
    RawClient good;
    return good.enter(served.port(), served.tlsCaPem);
}

} // namespace

TEST_CASE("Only TLS 1.3 gets in", "[net]")
{
    ServedOffice served(smallLimits());
    RawClient client;
    SECTION("TLS 1.3")
    {
        CHECK(client.connectTls(served.port(), served.tlsCaPem));
    }
    SECTION("TLS 1.2")
    {
        CHECK_FALSE(client.connectTls(served.port(), served.tlsCaPem, QSsl::TlsV1_2));
    }
    SECTION("plaintext")
    {
        REQUIRE(client.connectPlain(served.port()));
        client.sendBytes(
            protocol::frame({MessageType::Hello, 1, {}, protocol::toCbor(protocol::Hello())}));
        CHECK(client.waitForEnd());
    }
    SECTION("a client that trusts another CA")
    {
        const auto other = OfficeCa::create(u"Other"_s, QDateTime::currentDateTimeUtc());
        CHECK_FALSE(client.connectTls(served.port(), other->pem()->certificatePem));
    }
    CHECK(stillServes(served));
    CHECK(test::waitFor([&] { return served.server->connectionCount() <= 1; }));
}

TEST_CASE("Whoever connects and says nothing is put out in time", "[net]")
{
    ServedOffice served(smallLimits());
    RawClient client;
    QElapsedTimer timer;
    timer.start();
    SECTION("without a handshake")
    {
        REQUIRE(client.connectPlain(served.port()));
        CHECK(client.waitForEnd());
    }
    SECTION("without Hello")
    {
        REQUIRE(client.connectTls(served.port(), served.tlsCaPem));
        CHECK(client.waitForEnd());
    }
    CHECK(timer.elapsed() < 5'000);
    CHECK(test::waitFor([&] { return served.server->connectionCount() == 0; }));
}

TEST_CASE("A silent connection ends; one that pings stays", "[net]")
{
    NetLimits limits;
    limits.idle = std::chrono::milliseconds(600);
    limits.closing = std::chrono::milliseconds(50);
    ServedOffice served(limits);
    RawClient silent, lively;
    REQUIRE(lively.enter(served.port(), served.tlsCaPem));
    REQUIRE(silent.enter(served.port(), served.tlsCaPem));
    // The lively one goes on well beyond its own idle time.
    QElapsedTimer timer;
    timer.start();
    bool isAnswered = true;
    while (isAnswered && timer.elapsed() < 1'500)
        isAnswered = lively.call(protocol::Ping()).has_value();
    CHECK(isAnswered);
    const auto farewell = silent.next();
    REQUIRE(farewell);
    CHECK(RawClient::errorIn(*farewell).code == ErrorCode::Expired);
    CHECK(silent.waitForEnd());
}

TEST_CASE("Frames that are none end the connection with a reason", "[net]")
{
    ServedOffice served(smallLimits());
    RawClient client;
    REQUIRE(client.enter(served.port(), served.tlsCaPem));
    const auto [bytes, code] = GENERATE(table<QByteArray, ErrorCode>({
        {QByteArray("\x7f\xff\xff\xff", 4), ErrorCode::TooLarge},
        {QByteArray("\x00\x10\x00\x01", 4), ErrorCode::TooLarge}, // one byte above 1 MiB
        {QByteArray("\x00\x00\x00\x00", 4), ErrorCode::TooLarge}, // nothing at all
        {QByteArray("\x00\x00\x00\x03xyz", 7), ErrorCode::Malformed},
        {QByteArray("\x00\x00\x00\x01\xa0", 5), ErrorCode::Malformed},           // an empty map
        {protocol::frame({MessageType::Ping, 0, {}, {}}), ErrorCode::Malformed}, // id of an event
    }));
    client.sendBytes(bytes);
    const auto answer = client.next();
    REQUIRE(answer);
    CHECK(answer->type == MessageType::Error);
    CHECK(answer->id == 0);
    CHECK(RawClient::errorIn(*answer).code == code);
    CHECK(client.waitForEnd());
    CHECK(stillServes(served));
}

TEST_CASE("Deeply nested CBOR is refused like any malformed frame", "[net]")
{
    ServedOffice served(smallLimits());
    RawClient client;
    REQUIRE(client.enter(served.port(), served.tlsCaPem));
    QByteArray nested(1'000'000, char(0x81)); // a list in a list in a list …
    nested.append('\0');
    QByteArray length(4, '\0');
    qToBigEndian(quint32(nested.size()), length.data());
    client.sendBytes(length + nested);
    const auto answer = client.next();
    REQUIRE(answer);
    CHECK(RawClient::errorIn(*answer).code == ErrorCode::Malformed);
    CHECK(stillServes(served));
}

TEST_CASE("An unknown message is answered, and the connection goes on", "[net]")
{
    ServedOffice served;
    RawClient client;
    REQUIRE(client.enter(served.port(), served.tlsCaPem));
    const int type = GENERATE(0, 14, 63, 64, 9'999, -1);
    client.sendRequest(MessageType(type), 7, {});
    const auto answer = client.answerTo(7);
    REQUIRE(answer);
    CHECK(RawClient::errorIn(*answer).code == ErrorCode::Unsupported);
    CHECK(client.call(protocol::Ping()));
}

TEST_CASE("Hello comes first, and its version must be ours", "[net]")
{
    ServedOffice served(smallLimits());
    RawClient client;
    REQUIRE(client.connectTls(served.port(), served.tlsCaPem));
    SECTION("something else")
    {
        CHECK(client.call(protocol::Ping()).error().code == ErrorCode::Unauthenticated);
        CHECK(client.waitForEnd());
    }
    SECTION("another version")
    {
        CHECK(client.call(protocol::Hello{protocol::ProtocolVersion + 1, {}}).error().code
              == ErrorCode::Unsupported);
        CHECK(client.waitForEnd());
    }
    SECTION("ours")
    {
        const auto reply = client.call(protocol::Hello());
        REQUIRE(reply);
        CHECK(reply->office == u"Disdukcapil Kota Pekanbaru"_s);
        CHECK(reply->isPractice);
        CHECK(reply->serverTime.isValid());
    }
}

TEST_CASE("Nothing is answered before the log-in", "[net]")
{
    ServedOffice served;
    RawClient client;
    REQUIRE(client.enter(served.port(), served.tlsCaPem));
    const auto codeOf = [](const auto &outcome) {
        return outcome ? ErrorCode{} : outcome.error().code;
    };
    CHECK(codeOf(client.call(queueFor(Role::Fo))) == ErrorCode::Unauthenticated);
    CHECK(codeOf(client.call(protocol::Act(), QByteArray(16, 'k'))) == ErrorCode::Unauthenticated);
    CHECK(codeOf(client.call(protocol::Subscribe())) == ErrorCode::Unauthenticated);
    CHECK(codeOf(client.call(protocol::ConfirmPassword{u"x"_s})) == ErrorCode::Unauthenticated);
    CHECK(client.call(protocol::Ping()));
}

TEST_CASE("Connections are bounded, in all and by address", "[net]")
{
    NetLimits limits = smallLimits();
    SECTION("by address")
    {
        limits.connectionsPerPeer = 2;
    }
    SECTION("in all")
    {
        limits.connections = 2;
    }
    ServedOffice served(limits);
    auto first = std::make_unique<RawClient>();
    RawClient second, third;
    REQUIRE(first->enter(served.port(), served.tlsCaPem));
    REQUIRE(second.enter(served.port(), served.tlsCaPem));
    CHECK_FALSE(third.connectTls(served.port(), served.tlsCaPem));
    first.reset();
    CHECK(test::waitFor([&] { return served.server->connectionCount() == 1; }));
    RawClient fourth;
    CHECK(fourth.enter(served.port(), served.tlsCaPem));
}

TEST_CASE("A client that asks without reading is put out", "[net]")
{
    NetLimits limits = smallLimits();
    limits.waitingBytes = 200'000;
    ServedOffice served(limits);
    RawClient greedy;
    REQUIRE(greedy.enter(served.port(), served.tlsCaPem));
    QByteArray pings;
    for (qint64 i = 1; i <= 20'000; ++i)
        pings += protocol::frame({MessageType::Ping, i, {}, {}});
    // The event loop runs in between, but this client's socket buffer is never emptied.
    greedy.stopReading();
    for (int i = 0; i < 200 && served.server->connectionCount() > 0; ++i) {
        greedy.sendBytes(pings);
        (void)QTest::qWaitFor([&] { return served.server->connectionCount() == 0; }, 50);
    }
    CHECK(test::waitFor([&] { return served.server->connectionCount() == 0; }));
    CHECK(stillServes(served));
}

TEST_CASE("A server certificate that cannot serve is named", "[net]")
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto ca = *OfficeCa::create(u"CA"_s, now);
    const auto good = *ca.issueTlsServerCertificate({u"localhost"_s}, now);
    const auto other = *ca.issueTlsServerCertificate({u"localhost"_s}, now);
    CHECK(serverTls(good.certificatePem, good.keyPem, now));
    CHECK(serverTls(good.certificatePem, good.keyPem, now.addYears(3)).error().code
          == ErrorCode::Expired);
    CHECK(serverTls(good.certificatePem, good.keyPem, now.addDays(-30)).error().code
          == ErrorCode::Expired);
    CHECK(serverTls(good.certificatePem, other.keyPem, now).error().code
          == ErrorCode::InvalidArgument);
    CHECK(serverTls("", good.keyPem, now).error().code == ErrorCode::Malformed);
    CHECK(serverTls(good.certificatePem, "", now).error().code == ErrorCode::Malformed);
}
