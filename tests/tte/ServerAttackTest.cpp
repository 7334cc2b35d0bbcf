// What a compromised client might upload, and what the server's check says of it.

#include "common/tte/CadesBuilder.h"
#include "common/tte/PdfRevision.h"
#include "tests/tte/AttackSupport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// Signs with the Kadin's key but shows another certificate of the same name.
class MasqueradingKey : public SigningKey
{
public:
    MasqueradingKey(SigningKey &real, const PracticeIdentity &mask)
        : m_real(real)
        , m_mask(*readCertificate(mask.certificateDer))
        , m_chain{mask.certificateDer, readCertificate(pki().intermediatePem())->der}
    {
    }
    const CertificateInfo &certificate() const override { return m_mask; }
    const QList<QByteArray> &chain() const override { return m_chain; }
    Result<QByteArray> sign(const QByteArray &tbs) override { return m_real.sign(tbs); }

private:
    SigningKey &m_real;
    CertificateInfo m_mask;
    QList<QByteArray> m_chain;
};

/// draft + objects with a cross-reference table that fits and a signature of the Kadin's own key.
QByteArray signedAnew(const QByteArray &draft, const QByteArray &objects, const QByteArray &good)
{
    QList<std::pair<int, qint64>> places;
    for (qsizetype at = 1; at < objects.size(); at = objects.indexOf("\nendobj\n", at) + 8)
        places.append(
            {objects.sliced(at, objects.indexOf(' ', at) - at).toInt(), draft.size() + at});
    std::ranges::sort(places);
    QByteArray file = draft + objects + "xref\n";
    for (const auto &[number, offset] : std::as_const(places))
        file += QByteArray::number(number) + " 1\n"
            + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    const qsizetype trailer = good.lastIndexOf("trailer");
    file += good.sliced(trailer, good.lastIndexOf("startxref") - trailer) + "startxref\n"
        + QByteArray::number(draft.size() + objects.size()) + "\n%%EOF\n";
    const auto [start, end] = gapOf(file);
    file = withRange(file, {0, start, end, file.size() - end});
    Signer signer;
    const auto cades = CadesBuilder::create(signer.key(), nullptr);
    const auto cms = cades->build(
        QCryptographicHash::hash(signedBytesOf(file), QCryptographicHash::Sha256), testNow());
    REQUIRE(cms);
    return withCms(file, cms->der);
}

} // namespace

TEST_CASE("A certificate of the same name does not make another's signature its own",
          "[tte][attack]")
{
    const QByteArray draft = plainPdf();
    Signer real;
    MasqueradingKey mask(real.key(), identityFor(goodOfficer()));
    const auto appendix = DraftSigner(mask, real.look()).signDraft(requestFor(draft));
    REQUIRE(appendix);
    const auto report = judge(draft + appendix->appendix);
    CHECK(report.verdict == SignatureVerdict::TidakSah);
    CHECK(hasFault(report, SignatureFault::BadSignatureValue));
    CHECK(checkSignedDraft(draft, appendix->appendix, expectationFor(draft)).error().code
          == ErrorCode::Untrusted);
}

TEST_CASE("The server takes a signature of the registered certificate only", "[tte][attack]")
{
    const QByteArray draft = plainPdf();
    const auto refusal = [&](const PracticeIdentity &identity, SignedDraftExpectation expected) {
        const auto appendix = Signer(identity).sign(draft);
        REQUIRE(appendix);
        const auto outcome = checkSignedDraft(draft, appendix->appendix, expected);
        REQUIRE_FALSE(outcome);
        return outcome.error().code;
    };
    SECTION("another person of the same authority")
    {
        PracticeOfficer other = goodOfficer();
        other.commonName = u"Orang Lain"_s;
        CHECK(refusal(identityFor(other), expectationFor(draft)) == ErrorCode::Untrusted);
    }
    SECTION("another certificate of the same name")
    {
        CHECK(refusal(identityFor(goodOfficer()), expectationFor(draft)) == ErrorCode::Untrusted);
    }
    SECTION("a certificate of the same name by an authority of the same name")
    {
        const auto foreign = PracticePki::create(u"Akar TTE Latihan"_s, testNow());
        const auto identity = foreign->issue(goodOfficer(), Passphrase);
        CHECK(refusal(*identity, expectationFor(draft)) == ErrorCode::Untrusted);
        // Even registered by mistake it leads to no anchor.
        SignedDraftExpectation expected = expectationFor(draft);
        expected.signerCertificate = identity->certificateDer;
        CHECK(refusal(*identity, expected) == ErrorCode::Untrusted);
    }
    SECTION("the registered certificate after its end")
    {
        SignedDraftExpectation expected = expectationFor(draft);
        expected.at = testNow().addYears(2);
        CHECK(refusal(kadin(), expected) == ErrorCode::Expired);
    }
    SECTION("parafs that the server does not know")
    {
        SignedDraftExpectation expected = expectationFor(draft);
        expected.parafChain = parafFor("another draft");
        CHECK(refusal(kadin(), expected) == ErrorCode::Tampered);
    }
}

