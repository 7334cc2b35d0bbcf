// Revocation data in the file (PAdES B-LT) by a real responder, good ones and bad ones.

#include "common/tte/PdfRevision.h"
#include "tests/tte/AttackSupport.h"
#include "tests/tte/StampSupport.h"
#include "tests/tte/TestResponder.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <qpdf/QPDF.hh>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

const QDateTime Today = testNow().addDays(1);
const QDateTime ProvenAt = testNow().addSecs(60);

const QByteArray &bareFile()
{
    static const QByteArray file = officersFile(plainPdf());
    return file;
}

const QByteArray &stamped()
{
    static const QByteArray file = stampedFile(bareFile(), TestTsa());
    return file;
}

QByteArray officersDer()
{
    return officer().certificateDer;
}

/// What is said of the officer's certificate by records that hold it.
QByteArray answer(const QDateTime &revokedAt = {}, const ResponderOptions &options = {})
{
    return TestResponder({{officersDer(), revokedAt}}, options).answerAbout(officersDer());
}

QByteArray list(const QDateTime &revokedAt = {}, const ResponderOptions &options = {})
{
    return TestResponder({{officersDer(), revokedAt}}, options).list();
}

PdfVerification judged(const QByteArray &file, const ValidationData &data,
                       const QDateTime &at = Today)
{
    return judgeAll(withDss(file, data), at);
}

/// An OCSPResponse as a CMS carries it (RFC 5940).
QByteArray asOtherInfo(const QByteArray &ocsp)
{
    constexpr QByteArrayView Format("\x06\x08\x2b\x06\x01\x05\x05\x07\x10\x02");
    const qsizetype size = Format.size() + ocsp.size();
    QByteArray header = "\xa1\x82"_ba;
    header += char(size >> 8);
    header += char(size & 0xff);
    return header + Format.toByteArray() + ocsp;
}

/// An answer that helps nobody and harms nobody.
void checkIgnored(const ValidationData &data)
{
    const auto report = judged(stamped(), data);
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    CHECK(report.signatures.first().revocation == RevocationState::NotChecked);
    CHECK(report.signatures.first().level == PadesLevel::BT);
}

/// An answer about the signer by somebody who may not give it.
void checkUnusable(const ValidationData &data)
{
    const auto report = judged(stamped(), data);
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
    CHECK(hasFault(report, SignatureFault::UnusableRevocation));
    CHECK(report.signatures.first().revocation == RevocationState::NotChecked);
}

} // namespace

TEST_CASE("Revocation data make a stamped signature last", "[tte][revocation]")
{
    const KeyedCertificate delegate = authority().issue({.name = u"Penjawab"_s,
                                                         .purpose = "OCSPSigning",
                                                         .more = {{NID_id_pkix_OCSP_noCheck, ""}}});
    ResponderOptions delegated;
    delegated.responder = &delegate;
    const ValidationData data =
        GENERATE_COPY(ValidationData{{}, {answer()}, {}}, ValidationData{{}, {}, {list()}},
                      ValidationData{{}, {answer({}, delegated)}, {list()}});
    const auto report = judged(stamped(), data);
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    REQUIRE(report.signatures.size() == 1);
    const VerifiedSignature &signature = report.signatures.first();
    CHECK(signature.revocation == RevocationState::Good);
    CHECK(signature.revocationAsOf == testNow().addSecs(120));
    CHECK(signature.level == PadesLevel::BLT);
    // Long after nextUpdate and the end of the certificate it still says what it said.
    CHECK(judged(stamped(), data, testNow().addYears(2)).verdict == SignatureVerdict::Sah);
}

