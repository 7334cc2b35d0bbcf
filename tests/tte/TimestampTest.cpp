// Signature time stamps (PAdES B-T) by a real authority, good ones and bad ones.

#include "tests/tte/AttackSupport.h"
#include "tests/tte/StampSupport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// One for all: no two that Qt writes are equal.
const QByteArray &theDraft()
{
    static const QByteArray draft = qtPdf();
    return draft;
}

const TestTsa &goodTsa()
{
    static const TestTsa tsa;
    return tsa;
}

/// The Kadin's signature with this token beside it.
QByteArray withToken(const QByteArray &token)
{
    return withUnsigned(signedFile(theDraft()), {{TimestampAttribute, token}});
}

QByteArray goodToken()
{
    static const QByteArray token = goodTsa().stamp(signatureValueOf(signedFile(theDraft())));
    return token;
}

/// The Kadin's signature with a good time stamp.
const QByteArray &goodStamped()
{
    static const QByteArray file = withToken(goodToken());
    return file;
}

QDateTime afterKadin()
{
    return testNow().addYears(2);
}

Result<SignedInfo> uploaded(const QByteArray &file)
{
    SignedDraftExpectation expected = expectationFor(theDraft());
    expected.anchors = allAnchors();
    return checkSignedDraft(theDraft(), file.sliced(theDraft().size()), expected);
}

} // namespace

TEST_CASE("A time stamp proves when a signature was made", "[tte][timestamp]")
{
    const auto report = judgeAll(goodStamped(), testNow().addSecs(3600));
    REQUIRE(report.signatures.size() == 1);
    const VerifiedSignature &signature = report.signatures.first();
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    CHECK(signature.provenAt == testNow().addSecs(60));
    CHECK(signature.provenBy == u"TSA Uji"_s);
    CHECK(signature.level == PadesLevel::BT);
    CHECK(signature.isTrusted);
}

TEST_CASE("A stamped signature outlives its certificate", "[tte][timestamp]")
{
    const QByteArray bare = signedFile(theDraft());
    CHECK(judgeAll(bare, afterKadin()).verdict == SignatureVerdict::BelumDapatDipastikan);
    CHECK(judgeAll(goodStamped(), afterKadin()).verdict == SignatureVerdict::Sah);
    // Not one that was stamped when the certificate was over already.
    TsaOptions late;
    late.at = afterKadin();
    const auto report = judgeAll(stampedFile(bare, TestTsa(authority(), late)), afterKadin());
    CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
    CHECK(hasFault(report, SignatureFault::ExpiredCertificate));
}

TEST_CASE("Time stamps of every accepted digest are read", "[tte][timestamp]")
{
    TsaOptions options;
    options.digest = GENERATE("sha256"_ba, "sha384"_ba, "sha512"_ba);
    options.essDigest = GENERATE("sha1"_ba, "sha256"_ba, "sha512"_ba);
    CAPTURE(options.digest.toStdString(), options.essDigest.toStdString());
    const QByteArray file = stampedFile(signedFile(theDraft()), TestTsa(authority(), options));
    CHECK(judgeAll(file, testNow()).verdict == SignatureVerdict::Sah);
}

TEST_CASE("A bad time stamp makes the signature invalid, for the right reason",
          "[tte][timestamp][attack]")
{
    const auto check = [](const QByteArray &token, SignatureFault fault) {
        const auto report = judgeAll(withToken(token), testNow());
        INFO(findingsOf(report));
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, fault));
        CHECK_FALSE(report.signatures.first().provenAt.isValid());
        CHECK(report.signatures.first().level == PadesLevel::BB);
        CHECK(report.signatures.first().isIntact); // the signature is as good as before
        const auto upload = uploaded(withToken(token));
        REQUIRE_FALSE(upload);
        CHECK((upload.error().code == ErrorCode::Tampered
               || upload.error().code == ErrorCode::Untrusted
               || upload.error().code == ErrorCode::Unsupported));
        CHECK(upload.error().detail.startsWith(u"time stamp"_s));
    };
    SECTION("imprint of other bytes")
    {
        check(goodTsa().stamp("other bytes"), SignatureFault::WrongTimestamp);
    }
    SECTION("signed anew by a certificate without the purpose")
    {
        check(signedAgain(goodToken(), authority().issue({.name = u"Bukan TSA"_s})),
              SignatureFault::WrongTimestampCertificate);
    }
    SECTION("the purpose is not critical")
    {
        check(signedAgain(goodToken(),
                          authority().issue({.name = u"TSA"_s, .purpose = "timeStamping"})),
              SignatureFault::WrongTimestampCertificate);
    }
    SECTION("the purpose is not the only one")
    {
        check(signedAgain(goodToken(),
                          authority().issue(
                              {.name = u"TSA"_s, .purpose = "critical,timeStamping,1.2.3.4"})),
              SignatureFault::WrongTimestampCertificate);
    }
    SECTION("the authority's certificate was over at that time")
    {
        check(signedAgain(goodToken(),
                          authority().issue({.name = u"TSA"_s,
                                             .purpose = "critical,timeStamping",
                                             .notAfter = testNow().addSecs(-60)})),
              SignatureFault::WrongTimestampCertificate);
    }
    SECTION("SHA-1 under the token")
    {
        TsaOptions weak;
        weak.digest = "sha1";
        check(TestTsa(authority(), weak).stamp(signatureValueOf(signedFile(theDraft()))),
              SignatureFault::WeakAlgorithm);
    }
    SECTION("rubbish")
    {
        check("\x30\x03\x02\x01\x05"_ba, SignatureFault::MalformedTimestamp);
        check(cmsOf(signedFile(theDraft())), SignatureFault::MalformedTimestamp);
    }
    SECTION("another time than was signed")
    {
        QByteArray token = goodToken();
        const qsizetype at = token.indexOf("20261122031600Z");
        REQUIRE(at > 0);
        token[at + 3] = '5';
        check(token, SignatureFault::BadTimestampValue);
    }
}

