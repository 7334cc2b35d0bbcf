// Document time stamps (PAdES B-LTA) by a real authority, and what may come after a signature.

#include "common/tte/PdfRevision.h"
#include "tests/tte/AttackSupport.h"
#include "tests/tte/StampSupport.h"
#include "tests/tte/Strangers.h"
#include "tests/tte/TestResponder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <qpdf/QPDF.hh>

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// An authority at `at` whose certificate lasts for `years` from testNow().
TestTsa tsaAt(const QDateTime &at, int years = 3)
{
    TsaOptions options;
    options.at = at;
    options.certificate.notAfter = testNow().addYears(years);
    return TestTsa(authority(), options);
}

QDateTime archivedAt()
{
    return testNow().addSecs(180);
}

const ValidationData &goodData()
{
    static const ValidationData data{
        {},
        {TestResponder({{officer().certificateDer}}).answerAbout(officer().certificateDer)},
        {}};
    return data;
}

/// Signed, stamped, with revocation data.
const QByteArray &lasting()
{
    static const QByteArray file =
        withDss(stampedFile(officersFile(plainPdf()), TestTsa()), goodData());
    return file;
}

const QByteArray &archived()
{
    static const QByteArray file = withDocumentTimestamp(lasting(), tsaAt(archivedAt()));
    return file;
}

} // namespace

TEST_CASE("A document time stamp keeps a signature with its revocation data", "[tte][archive]")
{
    const auto report = judgeAll(archived(), testNow().addDays(1));
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    REQUIRE(report.signatures.size() == 2);
    const VerifiedSignature &signature = report.signatures[0];
    CHECK_FALSE(signature.isDocumentTimestamp);
    CHECK(signature.provenAt == testNow().addSecs(60)); // its own, which is earlier
    CHECK(signature.level == PadesLevel::BLTA);
    CHECK(signature.revocation == RevocationState::Good);
    const VerifiedSignature &stamp = report.signatures[1];
    CHECK(stamp.isDocumentTimestamp);
    CHECK(stamp.provenAt == archivedAt());
    CHECK(stamp.provenBy == u"TSA Uji"_s);
    CHECK(stamp.coversWholeFile);
}

TEST_CASE("The level says what is there and nothing more", "[tte][archive]")
{
    const auto levelOf = [](const QByteArray &file) {
        const auto report = judgeAll(file, testNow().addDays(1));
        INFO(findingsOf(report));
        CHECK(report.verdict == SignatureVerdict::Sah);
        return report.signatures.first().level;
    };
    const QByteArray bare = officersFile(plainPdf());
    const TestTsa tsa = tsaAt(archivedAt());
    CHECK(levelOf(bare) == PadesLevel::BB);
    CHECK(levelOf(withDss(bare, goodData())) == PadesLevel::BB);
    CHECK(levelOf(stampedFile(bare, TestTsa())) == PadesLevel::BT);
    CHECK(levelOf(withDocumentTimestamp(bare, tsa)) == PadesLevel::BT);
    CHECK(levelOf(lasting()) == PadesLevel::BLT);
    CHECK(levelOf(withDocumentTimestamp(withDss(bare, goodData()), tsa)) == PadesLevel::BLTA);
    // The data came after the time stamp: nothing keeps them.
    CHECK(levelOf(withDss(withDocumentTimestamp(bare, tsa), goodData())) == PadesLevel::BLT);
}

TEST_CASE("A document time stamp over a bare signature proves its time", "[tte][archive]")
{
    const QByteArray file = withDocumentTimestamp(officersFile(plainPdf()), tsaAt(archivedAt()));
    const auto report = judgeAll(file, testNow().addYears(2)); // the signer's certificate is over
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    CHECK(report.signatures.first().provenAt == archivedAt());
}

TEST_CASE("A time stamp outlives its authority under a newer one", "[tte][archive]")
{
    const QDateTime afterFirst = testNow().addYears(5);
    CHECK(hasFault(judgeAll(lasting(), afterFirst), SignatureFault::ExpiredTimestamp));
    CHECK(judgeAll(archived(), afterFirst).verdict == SignatureVerdict::BelumDapatDipastikan);
    const TestTsa second = tsaAt(testNow().addYears(2), 8);
    const QByteArray renewed = withDocumentTimestamp(withDss(archived(), goodData()), second);
    const auto report = judgeAll(renewed, afterFirst);
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    REQUIRE(report.signatures.size() == 3);
    CHECK(report.signatures.first().provenAt == testNow().addSecs(60));
    CHECK(report.signatures.first().level == PadesLevel::BLTA);
    SECTION("not when the newer one came too late")
    {
        const QByteArray late = withDocumentTimestamp(archived(), tsaAt(testNow().addYears(4), 8));
        const auto open = judgeAll(late, afterFirst);
        CHECK(open.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(open, SignatureFault::ExpiredTimestamp));
    }
}

