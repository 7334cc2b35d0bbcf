#include "common/protocol/BlobMessages.h"
#include "common/protocol/QueueMessages.h"
#include "common/protocol/WorkMessages.h"
#include "server/db/BlobRepository.h"
#include "tests/server/RawClient.h"
#include "tests/server/ServedOffice.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>

#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using protocol::MessageType;

namespace {

const QByteArray Key(16, 'k');

ErrorCode codeOf(const auto &outcome)
{
    return outcome ? ErrorCode{} : outcome.error().code;
}

protocol::ListQueue queueOf(Role duty)
{
    protocol::ListQueue request;
    request.duty = duty;
    return request;
}

/// An office with a logged-in FO.
struct FoAtWork
{
    ServedOffice served;
    RawClient fo;

    explicit FoAtWork(const NetLimits &limits = {})
        : served(limits)
    {
        served.setPassword(u"fo"_s);
        REQUIRE(fo.enter(served.port(), served.tlsCaPem, u"fo"_s, ServedOffice::Password));
    }
};

protocol::Act registered(PermohonanId id, int version)
{
    protocol::Act act;
    act.id = id;
    act.duty = Role::Fo;
    act.version = version;
    act.action = Action::Register;
    return act;
}

} // namespace

SCENARIO("An officer works over the line", "[net]")
{
    FoAtWork desk;
    const PermohonanId id = desk.served.office.submitBirth();
    const int version = desk.served.office.head(id).version;
    WHEN("the queue is asked for")
    {
        const auto page = desk.fo.call(queueOf(Role::Fo));
        THEN("the new permohonan stands in it")
        {
            REQUIRE(page);
            REQUIRE(page->rows.size() == 1);
            CHECK(page->rows.first().id == id);
        }
    }
    WHEN("a request is sent twice under the same key, as after a broken line")
    {
        const auto first = desk.fo.call(registered(id, version), Key);
        const auto again = desk.fo.call(registered(id, version), Key);
        THEN("it was done once, and the answer is the same")
        {
            REQUIRE(first);
            REQUIRE(again);
            CHECK(*first == *again);
            CHECK(desk.served.office.head(id).version == first->version);
        }
        THEN("the same key with another request is refused")
        {
            CHECK(codeOf(desk.fo.call(registered(id, version + 1), Key))
                  == ErrorCode::InvalidArgument);
        }
    }
    WHEN("a change comes without a key")
    {
        THEN("it is refused")
        {
            CHECK(codeOf(desk.fo.call(registered(id, version))) == ErrorCode::InvalidArgument);
            CHECK(desk.served.office.head(id).version == version);
        }
    }
    WHEN("the version is stale")
    {
        REQUIRE(desk.fo.call(registered(id, version), Key));
        THEN("it is a conflict")
        {
            CHECK(codeOf(desk.fo.call(registered(id, version), QByteArray(16, 'x')))
                  == ErrorCode::Conflict);
        }
    }
    WHEN("a duty is claimed that the session does not hold")
    {
        protocol::Act act = registered(id, version);
        act.duty = Role::Kadin;
        THEN("it is refused")
        {
            CHECK_FALSE(desk.fo.call(act, Key));
            CHECK_FALSE(desk.fo.call(queueOf(Role::Kadin)));
        }
    }
    WHEN("the body of a request is not as it must be")
    {
        desk.fo.sendRequest(MessageType::Act, 5, {{1, u"no number"_s}}, Key);
        const auto answer = desk.fo.answerTo(5);
        THEN("that request is refused and the next one is answered")
        {
            REQUIRE(answer);
            CHECK(RawClient::errorIn(*answer).code == ErrorCode::Malformed);
            CHECK(desk.fo.call(protocol::Ping()));
        }
    }
}

SCENARIO("Log-in over the line", "[net]")
{
    NetLimits limits;
    limits.failedLogins = 3;
    limits.closing = std::chrono::milliseconds(100);
    ServedOffice served(limits);
    served.setPassword(u"fo"_s);
    RawClient client;
    REQUIRE(client.enter(served.port(), served.tlsCaPem));
    THEN("the reply says who it is and what for")
    {
        const auto reply = client.call(protocol::Login{u"fo"_s, ServedOffice::Password});
        REQUIRE(reply);
        CHECK(reply->duties == QList<protocol::DutyScope>{{Role::Fo, {}}});
        CHECK(codeOf(client.call(protocol::Login{u"fo"_s, ServedOffice::Password}))
              == ErrorCode::NotAllowed);
        CHECK(client.call(protocol::Logout()));
        CHECK(codeOf(client.call(queueOf(Role::Fo))) == ErrorCode::Unauthenticated);
        CHECK(client.call(protocol::Login{u"fo"_s, ServedOffice::Password}));
    }
    THEN("a connection has only so many wrong passwords")
    {
        for (int i = 0; i < 3; ++i)
            CHECK(codeOf(client.call(protocol::Login{u"fo"_s, u"wrong password"_s}))
                  == ErrorCode::Unauthenticated);
        CHECK(client.waitForEnd());
    }
    THEN("the paraf window opens with the right password only")
    {
        REQUIRE(client.call(protocol::Login{u"fo"_s, ServedOffice::Password}));
        CHECK(codeOf(client.call(protocol::ConfirmPassword{u"wrong password"_s}))
              == ErrorCode::Unauthenticated);
        const auto window = client.call(protocol::ConfirmPassword{ServedOffice::Password});
        REQUIRE(window);
        CHECK(window->until == served.office.now.addSecs(15 * 60));
    }
}