TEST_CASE("Without a time stamp an answer counts only while it is current", "[tte][revocation]")
{
    const auto report = judged(bareFile(), {{}, {answer()}, {}});
    CHECK(report.verdict == SignatureVerdict::Sah);
    CHECK(report.signatures.first().revocation == RevocationState::Good);
    CHECK(report.signatures.first().level == PadesLevel::BB);
    const auto later = judged(bareFile(), {{}, {answer()}, {}}, testNow().addDays(20));
    CHECK(later.verdict == SignatureVerdict::Sah);
    CHECK(later.signatures.first().revocation == RevocationState::NotChecked);
}

TEST_CASE("A revoked certificate signs nothing, unless it was proven before", "[tte][revocation]")
{
    const bool isList = GENERATE(false, true);
    CAPTURE(isList);
    const auto dataFor = [isList](const QDateTime &revokedAt) {
        ResponderOptions options;
        options.at = Today;
        return isList ? ValidationData{{}, {}, {list(revokedAt, options)}}
                      : ValidationData{{}, {answer(revokedAt, options)}, {}};
    };
    SECTION("revoked before")
    {
        const auto report = judged(stamped(), dataFor(ProvenAt.addSecs(-1)));
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::RevokedCertificate));
        CHECK(report.signatures.first().revocation == RevocationState::Revoked);
    }
    SECTION("revoked at that very second")
    {
        CHECK(judged(stamped(), dataFor(ProvenAt)).verdict == SignatureVerdict::TidakSah);
    }
    SECTION("revoked after")
    {
        const QDateTime after = ProvenAt.addSecs(3600);
        const auto report = judged(stamped(), dataFor(after));
        INFO(findingsOf(report));
        CHECK(report.verdict == SignatureVerdict::Sah);
        CHECK(report.signatures.first().revocation == RevocationState::Revoked);
        CHECK(report.signatures.first().revokedAt == after);
    }
    SECTION("revoked after, but nothing proves that")
    {
        const auto report = judged(bareFile(), dataFor(ProvenAt.addSecs(3600)));
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::RevokedCertificate));
    }
}

TEST_CASE("An OCSP answer that is not about it is left aside", "[tte][revocation]")
{
    SECTION("unknown to the responder")
    {
        checkIgnored({{}, {TestResponder({}).answerAbout(officersDer())}, {}});
    }
    SECTION("about another certificate")
    {
        const KeyedCertificate other = authority().issue({.name = u"Orang Lain"_s});
        const QByteArray der = derOf(other.certificate.get());
        checkIgnored({{}, {TestResponder({{der}}).answerAbout(der)}, {}});
    }
    SECTION("over before the signature was made")
    {
        ResponderOptions old;
        old.at = testNow().addSecs(-12 * 3600);
        old.hours = 1;
        checkIgnored({{}, {answer({}, old)}, {}});
        checkIgnored({{}, {}, {list({}, old)}});
    }
    SECTION("from the future")
    {
        ResponderOptions early;
        early.at = Today.addDays(1);
        checkIgnored({{}, {answer({}, early)}, {}});
        checkIgnored({{}, {}, {list({}, early)}});
    }
}

TEST_CASE("An OCSP answer by who may not give it is not believed", "[tte][revocation][attack]")
{
    const TestAuthority stranger(u"Akar Uji"_s); // of the same name
    const KeyedCertificate plain = authority().issue({.name = u"Bukan Penjawab"_s});
    const KeyedCertificate foreign =
        stranger.issue({.name = u"Penjawab"_s, .purpose = "OCSPSigning"});
    const KeyedCertificate old = authority().issue(
        {.name = u"Penjawab"_s, .purpose = "OCSPSigning", .notAfter = testNow().addSecs(-3600)});
    for (const KeyedCertificate *responder : {&plain, &foreign, &old}) {
        ResponderOptions options;
        options.responder = responder;
        checkUnusable({{}, {answer({}, options)}, {}});
        // Nor may he harm: his "revoked" counts for nothing either.
        checkUnusable({{}, {answer(testNow().addDays(-5), options)}, {}});
    }
    QByteArray damaged = answer();
    damaged[damaged.size() - 1000] = char(damaged[damaged.size() - 1000] ^ 1);
    CHECK(judged(stamped(), {{}, {damaged}, {}}).verdict != SignatureVerdict::Sah);
    CHECK(hasFault(judged(stamped(), {{}, {"rubbish"}, {}}), SignatureFault::UnusableRevocation));
    CHECK(hasFault(judged(stamped(), {{}, {}, {answer()}}), SignatureFault::UnusableRevocation));
}