TEST_CASE("Another person may sign after the archive", "[tte][archive]")
{
    const QByteArray file = archived() + Signer().sign(archived()).value().appendix;
    const auto report = judgeAll(file, testNow().addDays(1));
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    REQUIRE(report.signatures.size() == 3);
    CHECK(report.signatures[2].signer.der == kadin().certificateDer);
    CHECK(report.signatures[0].level == PadesLevel::BLTA);
    CHECK(report.signatures[2].level == PadesLevel::BB); // nothing stands behind it
}

TEST_CASE("A bad document time stamp is found, for the right reason", "[tte][archive][attack]")
{
    const QDateTime at = testNow().addDays(1);
    SECTION("over other bytes")
    {
        const QByteArray prepared = withTimestampField(lasting());
        const auto report =
            judgeAll(withCms(prepared, tsaAt(archivedAt()).stamp("other bytes")), at);
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::WrongTimestamp));
        CHECK(report.signatures.first().level == PadesLevel::BLT);
        CHECK_FALSE(report.signatures.last().isIntact);
    }
    SECTION("by an authority that nobody knows")
    {
        const TestAuthority stranger(u"Akar Asing"_s);
        const auto report = judgeAll(withDocumentTimestamp(lasting(), TestTsa(stranger)), at);
        CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(report, SignatureFault::UntrustedTimestamp));
        CHECK(report.signatures.first().level == PadesLevel::BLT);
    }
    SECTION("a signature of a person in its place")
    {
        const QByteArray prepared = withTimestampField(lasting());
        const auto report =
            judgeAll(withCms(prepared, opensslCms(prepared, {kadin()}, {u"-cades"_s})), at);
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::MalformedTimestamp));
    }
    SECTION("a time stamp in the place of a person's signature")
    {
        const auto report =
            judgeAll(withDocumentTimestamp(lasting(), tsaAt(archivedAt()), {.type = "/Sig"}), at);
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::WrongSubFilter));
    }
    SECTION("it shows something on the page")
    {
        // Readers are forgiving about the fifth number.
        const QByteArray rect = GENERATE("0 0 500 500"_ba, "0 0 500 500 7"_ba);
        const auto report =
            judgeAll(withDocumentTimestamp(lasting(), tsaAt(archivedAt()),
                                           {.rect = rect, .look = "0 0 100 100 re f"}),
                     at);
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::ChangedAfterwards));
    }
    SECTION("a look without a place is invisible and does no harm")
    {
        const auto report = judgeAll(
            withDocumentTimestamp(lasting(), tsaAt(archivedAt()), {.look = "0 0 1 1 re f"}), at);
        CHECK(report.verdict == SignatureVerdict::Sah);
    }
    SECTION("its field is empty")
    {
        const auto report = judgeAll(withTimestampField(lasting()), at);
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::MalformedContents));
    }
    SECTION("it is alone: nobody signed")
    {
        const auto report = judgeAll(withDocumentTimestamp(plainPdf(), tsaAt(archivedAt())), at);
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::NoSignature));
        CHECK(report.signatures.first().verdict == SignatureVerdict::Sah);
    }
    SECTION("a page was changed before it")
    {
        const QByteArray changed =
            updated(lasting(), [](PdfRevision &r) { r.append(4, 0, OtherContent); });
        const auto report = judgeAll(withDocumentTimestamp(changed, tsaAt(archivedAt())), at);
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(report.signatures.first().verdict == SignatureVerdict::TidakSah);
        CHECK(report.signatures.last().verdict == SignatureVerdict::Sah);
    }
}

TEST_CASE("A field that is added after a signature must be signed", "[tte][archive][attack]")
{
    // A second signature covers the empty field, so nothing stands behind the last signature.
    const QByteArray once = officersFile(plainPdf());
    const QByteArray withEmpty = updated(once, [](PdfRevision &r) {
        const int field = r.newObject();
        const QByteArray reference = QByteArray::number(field) + " 0 R";
        r.append(field, 0,
                 "<< /Type /Annot /Subtype /Widget /FT /Sig /T (kosong) /Rect [ 0 0 500 500 ] >>");
        QPDFObjectHandle page = r.qpdf().getAllPages().at(0);
        r.append(
            page.getObjectID(), 0,
            PdfRevision::withMembers(
                page, {{"/Annots", PdfRevision::withItem(page.getKey("/Annots"), reference)}}));
        QPDFObjectHandle root = r.qpdf().getRoot();
        QPDFObjectHandle fields = root.getKey("/AcroForm").getKey("/Fields");
        r.append(root.getObjectID(), 0,
                 PdfRevision::withMembers(root,
                                          {{"/AcroForm",
                                            "<< /Fields " + PdfRevision::withItem(fields, reference)
                                                + " /SigFlags 3 >>"}}));
    });
    const auto report =
        judgeAll(withDocumentTimestamp(withEmpty, tsaAt(archivedAt())), testNow().addDays(1));
    CHECK(report.verdict == SignatureVerdict::TidakSah);
    CHECK(hasFault(report, SignatureFault::ChangedAfterwards));
}

