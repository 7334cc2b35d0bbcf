// Getting time stamps from a real authority over HTTP, and from peers that are none.

#include "common/tte/TimestampClient.h"
#include "tests/tte/AttackSupport.h"
#include "tests/tte/HttpPeer.h"
#include "tests/tte/StampSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <openssl/objects.h>

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

using namespace std::chrono_literals;

constexpr char ReplyType[] = "application/timestamp-reply";

/// An authority behind HTTP.
class TsaServer : public HttpPeer
{
public:
    explicit TsaServer(const TestTsa &tsa)
        : HttpPeer([&tsa](const QByteArray &body) { return ok(ReplyType, tsa.reply(body)); })
    {
    }
};

const TestTsa &theTsa()
{
    static const TestTsa tsa;
    return tsa;
}

QByteArray rootDer()
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(authority().root().certificate.get(), &der);
    const ossl::Bytes owner(der);
    return QByteArray(reinterpret_cast<const char *>(der), size);
}

TimestampClient clientOf(const QList<QUrl> &urls, const QString &policy = {})
{
    TimestampSettings settings{.authorities = {}, .roots = {rootDer()}, .timeout = 5s};
    for (const QUrl &url : urls)
        settings.authorities.append({url, policy});
    return TimestampClient(settings);
}

QByteArray someHash()
{
    return QCryptographicHash::hash("something", QCryptographicHash::Sha256);
}

/// What the client says when this peer answers.
Error refusalOf(const HttpPeer::Handler &handler)
{
    const HttpPeer peer(handler);
    const auto token = clientOf({peer.url()}).stamp(someHash(), testNow());
    REQUIRE_FALSE(token);
    CHECK(peer.requests() == 1);
    return token.error();
}

/// A granted response around a token of any kind.
QByteArray granted(const QByteArray &token)
{
    const QByteArray status = QByteArray::fromHex("3003020100");
    const qsizetype size = status.size() + token.size();
    REQUIRE(size > 0xff);
    REQUIRE(size <= 0xffff);
    return QByteArray("\x30\x82") + char(size >> 8) + char(size & 0xff) + status + token;
}

} // namespace

TEST_CASE("A time stamp of an authority is what openssl accepts too", "[tte][timestamp]")
{
    const TsaServer server(theTsa());
    const auto token = clientOf({server.url()}).stamp(someHash(), testNow());
    REQUIRE(token);
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"token"_s), *token);
    writeFile(dir.filePath(u"data"_s), "something");
    writeFile(dir.filePath(u"root"_s), pemOf(authority().root().certificate.get()));
    const auto output =
        runTool(u"openssl"_s,
                {u"ts"_s, u"-verify"_s, u"-token_in"_s, u"-in"_s, dir.filePath(u"token"_s),
                 u"-data"_s, dir.filePath(u"data"_s), u"-CAfile"_s, dir.filePath(u"root"_s),
                 u"-attime"_s, QString::number(testNow().toSecsSinceEpoch())});
    INFO(output.text.toStdString());
    CHECK(output.exitCode == 0);
}

TEST_CASE("A draft is signed as PAdES B-T where an authority answers", "[tte][timestamp]")
{
    const TsaServer server(theTsa());
    TimestampClient stamps = clientOf({server.url()});
    Signer signer;
    DraftSigner drafts(signer.key(), signer.look(), &stamps);
    const QByteArray draft = qtPdf();
    const auto made = drafts.signDraft(requestFor(draft));
    REQUIRE(made);
    CHECK(made->isStamped);
    CHECK_FALSE(made->stampError);
    const auto report = judgeAll(draft + made->appendix, testNow().addSecs(3600));
    REQUIRE(report.signatures.size() == 1);
    CHECK(report.verdict == SignatureVerdict::Sah);
    CHECK(report.signatures.first().level == PadesLevel::BT);
    CHECK(report.signatures.first().provenAt == testNow().addSecs(60));
    SignedDraftExpectation expected = expectationFor(draft);
    expected.anchors = allAnchors();
    CHECK(checkSignedDraft(draft, made->appendix, expected));
}

TEST_CASE("A time stamp that does not fit gets more room", "[tte][timestamp]")
{
    TsaOptions options;
    options.certificate.more = {{NID_netscape_comment, QByteArray(8000, 'x')}};
    const TestTsa wordy(authority(), options);
    const TsaServer server(wordy);
    TimestampClient stamps = clientOf({server.url()});
    Signer signer;
    DraftSigner drafts(signer.key(), signer.look(), &stamps);
    const QByteArray draft = qtPdf();
    for (const int requests : {2, 3}) { // the second draft gets the room at once
        const auto made = drafts.signDraft(requestFor(draft));
        REQUIRE(made);
        CHECK(made->isStamped);
        CHECK(judgeAll(draft + made->appendix, testNow()).verdict == SignatureVerdict::Sah);
        CHECK(server.requests() == requests);
    }
}