TEST_CASE("The server takes one update that adds a signature and nothing else", "[tte][attack]")
{
    const QByteArray draft = plainPdf();
    const QByteArray good = signedFile(draft).sliced(draft.size());
    const auto code = [&](const QByteArray &appendix) {
        const auto outcome = checkSignedDraft(draft, appendix, expectationFor(draft));
        REQUIRE_FALSE(outcome);
        return outcome.error().code;
    };
    SECTION("nothing, rubbish, too much")
    {
        CHECK(code({}) == ErrorCode::Malformed);
        CHECK(code("rubbish") == ErrorCode::Malformed);
        CHECK(code(QByteArray(MaxAppendixSize + 1, ' ')) == ErrorCode::TooLarge);
    }
    SECTION("bytes before, between and after")
    {
        CHECK(code("\n\n" + good) == ErrorCode::Malformed);
        CHECK(code(good + "\n") == ErrorCode::Malformed);
        CHECK(code(good + "%hidden\n") == ErrorCode::Malformed);
    }
    SECTION("a second revision")
    {
        const QByteArray more =
            updated(draft + good, [](PdfRevision &r) { r.append(r.newObject(), 0, "null"); });
        CHECK(code(more.sliced(draft.size())) == ErrorCode::Malformed);
    }
    SECTION("two signatures")
    {
        CHECK(code(signedFile(signedFile(draft)).sliced(draft.size())) == ErrorCode::Malformed);
    }
    SECTION("the update of another draft")
    {
        const QByteArray other = plainPdf("/UserUnit 1");
        CHECK(code(signedFile(other).sliced(other.size())) == ErrorCode::Malformed);
    }
}

TEST_CASE("A page changed in the very update that signs is found", "[tte][attack]")
{
    // A compromised client puts its change and the signature into one revision: every validator
    // calls the file valid. Only who holds the draft beside it can tell.
    const auto change = GENERATE(0, 1, 2, 3, 4);
    CAPTURE(change);
    const QByteArray draft = plainPdf();
    const QByteArray good = signedFile(draft);
    QByteArray objects = good.sliced(draft.size());
    objects.truncate(objects.lastIndexOf("\nxref\n") + 1);
    const QByteArray before = objects;
    if (change == 0)
        objects.insert(1, "4 0 obj\n"_ba + OtherContent + "\nendobj\n");
    if (change == 1)
        objects.replace("/MediaBox [ 0 0 595 842 ]", "/MediaBox [ 0 0 595 841 ]");
    if (change == 2)
        objects.replace("/SigFlags 3", "/SigFlags 3 /NeedAppearances true");
    if (change == 3)
        objects.replace("/Subtype /Widget", "/Subtype /Widget /A << /S /URI /URI (x) >>");
    if (change == 4)
        objects.replace("/Resources << /XObject", "/OC 4 0 R /Resources << /XObject");
    REQUIRE(objects != before);
    const QByteArray file = signedAnew(draft, objects, good);

    const auto report = judge(file);
    REQUIRE(report.signatures.size() == 1);
    CHECK(report.signatures.first().isIntact); // the signature as such is perfect
    const auto outcome = checkSignedDraft(draft, file.sliced(draft.size()), expectationFor(draft));
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == ErrorCode::Tampered);
    if (change < 2)
        CHECK(hasFault(report, SignatureFault::DraftMismatch));
}