TEST_CASE("A /DSS may grow in its place, but not what it shares with a page",
          "[tte][archive][attack]")
{
    const QDateTime at = testNow().addDays(1);
    const auto grown = [](const QByteArray &file, int array, int content) {
        return updated(file, [&](PdfRevision &r) {
            const int more = r.newObject();
            r.append(more, 0, OtherContent);
            r.append(array, 0,
                     "[ " + QByteArray::number(content) + " 0 R " + QByteArray::number(more)
                         + " 0 R ]");
        });
    };
    // Objects 5 and 6: an empty /DSS with an array of its own from the start.
    const QByteArray honest = officersFile(
        plainPdf({}, "/DSS 5 0 R", "<< /Type /DSS /VRI << >> /Certs 6 0 R >>|[ 4 0 R ]"));
    const auto good = judgeAll(grown(honest, 6, 4), at);
    INFO(findingsOf(good));
    CHECK_FALSE(hasFault(good, SignatureFault::ChangedAfterwards));
    CHECK_FALSE(hasFault(good, SignatureFault::BytesAfterwards));
    // The same, but the page's contents are that array, too.
    QByteArray sharing =
        plainPdf({}, "/DSS 5 0 R", "<< /Type /DSS /VRI << >> /Certs 6 0 R >>|[ 4 0 R ]");
    sharing.replace("/Contents 4 0 R", "/Contents 6 0 R");
    const auto bad = judgeAll(grown(officersFile(sharing), 6, 4), at);
    CHECK(bad.verdict == SignatureVerdict::TidakSah);
    CHECK(hasFault(bad, SignatureFault::ChangedAfterwards));
}

TEST_CASE("Every random change of one byte of an archived file is detected", "[tte][archive]")
{
    const QDateTime at = testNow().addDays(1);
    REQUIRE(judgeAll(archived(), at).verdict == SignatureVerdict::Sah);
    const auto seed = QRandomGenerator::global()->generate();
    CAPTURE(seed);
    QRandomGenerator random(seed);
    for (int round = 0; round < 200; ++round) {
        QByteArray changed = archived();
        const qsizetype place = random.bounded(changed.size());
        changed[place] = char(uchar(changed[place]) ^ uchar(random.bounded(1, 256)));
        INFO("byte " << place);
        REQUIRE(judgeAll(changed, at).verdict != SignatureVerdict::Sah);
    }
}

TEST_CASE("Strangers accept what we call good at every level", "[tte][archive]")
{
    const QByteArray &file = GENERATE_COPY(lasting(), archived());
    QTemporaryDir dir;
    const QString pdf = dir.filePath(u"file.pdf"_s);
    const RootOfStrangers root(pemOf(authority().root().certificate.get()));
    writeFile(pdf, file);
    const auto signatures = runTool(
        u"faketime"_s, {u"2026-11-22 05:00:00"_s, u"pdfsig"_s, u"-nssdir"_s, root.database(), pdf});
    INFO(signatures.text.toStdString());
    CHECK(signatures.exitCode == 0);
    CHECK(signatures.text.count(u"Signature is Valid."_s) == 1);
    CHECK(signatures.text.count(u"Certificate is Trusted."_s) == 1);
    const auto structure = runTool(u"qpdf"_s, {u"--check"_s, pdf});
    INFO(structure.text.toStdString());
    CHECK(structure.exitCode == 0);
    if (file == lasting())
        return;
    // The document time stamp of the archive, cut out of the file.
    writeFile(dir.filePath(u"token"_s), cmsOf(archived()));
    writeFile(dir.filePath(u"data"_s), signedBytesOf(archived()));
    const auto token =
        runTool(u"openssl"_s,
                {u"ts"_s, u"-verify"_s, u"-token_in"_s, u"-in"_s, dir.filePath(u"token"_s),
                 u"-data"_s, dir.filePath(u"data"_s), u"-CAfile"_s, root.pem(), u"-attime"_s,
                 QString::number(testNow().toSecsSinceEpoch())});
    INFO(token.text.toStdString());
    CHECK(token.exitCode == 0);
}
