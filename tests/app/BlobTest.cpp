#include "app/net/BlobTransfer.h"
#include "app/net/Session.h"
#include "tests/support/FakeOffice.h"
#include "tests/support/TestCertificates.h"
#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

constexpr PermohonanId Id{5};

QByteArray someBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator generator(42);
    for (char &byte : bytes)
        byte = char(generator.bounded(256));
    return bytes;
}

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// A logged-in session with an office that has one blob and takes uploads.
struct BlobDesk
{
    FakeOffice office{testCertificates().valid()};
    Session session;
    QByteArray blob;
    QByteArray uploaded;
    int begun = 0;
    int cutAfter = -1; ///< parts or chunks until the line is cut once

    explicit BlobDesk(qsizetype size)
        : session(times())
        , blob(someBytes(size))
    {
        office.on<protocol::FetchBlob>([this](const protocol::FetchBlob &ask) {
            cut();
            return Result<protocol::BlobPart>(
                {blob.size(), ask.offset, blob.mid(ask.offset, protocol::ChunkSize)});
        });
        office.on<protocol::BeginUpload>([this](const protocol::BeginUpload &) {
            uploaded.clear();
            return Result<protocol::BeginUploadReply>({++begun, false});
        });
        office.on<protocol::UploadChunk>([this](const protocol::UploadChunk &chunk) {
            cut();
            return take(chunk);
        });
        session.connectTo({u"127.0.0.1"_s, office.port(), testCertificates().caFile()});
        REQUIRE(
            resultOf(session.login(QString(FakeOffice::UserName), QString(FakeOffice::Password))));
    }

    static SessionTimes times()
    {
        SessionTimes fast;
        fast.firstRetry = std::chrono::milliseconds(10);
        return fast;
    }

    void cut()
    {
        if (cutAfter-- == 0)
            QMetaObject::invokeMethod(&office, &FakeOffice::dropConnections, Qt::QueuedConnection);
    }

    Result<protocol::UploadChunkReply> take(const protocol::UploadChunk &chunk)
    {
        if (chunk.upload != begun || chunk.offset != uploaded.size())
            return fail(ErrorCode::InvalidArgument, u"out of order"_s);
        uploaded += chunk.bytes;
        return protocol::UploadChunkReply{uploaded.size()};
    }
};

} // namespace

SCENARIO("A document is fetched in parts and checked", "[blob]")
{
    BlobDesk desk(protocol::ChunkSize * 5 + 17);
    const QByteArray sha256 = sha256Of(desk.blob);

    WHEN("the bytes are those that were asked for")
    {
        const auto first = fetchBlob(desk.session, Id, sha256);
        const auto second = fetchBlob(desk.session, Id, sha256);
        THEN("two views share one fetch, and later ones come from memory")
        {
            CHECK(resultOf(first) == desk.blob);
            CHECK(resultOf(second) == desk.blob);
            CHECK(resultOf(fetchBlob(desk.session, Id, sha256)) == desk.blob);
            CHECK(desk.office.received(protocol::MessageType::FetchBlob).size() == 6);
        }
    }
    WHEN("one byte differs")
    {
        QByteArray other = sha256;
        other[0] = char(other[0] ^ 1);
        THEN("nothing is handed over")
        {
            const auto bytes = resultOf(fetchBlob(desk.session, Id, other));
            REQUIRE_FALSE(bytes);
            CHECK(bytes.error().code == ErrorCode::Tampered);
        }
    }
    WHEN("the line breaks in the middle")
    {
        desk.cutAfter = 3;
        THEN("the rest is fetched after the reconnection")
        {
            CHECK(resultOf(fetchBlob(desk.session, Id, sha256)) == desk.blob);
            CHECK(desk.office.connectionCount() == 2);
        }
    }
    WHEN("a part says that the whole is larger than any blob")
    {
        desk.office.answer<protocol::FetchBlob>(
            {protocol::MaxBlobSize + 1, 0, QByteArray(10, 'x')});
        THEN("it is refused before anything is kept")
        {
            const auto bytes = resultOf(fetchBlob(desk.session, Id, sha256));
            REQUIRE_FALSE(bytes);
            CHECK(bytes.error().code == ErrorCode::TooLarge);
        }
    }
    WHEN("a part is not where it was asked for")
    {
        desk.office.answer<protocol::FetchBlob>(
            {desk.blob.size(), protocol::ChunkSize, desk.blob.first(protocol::ChunkSize)});
        THEN("it is refused")
        {
            const auto bytes = resultOf(fetchBlob(desk.session, Id, sha256));
            REQUIRE_FALSE(bytes);
            CHECK(bytes.error().code == ErrorCode::Malformed);
        }
    }
    WHEN("the officer logs out")
    {
        const auto bytes = fetchBlob(desk.session, Id, sha256);
        desk.session.logout();
        THEN("the fetch ends")
        {
            CHECK_FALSE(resultOf(bytes));
        }
    }
}

TEST_CASE("No more than two parts are under way in the whole session", "[blob]")
{
    BlobDesk desk(protocol::ChunkSize * 4);
    desk.office.hold(protocol::MessageType::FetchBlob);
    const auto one = fetchBlob(desk.session, Id, sha256Of(desk.blob));
    const auto two = fetchBlob(desk.session, PermohonanId(6), sha256Of(desk.blob));
    const auto three = fetchBlob(desk.session, PermohonanId(7), sha256Of(desk.blob));
    const auto asked = [&] {
        return desk.office.received(protocol::MessageType::FetchBlob).size();
    };
    REQUIRE(waitFor([&] { return asked() == 2; }));
    REQUIRE(resultOf(desk.session.call(protocol::Ping{}))); // a round trip later it is still two
    CHECK(asked() == 2);
    desk.office.release();
    CHECK(resultOf(one) == desk.blob);
    CHECK(resultOf(two) == desk.blob);
    CHECK(resultOf(three) == desk.blob);
}

SCENARIO("A document is handed to the office", "[blob]")
{
    BlobDesk desk(0);
    const QByteArray bytes = someBytes(protocol::ChunkSize * 4 + 1);

    WHEN("the line holds")
    {
        THEN("it arrives in order and its hash comes back")
        {
            CHECK(resultOf(uploadBlob(desk.session, bytes)) == sha256Of(bytes));
            CHECK(desk.uploaded == bytes);
        }
    }
    WHEN("the office has it already")
    {
        desk.office.answer<protocol::BeginUpload>({1, true});
        THEN("nothing is sent")
        {
            CHECK(resultOf(uploadBlob(desk.session, bytes)) == sha256Of(bytes));
            CHECK(desk.office.received(protocol::MessageType::UploadChunk).isEmpty());
        }
    }
    WHEN("the line breaks")
    {
        desk.cutAfter = 2;
        THEN("it begins again by itself")
        {
            CHECK(resultOf(uploadBlob(desk.session, bytes)) == sha256Of(bytes));
            CHECK(desk.uploaded == bytes);
            CHECK(desk.begun == 2);
        }
    }
    WHEN("it is empty or too large")
    {
        THEN("it is refused without a message")
        {
            CHECK(resultOf(uploadBlob(desk.session, {})).error().code
                  == ErrorCode::InvalidArgument);
            const QByteArray large(MaxUploadSize + 1, 'x');
            CHECK(resultOf(uploadBlob(desk.session, large)).error().code == ErrorCode::TooLarge);
            CHECK(desk.begun == 0);
        }
    }
}