TEST_CASE("A signature does without a time stamp that cannot be had", "[tte][timestamp]")
{
    const HttpPeer broken(
        [](const QByteArray &) { return "HTTP/1.1 503 Busy\r\nConnection: close\r\n\r\n"_ba; });
    TimestampClient stamps = clientOf({broken.url()});
    Signer signer;
    DraftSigner drafts(signer.key(), signer.look(), &stamps);
    const QByteArray draft = qtPdf();
    const auto made = drafts.signDraft(requestFor(draft));
    REQUIRE(made);
    CHECK_FALSE(made->isStamped);
    REQUIRE(made->stampError);
    CHECK(made->stampError->code == ErrorCode::Network);
    CHECK(judge(draft + made->appendix).verdict == SignatureVerdict::Sah);
    // The next draft of the batch does not wait for it again.
    REQUIRE(drafts.signDraft(requestFor(draft)));
    CHECK(broken.requests() == 1);
}

TEST_CASE("The second authority serves when the first does not", "[tte][timestamp]")
{
    const HttpPeer first([](const QByteArray &) { return HttpPeer::ok(ReplyType, "rubbish"); });
    const TsaServer second(theTsa());
    TimestampClient client = clientOf({first.url(), second.url()});
    CHECK(client.stamp(someHash(), testNow()));
    CHECK(client.stamp(someHash(), testNow()));
    CHECK(first.requests() == 1);
    CHECK(second.requests() == 2);
    CHECK(clientOf({}).stamp(someHash(), testNow()).error().code == ErrorCode::Incomplete);
}

TEST_CASE("An answer that is none is refused, and within the time", "[tte][timestamp]")
{
    CHECK(refusalOf([](const QByteArray &) { return HttpPeer::ok(ReplyType, "rubbish"); }).code
          == ErrorCode::Malformed);
    CHECK(refusalOf([](const QByteArray &body) {
              return HttpPeer::ok(ReplyType, theTsa().reply(body) + '\0');
          }).code
          == ErrorCode::Malformed);
    CHECK(refusalOf([](const QByteArray &body) {
              return HttpPeer::ok("text/html", theTsa().reply(body));
          }).code
          == ErrorCode::Network);
    CHECK(refusalOf([](const QByteArray &) {
              return HttpPeer::ok(ReplyType, QByteArray(1024 * 1024, 'x'));
          }).code
          == ErrorCode::TooLarge);
    CHECK(refusalOf([](const QByteArray &) {
              return "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n"
                     "Content-Length: 0\r\nConnection: close\r\n\r\n"_ba;
          }).code
          == ErrorCode::Network);

    const HttpPeer silent([](const QByteArray &) { return QByteArray(); });
    TimestampClient client({.authorities = {{silent.url(), {}}}, .roots = {}, .timeout = 200ms});
    QElapsedTimer clock;
    clock.start();
    CHECK(client.stamp(someHash(), testNow()).error().code == ErrorCode::Network);
    CHECK(clock.durationElapsed() < 5s);
    CHECK(clientOf({QUrl(u"file:///etc/passwd"_s)}).stamp(someHash(), testNow()).error().code
          == ErrorCode::InvalidArgument);
}

TEST_CASE("A time stamp that does not fit the question is refused", "[tte][timestamp]")
{
    SECTION("the answer to an earlier question: another nonce")
    {
        QByteArray first;
        const auto replay = [&first](const QByteArray &body) {
            if (first.isEmpty())
                first = theTsa().reply(body);
            return HttpPeer::ok(ReplyType, first);
        };
        const HttpPeer peer(replay);
        TimestampClient client = clientOf({peer.url()});
        CHECK(client.stamp(someHash(), testNow()));
        CHECK(client.stamp(someHash(), testNow()).error().code == ErrorCode::Untrusted);
    }
    SECTION("over other bytes")
    {
        const QByteArray token = theTsa().stamp("something else");
        CHECK(refusalOf([&](const QByteArray &) { return HttpPeer::ok(ReplyType, granted(token)); })
              == Error{
                  ErrorCode::Untrusted,
                  u"time stamp: error:17800067:time stamp routines::message imprint mismatch"_s});
    }
    SECTION("under another policy")
    {
        const TsaServer server(theTsa());
        const auto token = clientOf({server.url()}, u"1.2.3.4"_s).stamp(someHash(), testNow());
        REQUIRE_FALSE(token);
        CHECK(token.error().code == ErrorCode::NotAllowed); // the authority refuses it itself
    }
    SECTION("from a clock that is wrong")
    {
        TsaOptions options;
        options.at = testNow().addSecs(3600);
        const TestTsa late(authority(), options);
        CHECK(refusalOf(
                  [&](const QByteArray &body) { return HttpPeer::ok(ReplyType, late.reply(body)); })
              == Error{ErrorCode::Untrusted, u"time stamp is of another time"_s});
    }
}

TEST_CASE("A time stamp by one who may not is refused", "[tte][timestamp]")
{
    SECTION("an authority of another root")
    {
        const TestAuthority other(u"Akar Lain"_s);
        const TestTsa stranger(other);
        CHECK(refusalOf([&](const QByteArray &body) {
                  return HttpPeer::ok(ReplyType, stranger.reply(body));
              }).code
              == ErrorCode::Untrusted);
    }
    SECTION("a certificate that is not for time stamps")
    {
        const KeyedCertificate plain = authority().issue({.name = u"Bukan TSA"_s});
        const auto forged = [&](const QByteArray &body) {
            const QByteArray response = theTsa().reply(body);
            const qsizetype statusEnd = 4 + response.at(5) + 2; // after the outer header
            return HttpPeer::ok(ReplyType, granted(signedAgain(response.sliced(statusEnd), plain)));
        };
        CHECK(refusalOf(forged).code == ErrorCode::Untrusted);
    }
}