TEST_CASE("A revocation list outside of its scope is left aside", "[tte][revocation]")
{
    SECTION("of another issuer")
    {
        ResponderOptions root;
        root.issuer = &authority().root();
        checkIgnored({{}, {}, {list(testNow().addDays(-5), root)}});
    }
    SECTION("kinds that are not supported")
    {
        ResponderOptions options;
        options.listExtensions =
            GENERATE("issuingDistributionPoint=critical,@p\n[p]\nindirectCRL=TRUE"_ba,
                     "issuingDistributionPoint=critical,@p\n[p]\nonlysomereasons=keyCompromise"_ba,
                     "issuingDistributionPoint=critical,@p\n[p]\nonlyAA=TRUE"_ba,
                     "issuingDistributionPoint=critical,@p\n[p]\nonlyCA=TRUE"_ba,
                     "issuingDistributionPoint=critical,@p\n[p]\nfullname=URI:http://x.example/"_ba,
                     "2.5.29.27=critical,ASN1:INTEGER:1"_ba, "1.2.3.4=critical,ASN1:NULL"_ba);
        CAPTURE(options.listExtensions.toStdString());
        checkIgnored({{}, {}, {list({}, options)}});
    }
    SECTION("for users only, which he is")
    {
        ResponderOptions options;
        options.listExtensions = "issuingDistributionPoint=critical,@p\n[p]\nonlyuser=TRUE";
        const auto report = judged(stamped(), {{}, {}, {list({}, options)}});
        CHECK(report.signatures.first().revocation == RevocationState::Good);
    }
}

TEST_CASE("A revocation list by a namesake of the issuer is not believed",
          "[tte][revocation][attack]")
{
    const TestAuthority stranger(u"Akar Uji"_s);
    ResponderOptions options;
    options.issuer = &stranger.issuer();
    checkUnusable({{}, {}, {list(testNow().addDays(-5), options)}});
}

TEST_CASE("An authority that names a source must be answered for as well", "[tte][revocation]")
{
    // The time stamp's certificate says where its revocation can be asked for.
    const auto tsaWith = [](const QByteArray &access) {
        TsaOptions options;
        options.certificate.more = {{NID_info_access, access}};
        return TestTsa(authority(), options);
    };
    const TestTsa tsa = tsaWith("OCSP;URI:http://ocsp.example/");
    const QByteArray tsaDer = derOf(tsa.certificate().certificate.get());
    const QByteArray file = stampedFile(bareFile(), tsa);
    const auto aboutTsa = [&](const QDateTime &revokedAt, const QByteArray &reason) {
        ResponderOptions options;
        options.at = Today;
        return TestResponder({{tsaDer, revokedAt, reason}}, options).answerAbout(tsaDer);
    };
    SECTION("not answered for")
    {
        const auto report = judged(file, {{}, {answer()}, {}});
        CHECK(report.verdict == SignatureVerdict::Sah);
        CHECK(report.signatures.first().level == PadesLevel::BT);
    }
    SECTION("good")
    {
        const auto report = judged(file, {{}, {answer(), aboutTsa({}, {})}, {}});
        CHECK(report.verdict == SignatureVerdict::Sah);
        CHECK(report.signatures.first().level == PadesLevel::BLT);
    }
    SECTION("revoked before it stamped")
    {
        const auto report = judged(file, {{}, {aboutTsa(testNow(), "superseded")}, {}});
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::WrongTimestampCertificate));
    }
    SECTION("its key was lost later: who knows who stamped")
    {
        const QByteArray reason = GENERATE("keyCompromise"_ba, ""_ba);
        const auto report = judged(file, {{}, {aboutTsa(ProvenAt.addSecs(60), reason)}, {}});
        CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(report, SignatureFault::ExpiredTimestamp));
    }
    SECTION("given up later: what it stamped stays")
    {
        const auto report = judged(
            file, {{}, {answer(), aboutTsa(ProvenAt.addSecs(60), "cessationOfOperation")}, {}});
        CHECK(report.verdict == SignatureVerdict::Sah);
    }
}

