// Files that an attacker might make, and what the verifier says of them. Each is built for its
// purpose: were it not for the check that it is named after, it would pass.

#include "common/tte/PdfRevision.h"
#include "tests/tte/AttackSupport.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <qpdf/QPDF.hh>

#include <functional>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

TEST_CASE("Incremental saving: a changed page after the signature is found", "[tte][attack]")
{
    const QByteArray file = signedFile(plainPdf());
    const QByteArray changed = updated(file, [](PdfRevision &r) { r.append(4, 0, OtherContent); });
    const auto report = judge(changed);
    CHECK(report.verdict == SignatureVerdict::TidakSah);
    CHECK(hasFault(report, SignatureFault::ChangedAfterwards));
    CHECK(hasFault(report, SignatureFault::BytesAfterwards));
    CHECK(report.signatures.first().isIntact); // the signature itself is as good as before
}

TEST_CASE("Incremental saving: another page, an annotation or an action is found", "[tte][attack]")
{
    const QByteArray file = signedFile(plainPdf());
    const auto change = GENERATE(
        as<std::function<void(PdfRevision &)>>{},
        [](PdfRevision &r) { // shadow page: another in its place
            const int n = r.newObjects(2);
            r.append(n, 0, OtherContent);
            r.append(n + 1, 0,
                     "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents "
                         + QByteArray::number(n) + " 0 R >>");
            r.append(2, 0,
                     "<< /Type /Pages /Kids [ " + QByteArray::number(n + 1) + " 0 R ] /Count 1 >>");
        },
        [](PdfRevision &r) { // evil annotation
            const int n = r.newObject();
            r.append(n, 0,
                     "<< /Type /Annot /Subtype /FreeText /Rect [ 0 0 595 842 ] /Contents (x) >>");
            QPDFObjectHandle page = r.qpdf().getAllPages().at(0);
            r.append(3, 0,
                     PdfRevision::withMembers(
                         page,
                         {{"/Annots",
                           PdfRevision::withItem(page.getKey("/Annots"),
                                                 QByteArray::number(n) + " 0 R")}}));
        },
        [](PdfRevision &r) { // an action in the catalog
            r.append(1, 0,
                     PdfRevision::withMembers(r.qpdf().getRoot(),
                                              {{"/OpenAction", "<< /S /JavaScript /JS (x) >>"}}));
        },
        [](PdfRevision &r) { // an object that nobody needs yet
            r.append(r.newObject(), 0, OtherContent);
        });
    const auto report = judge(updated(file, change));
    CHECK(report.verdict == SignatureVerdict::TidakSah);
    CHECK(hasFault(report, SignatureFault::ChangedAfterwards));
}

TEST_CASE("Incremental saving: a changed page under a second signature is found", "[tte][attack]")
{
    // The second signature is good and covers all; the first signer never saw that page.
    const QByteArray once = signedFile(plainPdf());
    const QByteArray changed = updated(once, [](PdfRevision &r) { r.append(4, 0, OtherContent); });
    const auto report = judge(signedFile(changed));
    CHECK(report.verdict == SignatureVerdict::TidakSah);
    REQUIRE(report.signatures.size() == 2);
    CHECK(report.signatures[0].verdict == SignatureVerdict::TidakSah);
    CHECK(report.signatures[1].verdict == SignatureVerdict::Sah);
}

TEST_CASE("Bytes after the last signature are found, even blank ones", "[tte][attack]")
{
    const QByteArray file = signedFile(plainPdf());
    for (const QByteArray &tail : {"\n"_ba, " "_ba, "%comment\n"_ba, "\n%%EOF\n"_ba})
        CHECK(judge(file + tail).verdict == SignatureVerdict::TidakSah);
}

TEST_CASE("Universal forgery: a signature without range, contents or value is none",
          "[tte][attack]")
{
    const QByteArray file = signedFile(plainPdf());
    const auto replaced = [&](const char *from, const char *to) {
        QByteArray out = file;
        return out.replace(from, to);
    };
    CHECK(judge(replaced("/ByteRange [0", "/ByteRanga [0")).verdict == SignatureVerdict::TidakSah);
    CHECK(judge(replaced("/Contents <", "/Contenta <")).verdict == SignatureVerdict::TidakSah);
    CHECK(judge(replaced("/V ", "/W ")).verdict == SignatureVerdict::TidakSah);
    CHECK(hasFault(judge(plainPdf()), SignatureFault::NoSignature));
    CHECK(hasFault(judge("rubbish"), SignatureFault::UnreadablePdf));
    CHECK(hasFault(judge(withCms(file, {})), SignatureFault::MalformedContents));
    CHECK(hasFault(judge(withCms(file, "\x30\x00"_ba)), SignatureFault::MalformedCms));
}