TEST_CASE("A deactivated officer is out within moments", "[net]")
{
    FoAtWork desk;
    const UserId fo = desk.served.office.session(Role::Fo).user;
    REQUIRE(desk.served.office.write([&](Connection &connection) {
        return Accounts::deactivate(connection, fo, {}, desk.served.office.now);
    }));
    const auto farewell = desk.fo.next();
    REQUIRE(farewell);
    CHECK(RawClient::errorIn(*farewell).code == ErrorCode::Unauthenticated);
    CHECK(desk.fo.waitForEnd());
    RawClient again;
    CHECK_FALSE(
        again.enter(desk.served.port(), desk.served.tlsCaPem, u"fo"_s, ServedOffice::Password));
}

TEST_CASE("A session without work ends, though it pings", "[net]")
{
    NetLimits limits;
    limits.sessionIdle = std::chrono::milliseconds(400);
    limits.closing = std::chrono::milliseconds(50);
    FoAtWork desk(limits);
    CHECK(test::waitFor([&] {
        const auto pinged = desk.fo.call(protocol::Ping());
        return !pinged;
    }));
    CHECK(desk.fo.waitForEnd());
}

SCENARIO("Queue events reach those whom they concern", "[net]")
{
    FoAtWork desk;
    const PermohonanId missed = desk.served.office.submitBirth();
    const int version = desk.served.office.head(missed).version;
    WHEN("the client subscribes from the beginning")
    {
        const auto subscribed = desk.fo.call(protocol::Subscribe{.afterSeq = 0});
        REQUIRE(subscribed);
        CHECK(subscribed->isComplete);
        THEN("it hears of what it missed, and then of what comes, in order")
        {
            const auto first = desk.fo.nextEvent();
            REQUIRE(first);
            const auto event = protocol::fromCbor<protocol::QueueChanged>(first->body);
            REQUIRE(event);
            CHECK(event->row.id == missed);
            CHECK(event->seq <= subscribed->lastSeq);
            REQUIRE(desk.fo.call(registered(missed, version), Key));
            const auto second = desk.fo.nextEvent();
            REQUIRE(second);
            const auto received = protocol::fromCbor<protocol::QueueChanged>(second->body);
            REQUIRE(received);
            CHECK(received->seq > subscribed->lastSeq);
            CHECK(received->row.version == version + 1);
        }
    }
    WHEN("another officer claims a permohonan")
    {
        (void)desk.served.office.addOfficer(u"fo2"_s, {{Role::Fo, {}}});
        desk.served.setPassword(u"fo2"_s);
        auto colleague = std::make_unique<RawClient>();
        REQUIRE(colleague->enter(desk.served.port(), desk.served.tlsCaPem, u"fo2"_s,
                                 ServedOffice::Password));
        REQUIRE(desk.fo.call(protocol::Subscribe{.afterSeq = 1'000}));
        REQUIRE(colleague->call(protocol::Claim{missed, Role::Fo}));
        const auto heldBy = [&]() -> QString {
            const auto event = desk.fo.nextEvent();
            return event ? protocol::fromCbor<protocol::QueueChanged>(event->body)->row.heldBy
                         : u"no event"_s;
        };
        CHECK(heldBy() == u"Petugas fo2"_s);
        THEN("the lease ends with the colleague's connection")
        {
            CHECK(codeOf(desk.fo.call(protocol::Claim{missed, Role::Fo})) == ErrorCode::Held);
            colleague.reset();
            CHECK(heldBy().isEmpty());
            CHECK(desk.fo.call(protocol::Claim{missed, Role::Fo}));
        }
    }
}

SCENARIO("Bytes are uploaded in parts", "[net]")
{
    NetLimits limits;
    limits.upload = 600'000;
    limits.uploads = 2;
    limits.uploadsTotal = 1'000'000;
    FoAtWork desk(limits);
    const QByteArray bytes(500'000, 'p');
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const auto begin = [&](qint64 size) {
        return desk.fo.call(protocol::BeginUpload{.size = size, .sha256 = sha256});
    };
    const auto send = [&](qint64 upload, qint64 offset, const QByteArray &part) {
        return desk.fo.call(
            protocol::UploadChunk{.upload = upload, .offset = offset, .bytes = part});
    };
    WHEN("all parts come in order")
    {
        const auto upload = begin(bytes.size());
        REQUIRE(upload);
        CHECK(send(upload->upload, 0, bytes.first(protocol::ChunkSize))->received
              == protocol::ChunkSize);
        const auto last =
            send(upload->upload, protocol::ChunkSize, bytes.sliced(protocol::ChunkSize));
        THEN("they are stored when the last is acknowledged")
        {
            REQUIRE(last);
            CHECK(last->received == bytes.size());
            CHECK(*desk.served.office.blobs->getNow(sha256) == bytes);
        }
    }
    WHEN("the whole has another hash")
    {
        const auto upload = begin(3);
        REQUIRE(upload);
        THEN("it is refused and forgotten")
        {
            CHECK(codeOf(send(upload->upload, 0, "abc")) == ErrorCode::Tampered);
            CHECK(codeOf(send(upload->upload, 0, "abc")) == ErrorCode::NotFound);
        }
    }
    WHEN("parts are out of order or too long")
    {
        const auto first = begin(10);
        CHECK(codeOf(send(first->upload, 5, "abc")) == ErrorCode::Conflict);
        const auto second = begin(10);
        CHECK(codeOf(send(second->upload, 0, "more than ten bytes")) == ErrorCode::TooLarge);
        CHECK(codeOf(send(99, 0, "abc")) == ErrorCode::NotFound);
    }
    WHEN("too much is announced")
    {
        CHECK(codeOf(begin(600'001)) == ErrorCode::TooLarge);
        CHECK(codeOf(begin(0)) == ErrorCode::InvalidArgument);
        CHECK(codeOf(begin(-1)) == ErrorCode::InvalidArgument);
        const auto first = begin(600'000);
        REQUIRE(first);
        THEN("everybody's budget bounds it, until uploads are given up")
        {
            CHECK(codeOf(begin(500'000)) == ErrorCode::Busy);
            CHECK(codeOf(send(first->upload, 1, "x")) == ErrorCode::Conflict);
            CHECK(begin(500'000));
        }
    }
}

TEST_CASE("Requests under way are bounded on each connection", "[net]")
{
    NetLimits limits;
    limits.outstanding = 4;
    FoAtWork desk(limits);
    // While the store's readers are held, no request can end.
    std::promise<void> release;
    const std::shared_future<void> released = release.get_future().share();
    QList<Answer<>> held;
    for (int i = 0; i < 8; ++i)
        held.append(desk.served.office.store->read([released](Connection &) -> Result<> {
            released.wait();
            return {};
        }));
    for (qint64 id = 1; id <= 6; ++id)
        desk.fo.sendRequest(MessageType::ListQueue, id, protocol::toCbor(queueOf(Role::Fo)));
    for (qint64 id = 5; id <= 6; ++id) {
        const auto answer = desk.fo.next();
        REQUIRE(answer);
        CHECK(answer->id == id);
        CHECK(RawClient::errorIn(*answer).code == ErrorCode::Busy);
    }
    release.set_value();
    for (qint64 id = 1; id <= 4; ++id) {
        const auto answer = desk.fo.next();
        REQUIRE(answer);
        CHECK(answer->type == MessageType::ListQueue);
    }
    CHECK(desk.fo.call(queueOf(Role::Fo)));
}

TEST_CASE("A server that stops answers what it has begun", "[net]")
{
    FoAtWork desk;
    const PermohonanId id = desk.served.office.submitBirth();
    const int version = desk.served.office.head(id).version;
    std::promise<void> release;
    const std::shared_future<void> released = release.get_future().share();
    auto held = desk.served.office.store->write([released](Connection &) -> Result<> {
        released.wait();
        return {};
    });
    desk.fo.sendRequest(MessageType::Act, 1, protocol::toCbor(registered(id, version)), Key);
    // The request is in the server once a later one on the same connection is answered.
    REQUIRE(desk.fo.call(protocol::Ping()));
    std::thread stopping([&] { release.set_value(); });
    desk.served.server.reset();
    stopping.join();
    const auto answer = desk.fo.answerTo(1);
    REQUIRE(answer);
    CHECK(answer->type == MessageType::Act);
    CHECK(desk.served.office.head(id).version == version + 1);
}
