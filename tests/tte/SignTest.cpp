#include "common/tte/verify/PdfSignatureVerifier.h"
#include "tests/tte/TteSupport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

struct Producer
{
    const char *name;
    QByteArray draft;
};

Producer producer(int index)
{
    switch (index) {
    case 0: return {"Qt", qtPdf()};
    case 1: return {"Qt, landscape", qtPdf(true)};
    case 2: return {"qpdf, object streams", throughQpdf(qtPdf(), {u"--object-streams=generate"_s})};
    case 3: return {"qpdf, linearized", throughQpdf(qtPdf(), {u"--linearize"_s})};
    case 4:
        return {"qpdf, linearized with object streams",
                throughQpdf(qtPdf(), {u"--linearize"_s, u"--object-streams=generate"_s})};
    case 5: return {"by hand, no final newline", plainPdf()};
    case 6:
        return {"annotations and form of their own, indirect",
                plainPdf("/Annots 5 0 R", "/AcroForm 6 0 R", "[ ]|<< /Fields 7 0 R >>|[ ]")};
    case 7: return {"rotated by 90 degrees", plainPdf("/Rotate 90")};
    case 8:
        return {"rotated by 180 degrees, cropped",
                plainPdf("/Rotate 180 /CropBox [ 10 20 590 830 ]")};
    case 9: return {"rotated by 270 degrees", plainPdf("/Rotate 270")};
    default: return {"signed already", signedFile(qtPdf())};
    }
}

constexpr int ProducerCount = 11;

} // namespace

TEST_CASE("A signed draft of every producer passes the server's check and the verifier", "[tte]")
{
    const Producer made = producer(GENERATE(range(0, ProducerCount)));
    INFO(made.name);
    REQUIRE(made.draft.size() > 100);
    REQUIRE(checkDraftSignable(made.draft));
    const auto appendix = Signer().sign(made.draft);
    REQUIRE(appendix);
    const QByteArray file = made.draft + appendix->appendix;

    const auto info = checkSignedDraft(made.draft, appendix->appendix, expectationFor(made.draft));
    INFO((info ? QString() : info.error().detail).toStdString());
    REQUIRE(info);
    CHECK(info->signedSha256 == QCryptographicHash::hash(file, QCryptographicHash::Sha256));
    CHECK(info->signedSha256 == appendix->signedSha256);
    CHECK(info->draftSha256 == QCryptographicHash::hash(made.draft, QCryptographicHash::Sha256));
    CHECK(info->signedSize == file.size());
    CHECK(appendix->signedSize == file.size());
    CHECK(info->signer.der == kadin().certificateDer);
    CHECK(info->claimedAt == testNow());

    const PdfVerification report = PdfSignatureVerifier(practiceAnchors()).verify(file, testNow());
    for (const VerifiedSignature &signature : report.signatures) {
        for (const SignatureFinding &finding : signature.findings)
            UNSCOPED_INFO(finding.detail.toStdString());
    }
    CHECK(report.verdict == SignatureVerdict::Sah);
    REQUIRE_FALSE(report.signatures.isEmpty());
    CHECK(report.signatures.last().coversWholeFile);
    CHECK(report.signatures.last().parafChain == parafFor(made.draft));
    CHECK(report.signatures.last().draftSha256 == info->draftSha256);
    CHECK(report.signatures.last().algorithm == u"RSA-2048, SHA-256"_s);
}

TEST_CASE("A second signature leaves the first one valid", "[tte]")
{
    const QByteArray once = signedFile(qtPdf());
    const QByteArray twice = signedFile(once);
    const PdfVerification report = PdfSignatureVerifier(practiceAnchors()).verify(twice, testNow());
    CHECK(report.verdict == SignatureVerdict::Sah);
    REQUIRE(report.signatures.size() == 2);
    CHECK(report.signatures[0].fieldName != report.signatures[1].fieldName);
    CHECK_FALSE(report.signatures[0].coversWholeFile);
    CHECK(report.signatures[0].coveredBytes == once.size());
}

TEST_CASE("A signature adds at most 36 KB", "[tte]")
{
    const QByteArray draft = qtPdf();
    CHECK(signedFile(draft).size() - draft.size() <= 36 * 1024);
}

TEST_CASE("Drafts that cannot be signed are refused with the reason", "[tte]")
{
    Signer signer;
    const auto refusal = [&](const QByteArray &draft) {
        const auto signable = checkDraftSignable(draft);
        const auto outcome = signer.sign(draft);
        REQUIRE_FALSE(signable);
        CHECK_FALSE(outcome);
        return signable.error().code;
    };
    SECTION("encrypted")
    {
        CHECK(refusal(throughQpdf(qtPdf(), {u"--encrypt"_s, u"a"_s, u"b"_s, u"256"_s, u"--"_s}))
              == ErrorCode::Unsupported);
        CHECK(refusal(throughQpdf(qtPdf(), {u"--encrypt"_s, u""_s, u"b"_s, u"256"_s, u"--"_s}))
              == ErrorCode::Unsupported);
    }
    SECTION("truncated")
    {
        CHECK(refusal(qtPdf().chopped(40)) == ErrorCode::Malformed);
    }
    SECTION("bytes before the header")
    {
        CHECK(refusal(" " + qtPdf()) == ErrorCode::Malformed);
    }
    SECTION("no PDF")
    {
        CHECK(refusal("\x89PNG picture named draft.pdf") == ErrorCode::Malformed);
    }
    SECTION("certified")
    {
        CHECK(refusal(plainPdf({}, "/Perms << /DocMDP 5 0 R >>", "<< /Type /Sig >>"))
              == ErrorCode::Unsupported);
    }
    SECTION("XFA")
    {
        CHECK(refusal(plainPdf({}, "/AcroForm << /Fields [ ] /XFA (x) >>"))
              == ErrorCode::Unsupported);
    }
}

TEST_CASE("Active content is refused at the upload of a draft", "[tte]")
{
    const QByteArray members = GENERATE(
        "/OpenAction << /S /JavaScript /JS (x) >>"_ba, "/OpenAction << /S /Launch /F (x) >>"_ba,
        "/Names << /EmbeddedFiles << /Names [ (a) 5 0 R ] >> >>"_ba);
    const auto outcome =
        checkDraftSignable(plainPdf({}, members, "<< /Type /Filespec /EF << /F 4 0 R >> >>"));
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::Unsupported);
}

TEST_CASE("A request that does not belong to its draft is refused before the key is used", "[tte]")
{
    Signer signer;
    DraftSigningRequest request = requestFor(qtPdf());
    SECTION("paraf chain of another draft")
    {
        request.parafChain = parafFor("another");
    }
    SECTION("no address for the QR")
    {
        request.verificationUrl.clear();
    }
    SECTION("place outside of the page")
    {
        request.place = SignaturePlace{SignaturePlace::LastPage, QRectF(500, 57, 210, 118)};
    }
    SECTION("a page that is not there")
    {
        request.place = SignaturePlace{3, PortraitSignaturePlace.rect};
    }
    const auto outcome = signer.sign(request);
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("A signature that stands elsewhere than in its place is refused by the server", "[tte]")
{
    const QByteArray draft = qtPdf();
    DraftSigningRequest request = requestFor(draft);
    request.place = SignaturePlace{0, QRectF(20, 300, 500, 400)}; // over the text of the draft
    const auto appendix = Signer().sign(request);
    REQUIRE(appendix);
    const auto outcome = checkSignedDraft(draft, appendix->appendix, expectationFor(draft));
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::Tampered);
}