TEST_CASE("The same certificate with the right purpose is accepted", "[tte][timestamp]")
{
    // Proves that the tokens above fail for what they are named after.
    const QByteArray token = signedAgain(
        goodToken(), authority().issue({.name = u"TSA"_s, .purpose = "critical,timeStamping"}));
    const auto report = judgeAll(withToken(token), testNow());
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    CHECK(report.signatures.first().provenAt == testNow().addSecs(60));
}

TEST_CASE("A time stamp that could not be checked leaves the signature open", "[tte][timestamp]")
{
    SECTION("an authority outside of the anchors")
    {
        const TestAuthority stranger(u"Akar Asing"_s);
        const QByteArray file = stampedFile(signedFile(theDraft()), TestTsa(stranger));
        const auto report = judgeAll(file, testNow());
        CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(report, SignatureFault::UntrustedTimestamp));
        CHECK_FALSE(report.signatures.first().provenAt.isValid());
        CHECK(uploaded(file).error().code == ErrorCode::Untrusted);
    }
    SECTION("two time stamps")
    {
        const QByteArray file =
            withUnsigned(signedFile(theDraft()),
                         {{TimestampAttribute, goodToken()}, {TimestampAttribute, goodToken()}});
        const auto report = judgeAll(file, testNow());
        CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(report, SignatureFault::UncheckedAttribute));
        CHECK_FALSE(uploaded(file));
    }
    SECTION("another attribute beside it")
    {
        const QByteArray file =
            withUnsigned(signedFile(theDraft()),
                         {{TimestampAttribute, goodToken()}, {"1.2.3.4", "\x30\x00"_ba}});
        CHECK(hasFault(judgeAll(file, testNow()), SignatureFault::UncheckedAttribute));
        CHECK_FALSE(uploaded(file));
    }
    SECTION("the authority's certificate is over today")
    {
        const auto report = judgeAll(goodStamped(), testNow().addYears(4));
        CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(report, SignatureFault::ExpiredTimestamp));
    }
    SECTION("claimed an hour after it was stamped")
    {
        TsaOptions early;
        early.at = testNow().addSecs(-3600);
        const auto report =
            judgeAll(stampedFile(signedFile(theDraft()), TestTsa(authority(), early)), testNow());
        CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(report, SignatureFault::ClaimAfterTimestamp));
    }
}

TEST_CASE("The server takes a signature with a good time stamp", "[tte][timestamp]")
{
    REQUIRE(uploaded(signedFile(theDraft())));
    const auto outcome = uploaded(goodStamped());
    REQUIRE(outcome);
    CHECK(outcome->signer.der == kadin().certificateDer);
}

TEST_CASE("No byte of a time stamp can change unseen", "[tte][timestamp]")
{
    const QByteArray file = goodStamped();
    REQUIRE(judgeAll(file, testNow()).verdict == SignatureVerdict::Sah);
    const qsizetype token = file.lastIndexOf(goodToken().toHex());
    REQUIRE(token > 0);
    const auto seed = QRandomGenerator::global()->generate();
    CAPTURE(seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 250; ++round) {
        QByteArray changed = file;
        const qsizetype at = token + random.bounded(qsizetype(goodToken().size() * 2));
        changed[at] = changed[at] == '0' ? '1' : '0';
        INFO("digit " << at - token << " of the token");
        REQUIRE(judgeAll(changed, testNow()).verdict != SignatureVerdict::Sah);
    }
}

TEST_CASE("The openssl program agrees that the token is good", "[tte][timestamp]")
{
    QTemporaryDir dir;
    writeFile(dir.filePath(u"token"_s), goodToken());
    writeFile(dir.filePath(u"data"_s), signatureValueOf(signedFile(theDraft())));
    writeFile(dir.filePath(u"root"_s), pemOf(authority().root().certificate.get()));
    const auto output =
        runTool(u"openssl"_s,
                {u"ts"_s, u"-verify"_s, u"-token_in"_s, u"-in"_s, dir.filePath(u"token"_s),
                 u"-data"_s, dir.filePath(u"data"_s), u"-CAfile"_s, dir.filePath(u"root"_s),
                 u"-attime"_s, QString::number(testNow().toSecsSinceEpoch())});
    INFO(output.text.toStdString());
    CHECK(output.exitCode == 0);
}