TEST_CASE("An update behind the signature may bring /DSS and nothing else",
          "[tte][revocation][attack]")
{
    const ValidationData data{{}, {answer()}, {}};
    REQUIRE(judged(stamped(), data).verdict == SignatureVerdict::Sah);
    const auto with = [&](const std::function<void(PdfRevision &)> &change) {
        return judgeAll(updated(stamped(),
                                [&](PdfRevision &r) {
                                    addDss(r, data);
                                    change(r);
                                }),
                        Today);
    };
    SECTION("a changed page")
    {
        const auto report = with([](PdfRevision &r) { r.append(4, 0, OtherContent); });
        CHECK(report.verdict == SignatureVerdict::TidakSah);
        CHECK(hasFault(report, SignatureFault::ChangedAfterwards));
        CHECK(hasFault(report, SignatureFault::BytesAfterwards));
    }
    SECTION("an object that nobody needs yet")
    {
        const auto report = with([](PdfRevision &r) { r.append(r.newObject(), 0, OtherContent); });
        CHECK(report.verdict == SignatureVerdict::TidakSah);
    }
    SECTION("an empty signature field that shows something")
    {
        const auto report = with([](PdfRevision &r) {
            const int field = r.newObject();
            r.append(field, 0,
                     "<< /Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [ 0 0 500 500 ] >>");
            QPDFObjectHandle page = r.qpdf().getAllPages().at(0);
            r.append(page.getObjectID(), 0,
                     PdfRevision::withMembers(
                         page,
                         {{"/Annots",
                           PdfRevision::withItem(page.getKey("/Annots"),
                                                 QByteArray::number(field) + " 0 R")}}));
        });
        CHECK(report.verdict == SignatureVerdict::TidakSah);
    }
    SECTION("a second update replaces the first")
    {
        const auto report =
            judgeAll(withDss(withDss(stamped(), {{}, {answer()}, {}}), {{}, {}, {list()}}), Today);
        INFO(findingsOf(report));
        CHECK(report.verdict == SignatureVerdict::Sah);
        CHECK(report.signatures.first().level == PadesLevel::BLT);
    }
    SECTION("a comment between its objects is not accounted for")
    {
        // The comment takes the place of blanks, so that all offsets stay.
        QByteArray file = updated(stamped(), [&](PdfRevision &r) {
            r.append(r.qpdf().getRoot().getObjectID(), 0,
                     PdfRevision::withMembers(r.qpdf().getRoot(), {{"/DSS", "<<      >>"}}));
        });
        REQUIRE(judgeAll(file, Today).verdict == SignatureVerdict::Sah);
        file.replace("<<      >>", "<<%abcd\n>>");
        CHECK(judgeAll(file, Today).verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(judgeAll(file, Today), SignatureFault::UncheckedRevision));
    }
    SECTION("bytes behind it")
    {
        CHECK(judgeAll(withDss(stamped(), data) + "\n", Today).verdict
              == SignatureVerdict::TidakSah);
    }
}