TEST_CASE("A range that is not exactly around the contents or not to the end is found",
          "[tte][attack]")
{
    const QByteArray file = signedFile(plainPdf());
    const auto [start, end] = gapOf(file);
    const qint64 rest = file.size() - end;
    CHECK(judge(withRange(file, {0, start, end, rest})).verdict == SignatureVerdict::Sah);
    CHECK(hasFault(judge(withRange(file, {1, start - 1, end, rest})),
                   SignatureFault::WrongByteRange));
    CHECK(hasFault(judge(withRange(file, {0, start - 1, end, rest})),
                   SignatureFault::WrongByteRange));
    CHECK(hasFault(judge(withRange(file, {0, start, end + 1, rest - 1})),
                   SignatureFault::WrongByteRange));
    CHECK(hasFault(judge(withRange(file, {0, start, end, rest - 7})),
                   SignatureFault::WrongByteRange));
    CHECK(hasFault(judge(withRange(file, {0, start, end, rest + 1})),
                   SignatureFault::WrongByteRange));
    CHECK(hasFault(judge(withRange(file, {0, start, end, -1})), SignatureFault::WrongByteRange));
    CHECK(hasFault(judge(withRange(file, {0, 100, end, rest})), SignatureFault::WrongByteRange));
}

TEST_CASE("Signature wrapping: the signed bytes moved elsewhere are found", "[tte][attack]")
{
    // The attacker keeps the second signed part at the end of a stream and points the range at it,
    // while readers follow his own cross-reference in front.
    const QByteArray file = signedFile(plainPdf());
    const auto [start, end] = gapOf(file);
    const QByteArray second = file.sliced(end);
    QByteArray wrapped = updated(file, [&](PdfRevision &r) {
        r.append(4, 0, OtherContent);
        r.append(r.newObject(), 0,
                 "<< /Length " + QByteArray::number(second.size()) + " >>\nstream\n" + second
                     + "\nendstream");
    });
    const qsizetype copy = wrapped.lastIndexOf(second);
    REQUIRE(copy > end);
    wrapped = withRange(wrapped, {0, start, copy, second.size()});
    const auto report = judge(wrapped);
    CHECK(report.verdict == SignatureVerdict::TidakSah);
    CHECK(hasFault(report, SignatureFault::WrongByteRange));
}

TEST_CASE("A CMS of another making is refused for the right reason", "[tte][attack]")
{
    const QByteArray file = signedFile(plainPdf());
    REQUIRE(judge(withCms(file, cmsOf(file))).verdict == SignatureVerdict::Sah);
    SECTION("made by openssl with -cades it is as good as ours")
    {
        CHECK(judge(withCms(file, opensslCms(file, {kadin()}, {u"-cades"_s}))).verdict
              == SignatureVerdict::Sah);
    }
    SECTION("no signing-certificate-v2")
    {
        CHECK(hasFault(judge(withCms(file, opensslCms(file, {kadin()}, {}))),
                       SignatureFault::WrongSigningCertificate));
    }
    SECTION("two SignerInfos")
    {
        const auto other = identityFor(goodOfficer());
        CHECK(hasFault(judge(withCms(file, opensslCms(file, {kadin(), other}, {u"-cades"_s}))),
                       SignatureFault::MalformedCms));
    }
    SECTION("SHA-1")
    {
        CHECK(hasFault(
            judge(withCms(file, opensslCms(file, {kadin()}, {u"-cades"_s, u"-md"_s, u"sha1"_s}))),
            SignatureFault::WeakAlgorithm));
    }
    SECTION("no signed attributes")
    {
        CHECK(hasFault(judge(withCms(file, opensslCms(file, {kadin()}, {u"-noattr"_s}))),
                       SignatureFault::MalformedCms));
    }
    SECTION("the content inside")
    {
        const auto report = judge(withCms(file,
                                          opensslCms(plainPdf().first(200) + "/Contents <00>" + "x",
                                                     {kadin()}, {u"-cades"_s, u"-nodetach"_s})));
        CHECK(hasFault(report, SignatureFault::MalformedCms));
    }
    SECTION("indefinite length")
    {
        const QByteArray der = opensslCms(file, {kadin()}, {u"-cades"_s});
        REQUIRE(uchar(der[1]) == 0x82);
        CHECK(hasFault(judge(withCms(file, "\x30\x80"_ba + der.sliced(4) + QByteArray(2, '\0'))),
                       SignatureFault::MalformedContents));
    }
    SECTION("a certificate of a stranger beside")
    {
        const auto stranger = PracticePki::create(u"Orang Lain"_s, testNow());
        CHECK(hasFault(
            judge(withCms(file, opensslCms(file, {kadin()}, {u"-cades"_s}, stranger->rootPem()))),
            SignatureFault::UnusedCertificate));
    }
}

TEST_CASE("An expired signature is not called invalid, only open", "[tte]")
{
    const auto report = judge(signedFile(plainPdf()), testNow().addYears(2));
    CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
    CHECK(hasFault(report, SignatureFault::ExpiredCertificate));
    CHECK(report.signatures.first().isIntact);
    const auto stranger = PracticePki::create(u"Orang Lain"_s, testNow());
    const auto foreign = PdfSignatureVerifier(*TrustAnchors::fromBytes(stranger->rootPem()))
                             .verify(signedFile(plainPdf()), testNow());
    CHECK(foreign.verdict == SignatureVerdict::BelumDapatDipastikan);
    CHECK(hasFault(foreign, SignatureFault::UntrustedChain));
}

TEST_CASE("A signing time outside of the certificate's validity is found", "[tte][attack]")
{
    const QByteArray draft = plainPdf();
    DraftSigningRequest request = requestFor(draft);
    request.signedAt = testNow().addYears(2);
    const auto appendix = Signer().sign(request);
    REQUIRE(appendix);
    CHECK(hasFault(judge(draft + appendix->appendix), SignatureFault::NotValidWhenSigned));
}