TEST_CASE("A /DSS that is none or too large is not read", "[tte][revocation][attack]")
{
    const auto with = [](const QByteArray &dss) {
        return judgeAll(updated(stamped(),
                                [&](PdfRevision &r) {
                                    QPDFObjectHandle root = r.qpdf().getRoot();
                                    r.append(root.getObjectID(), 0,
                                             PdfRevision::withMembers(root, {{"/DSS", dss}}));
                                }),
                        Today);
    };
    CHECK(with("<< >>").verdict == SignatureVerdict::Sah);
    for (const QByteArray &dss :
         {"[ ]"_ba, "<< /OCSPs 5 >>"_ba, "<< /OCSPs [ (x) ] >>"_ba, "<< /CRLs [ 3 0 R ] >>"_ba,
          "<< /Certs [" + QByteArray(" 4 0 R").repeated(65) + " ] >>"}) {
        const auto report = with(dss);
        INFO(dss.left(40).toStdString());
        CHECK(report.verdict == SignatureVerdict::BelumDapatDipastikan);
        CHECK(hasFault(report, SignatureFault::UnusableRevocation));
    }
    const auto large = judged(stamped(), {{}, {QByteArray(65 * 1024, '0')}, {}});
    CHECK(hasFault(large, SignatureFault::UnusableRevocation));
    // 10 KB that would become 10 MB.
    const QByteArray bomb = qCompress(QByteArray(10 * 1024 * 1024, '0')).sliced(4);
    const auto exploded = judgeAll(
        updated(stamped(),
                [&](PdfRevision &r) {
                    const int number = r.newObject();
                    r.append(number, 0,
                             "<< /Filter /FlateDecode /Length " + QByteArray::number(bomb.size())
                                 + " >>\nstream\n" + bomb + "\nendstream");
                    QPDFObjectHandle root = r.qpdf().getRoot();
                    r.append(
                        root.getObjectID(), 0,
                        PdfRevision::withMembers(
                            root,
                            {{"/DSS", "<< /CRLs [ " + QByteArray::number(number) + " 0 R ] >>"}}));
                }),
        Today);
    INFO(findingsOf(exploded));
    CHECK(exploded.verdict == SignatureVerdict::BelumDapatDipastikan);
    CHECK(hasFault(exploded, SignatureFault::UnusableRevocation));
}

TEST_CASE("A broken /DSS that a draft brought along is not the new signature's fault",
          "[tte][revocation]")
{
    const QByteArray draft = withDss(plainPdf(), {{}, {"rubbish"}, {}});
    const auto made = Signer().sign(draft);
    REQUIRE(made);
    CHECK(hasFault(judgeAll(draft + made->appendix, Today), SignatureFault::UnusableRevocation));
    CHECK(checkSignedDraft(draft, made->appendix, expectationFor(draft)));
}

TEST_CASE("Revocation data in the CMS count like those in /DSS", "[tte][revocation]")
{
    const auto with = [](const QByteArray &choices, char version) {
        return judgeAll(withRevocationInfo(stamped(), choices, version), Today);
    };
    for (const auto &report : {with(list(), 1), with(asOtherInfo(answer()), 5)}) {
        INFO(findingsOf(report));
        CHECK(report.verdict == SignatureVerdict::Sah);
        CHECK(report.signatures.first().revocation == RevocationState::Good);
        CHECK(report.signatures.first().level == PadesLevel::BLT);
    }
    CHECK(hasFault(with(list(testNow().addDays(-1)), 1), SignatureFault::RevokedCertificate));
    // Under no signature and of no use: it could be anything.
    const TestAuthority stranger(u"Akar Asing"_s);
    ResponderOptions foreign;
    foreign.issuer = &stranger.issuer();
    const auto spare = with(list({}, foreign), 1);
    CHECK(spare.verdict == SignatureVerdict::BelumDapatDipastikan);
    CHECK(hasFault(spare, SignatureFault::UncheckedAttribute));
    CHECK(hasFault(with("\xa1\x04\x06\x02\x2a\x03"_ba, 5), SignatureFault::UncheckedAttribute));
    CHECK(hasFault(with(list(), 5), SignatureFault::MalformedCms)); // the version is another
}
