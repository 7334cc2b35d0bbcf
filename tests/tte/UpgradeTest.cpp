// Signed files that are raised to PAdES B-LT and B-LTA by real authorities over HTTP.

#include "common/tte/TimestampClient.h"
#include "common/tte/upgrade/RevocationClient.h"
#include "common/tte/upgrade/SignatureUpgrader.h"
#include "tests/tte/AttackSupport.h"
#include "tests/tte/AuthorityWeb.h"
#include "tests/tte/StampSupport.h"
#include "tests/tte/Strangers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <QProcess>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

QDateTime upgradedAt()
{
    return testNow().addSecs(180);
}

QByteArray rootOfTests()
{
    return derOf(authority().root().certificate.get());
}

TsaOptions tsaOptions(const AuthorityWeb &web, const QDateTime &at, int years)
{
    TsaOptions options;
    options.at = at;
    options.certificate.notAfter = testNow().addYears(years);
    options.certificate.more = web.allNamed();
    return options;
}

/// A signer, two time stamp authorities and the services that answer for all of them.
class UpgradeOffice
{
public:
    UpgradeOffice()
        : m_signer(authority().identity(
              {.name = u"Kadin Uji"_s, .notAfter = testNow().addYears(1), .more = web.allNamed()}))
        , m_signingTsa(authority(), tsaOptions(web, testNow().addSecs(60), 3))
        , m_archiveTsa(authority(), tsaOptions(web, upgradedAt(), 3))
    {
        record({});
        onStamp = [this](const QByteArray &question) {
            return HttpPeer::ok("application/timestamp-reply", m_archiveTsa.reply(question));
        };
    }

    /// All are good but this one, and maybe more are known.
    void record(const QList<RecordedCertificate> &others, const ResponderOptions &options = {})
    {
        QList<RecordedCertificate> records = others;
        const QList<QByteArray> own{signerDer(), tsaDer(), archiveTsaDer()};
        for (const QByteArray &der : own) {
            const bool isThere = std::ranges::any_of(
                others, [&](const RecordedCertificate &other) { return other.der == der; });
            if (!isThere)
                records.append({der});
        }
        web.record(records, options);
    }

    [[nodiscard]] QByteArray signerDer() const { return m_signer.certificateDer; }
    [[nodiscard]] QByteArray tsaDer() const
    {
        return derOf(m_signingTsa.certificate().certificate.get());
    }
    [[nodiscard]] QByteArray archiveTsaDer() const
    {
        return derOf(m_archiveTsa.certificate().certificate.get());
    }

    [[nodiscard]] QByteArray bare(const QByteArray &draft = plainPdf()) const
    {
        return draft + Signer(m_signer).sign(draft).value().appendix;
    }
    [[nodiscard]] QByteArray stamped(const QByteArray &draft = plainPdf()) const
    {
        return stampedFile(bare(draft), m_signingTsa);
    }

    /// The authority that stamps signatures makes the document time stamps, too.
    void stampAllByOne()
    {
        onStamp = [this](const QByteArray &question) {
            return HttpPeer::ok("application/timestamp-reply", m_signingTsa.reply(question));
        };
    }

    Result<UpgradedFile> upgrade(const QByteArray &file, UpgradeLevel wanted,
                                 const QDateTime &now = upgradedAt()) const
    {
        TimestampClient stamps({.authorities = {{tsa->url(), {}}},
                                .roots = {rootOfTests()},
                                .timeout = std::chrono::seconds(5)});
        RevocationClient revocations(
            {.roots = {rootOfTests()}, .intermediates = {}, .timeout = std::chrono::seconds(5)});
        return SignatureUpgrader(stamps, revocations).upgrade(file, wanted, now);
    }

    /// The file after an upgrade that must succeed.
    [[nodiscard]] QByteArray raised(const QByteArray &file, UpgradeLevel wanted,
                                    const QDateTime &now = upgradedAt()) const
    {
        const auto made = upgrade(file, wanted, now);
        REQUIRE(made);
        if (const auto &obstacle = made->obstacle; obstacle)
            FAIL("obstacle: " << obstacle->detail.toStdString());
        CHECK(made->level == wanted);
        return file + made->appendix;
    }

    AuthorityWeb web;
    HttpPeer::Handler onStamp;
    std::unique_ptr<HttpPeer> tsa = std::make_unique<HttpPeer>(
        [this](const QByteArray &question) { return onStamp(question); });

private:
    PracticeIdentity m_signer;
    TestTsa m_signingTsa;
    TestTsa m_archiveTsa;
};

/// Why an upgrade came no further than `level`.
ErrorCode obstacleOf(const Result<UpgradedFile> &made, UpgradeLevel level)
{
    REQUIRE(made);
    CHECK(made->level == level);
    const auto &obstacle = made->obstacle;
    if (!obstacle)
        FAIL("there is no obstacle");
    return obstacle ? obstacle->code : ErrorCode::Internal;
}

/// What our verifier says, a day later: must be good.
PdfVerification goodReport(const QByteArray &file, const QDateTime &at = testNow().addDays(1))
{
    auto report = judgeAll(file, at);
    INFO(findingsOf(report));
    CHECK(report.verdict == SignatureVerdict::Sah);
    REQUIRE_FALSE(report.signatures.isEmpty());
    return report;
}

PadesLevel judgedLevel(const QByteArray &file)
{
    return goodReport(file).signatures.first().level;
}

/// The file as it was when its last document time stamp was made, by its own account.
ValidationData dssOf(const QByteArray &file)
{
    const auto pdf = PdfFile::open(file);
    REQUIRE(pdf);
    return validationDataOf(*pdf).value();
}

bool hasNoDuplicates(const QList<QByteArray> &list)
{
    return QSet<QByteArray>(list.cbegin(), list.cend()).size() == list.size();
}

QByteArray draftOfKind(int kind)
{
    switch (kind) {
    case 0: return plainPdf();
    case 1: return qtPdf();
    case 2: return throughQpdf(qtPdf(), {u"--object-streams=generate"_s});
    default: return throughQpdf(qtPdf(true), {u"--linearize"_s});
    }
}

/// Runs a program that asks the services of this test: the event loop goes on meanwhile.
ToolOutput runMeanwhile(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    REQUIRE(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000));
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

/// pdfsig (which asks the responder itself) and qpdf about a file with so many signatures of
/// persons.
void checkByOthers(const QByteArray &file, int count)
{
    QTemporaryDir dir;
    const QString pdf = dir.filePath(u"file.pdf"_s);
    const RootOfStrangers root(pemOf(authority().root().certificate.get()));
    writeFile(pdf, file);
    const auto signatures = runMeanwhile(
        u"faketime"_s, {u"2026-11-22 05:00:00"_s, u"pdfsig"_s, u"-nssdir"_s, root.database(), pdf});
    INFO(signatures.text.toStdString());
    CHECK(signatures.exitCode == 0);
    CHECK(signatures.text.count(u"Signature is Valid."_s) == count);
    CHECK(signatures.text.count(u"Certificate is Trusted."_s) == count);
    const auto structure = runTool(u"qpdf"_s, {u"--check"_s, pdf});
    INFO(structure.text.toStdString());
    CHECK(structure.exitCode == 0);
    CHECK(structure.text.contains(u"No syntax or stream encoding errors found"_s));
}

/// openssl about the signature at the end of a file, which is a person's or a time stamp.
void checkByOpenssl(const QByteArray &file, bool isTimestamp)
{
    QTemporaryDir dir;
    const auto path = [&](const char *name) { return dir.filePath(QString::fromLatin1(name)); };
    writeFile(path("cms"), cmsOf(file));
    writeFile(path("data"), signedBytesOf(file));
    writeFile(path("root"), pemOf(authority().root().certificate.get()));
    const QStringList common{u"-CAfile"_s, path("root"), u"-attime"_s,
                             QString::number(testNow().toSecsSinceEpoch())};
    const QStringList arguments = isTimestamp
        ? QStringList{u"ts"_s,     u"-verify"_s, u"-token_in"_s, u"-in"_s,
                      path("cms"), u"-data"_s,   path("data")}
        : QStringList{u"cms"_s,      u"-verify"_s, u"-cades"_s, u"-binary"_s,  u"-inform"_s,
                      u"DER"_s,      u"-in"_s,     path("cms"), u"-content"_s, path("data"),
                      u"-purpose"_s, u"any"_s,     u"-out"_s,   u"/dev/null"_s};
    const auto output = runTool(u"openssl"_s, arguments + common);
    INFO(output.text.toStdString());
    CHECK(output.exitCode == 0);
}

} // namespace

TEST_CASE("A stamped file is raised to B-LT and to B-LTA by appending alone", "[tte][upgrade]")
{
    const UpgradeOffice office;
    const int kind = GENERATE(range(0, 4));
    CAPTURE(kind);
    const QByteArray file = office.stamped(draftOfKind(kind));
    REQUIRE(judgedLevel(file) == PadesLevel::BT);
    checkByOpenssl(file, false);

    const QByteArray lasting = office.raised(file, UpgradeLevel::BLT);
    CHECK(lasting.startsWith(file));
    CHECK(judgedLevel(lasting) == PadesLevel::BLT);
    CHECK(office.raised(lasting, UpgradeLevel::BLT) == lasting); // nothing is missing
    const ValidationData dss = dssOf(lasting);
    CHECK(dss.certificates.contains(office.signerDer()));
    CHECK(dss.certificates.contains(office.tsaDer()));
    CHECK(dss.certificates.contains(derOf(authority().issuer().certificate.get())));
    CHECK(dss.ocsps.size() == 2); // of the signer and of the time stamp authority
    CHECK(dss.crls.isEmpty());

    const QByteArray archived = office.raised(lasting, UpgradeLevel::BLTA);
    CHECK(archived.startsWith(lasting));
    const auto report = goodReport(archived);
    REQUIRE(report.signatures.size() == 2);
    CHECK(report.signatures[0].level == PadesLevel::BLTA);
    CHECK(report.signatures[0].revocation == RevocationState::Good);
    CHECK(report.signatures[1].isDocumentTimestamp);
    CHECK(report.signatures[1].provenAt == upgradedAt());
    CHECK(report.signatures[1].coversWholeFile);
    checkByOpenssl(archived, true);
    checkByOthers(archived, 1);
    // Both steps at once.
    CHECK(judgedLevel(office.raised(file, UpgradeLevel::BLTA)) == PadesLevel::BLTA);
}

TEST_CASE("A file without a time stamp gets one over all of it first", "[tte][upgrade]")
{
    const UpgradeOffice office;
    const QByteArray file = office.bare();
    REQUIRE(judgedLevel(file) == PadesLevel::BB);
    CHECK(office.raised(file, UpgradeLevel::BB) == file);
    const QByteArray proven = office.raised(file, UpgradeLevel::BT);
    CHECK(judgedLevel(proven) == PadesLevel::BT);
    CHECK(goodReport(proven).signatures.first().provenAt == upgradedAt());
    CHECK(office.raised(proven, UpgradeLevel::BT) == proven);
    CHECK(judgedLevel(office.raised(file, UpgradeLevel::BLT)) == PadesLevel::BLT);
    const QByteArray archived = office.raised(file, UpgradeLevel::BLTA);
    CHECK(archived.startsWith(file));
    CHECK(judgedLevel(archived) == PadesLevel::BLTA);
    // Long after the certificate of the signer, it says what it said.
    CHECK(goodReport(archived, testNow().addYears(2)).signatures.first().level == PadesLevel::BLTA);
    checkByOthers(archived, 1);
}

TEST_CASE("All signatures of a file are raised together", "[tte][upgrade]")
{
    const UpgradeOffice office;
    const QByteArray first = office.stamped(qtPdf());
    const QByteArray both = office.bare(first); // the second has no time stamp
    const QByteArray archived = office.raised(both, UpgradeLevel::BLTA);
    const auto report = goodReport(archived);
    REQUIRE(report.signatures.size() == 4); // two persons, a proof of time, the archive
    CHECK(report.signatures[0].level == PadesLevel::BLTA);
    CHECK(report.signatures[0].provenAt == testNow().addSecs(60));
    CHECK(report.signatures[1].level == PadesLevel::BLTA);
    CHECK(report.signatures[1].provenAt == upgradedAt());
    checkByOthers(archived, 2);
}

TEST_CASE("A revoked signer is not raised, one revoked later is", "[tte][upgrade]")
{
    UpgradeOffice office;
    const QByteArray file = office.stamped();
    SECTION("before the proven time, or at that very second")
    {
        const int seconds = GENERATE(-3600, 60);
        office.record({{office.signerDer(), testNow().addSecs(seconds)}});
        const auto made = office.upgrade(file, UpgradeLevel::BLTA);
        CHECK(obstacleOf(made, UpgradeLevel::BT) == ErrorCode::Untrusted);
        CHECK(made->appendix.isEmpty());
    }
    SECTION("after it")
    {
        office.record({{office.signerDer(), testNow().addSecs(90)}});
        const QByteArray lasting = office.raised(file, UpgradeLevel::BLT);
        const auto report = goodReport(lasting);
        CHECK(report.signatures.first().level == PadesLevel::BLT);
        CHECK(report.signatures.first().revocation == RevocationState::Revoked);
    }
    SECTION("unknown to its authority")
    {
        office.web.record({{office.tsaDer()}});
        office.web.onList = AuthorityWeb::trouble;
        const auto made = office.upgrade(file, UpgradeLevel::BLT);
        CHECK(obstacleOf(made, UpgradeLevel::BT) == ErrorCode::Untrusted);
    }
    SECTION("the time stamp authority")
    {
        const QByteArray reason = GENERATE("keyCompromise"_ba, "superseded"_ba);
        office.record({{office.tsaDer(), testNow().addSecs(90), reason}});
        const auto made = office.upgrade(file, UpgradeLevel::BLT);
        REQUIRE(made);
        CHECK(made->obstacle.has_value() == (reason == "keyCompromise"));
    }
}

TEST_CASE("Where a service does not answer nothing half is written", "[tte][upgrade]")
{
    UpgradeOffice office;
    const QByteArray file = office.stamped();
    SECTION("responder and list are down")
    {
        office.web.onQuestion = AuthorityWeb::trouble;
        office.web.onList = AuthorityWeb::trouble;
        const auto made = office.upgrade(file, UpgradeLevel::BLTA);
        CHECK(obstacleOf(made, UpgradeLevel::BT) == ErrorCode::Network);
        CHECK(made->appendix.isEmpty());
        CHECK(office.tsa->requests() == 0);
    }
    SECTION("the responder is down, the list is there")
    {
        office.web.onQuestion = AuthorityWeb::trouble;
        const QByteArray lasting = office.raised(file, UpgradeLevel::BLT);
        CHECK(judgedLevel(lasting) == PadesLevel::BLT);
        CHECK(dssOf(lasting).ocsps.isEmpty());
        CHECK(hasNoDuplicates(dssOf(lasting).crls));
    }
    SECTION("the responder is another's")
    {
        const KeyedCertificate plain = authority().issue({.name = u"Bukan Penjawab"_s});
        ResponderOptions options;
        options.responder = &plain;
        office.record({}, options);
        office.web.onList = AuthorityWeb::trouble;
        const auto made = office.upgrade(file, UpgradeLevel::BLT);
        CHECK(obstacleOf(made, UpgradeLevel::BT) == ErrorCode::Untrusted);
        CHECK(made->appendix.isEmpty());
    }
    SECTION("the time stamp authority is down: B-LT is reached")
    {
        office.onStamp = AuthorityWeb::trouble;
        const auto made = office.upgrade(file, UpgradeLevel::BLTA);
        CHECK(obstacleOf(made, UpgradeLevel::BLT) == ErrorCode::Network);
        CHECK(judgedLevel(file + made->appendix) == PadesLevel::BLT);
    }
    SECTION("and a file without a time stamp stays as it is")
    {
        office.onStamp = AuthorityWeb::trouble;
        const auto made = office.upgrade(office.bare(), UpgradeLevel::BLTA);
        CHECK(obstacleOf(made, UpgradeLevel::BB) == ErrorCode::Network);
        CHECK(made->appendix.isEmpty());
    }
    SECTION("a signer whose certificate names no source")
    {
        const QByteArray silent = stampedFile(officersFile(plainPdf()), TestTsa());
        CHECK(obstacleOf(office.upgrade(silent, UpgradeLevel::BLT), UpgradeLevel::BT)
              == ErrorCode::NotFound);
    }
    SECTION("a signer of another root")
    {
        const QByteArray foreign = stampedFile(signedFile(plainPdf()), TestTsa());
        CHECK(obstacleOf(office.upgrade(foreign, UpgradeLevel::BLT), UpgradeLevel::BT)
              == ErrorCode::Untrusted);
    }
}

TEST_CASE("An archive is renewed before its authority ends, and outlives it", "[tte][upgrade]")
{
    UpgradeOffice office;
    // Where one authority did both, the file holds an answer about it from the start: an old one.
    const bool isOneAuthority = GENERATE(false, true);
    CAPTURE(isOneAuthority);
    if (isOneAuthority)
        office.stampAllByOne();
    const QByteArray archived = office.raised(office.stamped(), UpgradeLevel::BLTA);
    CHECK(archiveRenewalDue(archived) == testNow().addYears(3));
    CHECK(archiveRenewalDue(office.stamped()).error().code == ErrorCode::NotFound);

    const QDateTime later = testNow().addYears(2); // the signer's certificate is over
    const QDateTime afterFirst = testNow().addYears(5);
    CHECK(judgeAll(archived, afterFirst).verdict == SignatureVerdict::BelumDapatDipastikan);
    const TestTsa newer(authority(), tsaOptions(office.web, later, 8));
    office.onStamp = [&](const QByteArray &question) {
        return HttpPeer::ok("application/timestamp-reply", newer.reply(question));
    };
    ResponderOptions options;
    options.at = later.addSecs(-60);
    // The authority has forgotten the signer: what the file holds of him must do.
    office.web.record({{office.tsaDer()}, {office.archiveTsaDer()}}, options);
    const QByteArray renewed = office.raised(archived, UpgradeLevel::BLTA, later);
    CHECK(renewed.startsWith(archived));
    const auto report = goodReport(renewed, afterFirst);
    REQUIRE(report.signatures.size() == 3);
    CHECK(report.signatures.first().level == PadesLevel::BLTA);
    CHECK(report.signatures.first().provenAt == testNow().addSecs(60));
    CHECK(archiveRenewalDue(renewed) == testNow().addYears(8));
    const ValidationData before = dssOf(archived);
    const ValidationData after = dssOf(renewed);
    CHECK(after.certificates.first(before.certificates.size()) == before.certificates);
    CHECK(after.ocsps.first(before.ocsps.size()) == before.ocsps);
    CHECK(after.ocsps.size() == before.ocsps.size() + 1); // of the first archive's authority
    CHECK(after.certificates.contains(isOneAuthority ? office.tsaDer() : office.archiveTsaDer()));
    CHECK(hasNoDuplicates(after.certificates));
    CHECK(hasNoDuplicates(after.ocsps));
    office.record({});
    checkByOthers(renewed, 1);
    SECTION("too late it is not")
    {
        const QDateTime tooLate = testNow().addYears(4);
        const auto made = office.upgrade(archived, UpgradeLevel::BLTA, tooLate);
        CHECK(obstacleOf(made, UpgradeLevel::BT) == ErrorCode::Expired);
        CHECK(made->appendix.isEmpty());
    }
}

TEST_CASE("What a /DSS holds already stays", "[tte][upgrade]")
{
    const UpgradeOffice office;
    const QByteArray stamped = office.stamped();
    const ValidationData known{
        {office.signerDer()},
        {TestResponder({{office.signerDer()}}).answerAbout(office.signerDer())},
        {}};
    const QByteArray lasting = office.raised(withDss(stamped, known), UpgradeLevel::BLT);
    const ValidationData dss = dssOf(lasting);
    CHECK(dss.ocsps.first() == known.ocsps.first());
    CHECK(dss.ocsps.size() == 2); // only the time stamp authority was asked for
    CHECK(office.web.responder->requests() == 1);
    CHECK(hasNoDuplicates(dss.certificates));
    CHECK(judgedLevel(lasting) == PadesLevel::BLT);

    const QByteArray other =
        office.stamped(plainPdf({}, "/DSS 5 0 R", "<< /Type /DSS /VRI << /Kept true >> >>"));
    const QByteArray raised = office.raised(other, UpgradeLevel::BLT);
    CHECK(raised.indexOf("/VRI << /Kept true >>", other.size()) > 0);
    CHECK(judgedLevel(raised) == PadesLevel::BLT);
}

TEST_CASE("A /DSS does not grow beyond what is read", "[tte][upgrade]")
{
    const UpgradeOffice office;
    ValidationData full;
    for (int i = 0; i < 64; ++i)
        full.certificates.append(QByteArray::number(i));
    const auto made = office.upgrade(withDss(office.stamped(), full), UpgradeLevel::BLT);
    CHECK(obstacleOf(made, UpgradeLevel::BT) == ErrorCode::TooLarge);
    CHECK(made->appendix.isEmpty());
}

TEST_CASE("A long time stamp gets more room", "[tte][upgrade]")
{
    UpgradeOffice office;
    TsaOptions options;
    options.at = upgradedAt();
    options.certificate.more = {{NID_netscape_comment, QByteArray(9000, 'x')}};
    const TestTsa wordy(authority(), options);
    office.onStamp = [&](const QByteArray &question) {
        return HttpPeer::ok("application/timestamp-reply", wordy.reply(question));
    };
    CHECK(judgedLevel(office.raised(office.bare(), UpgradeLevel::BT)) == PadesLevel::BT);
    CHECK(office.tsa->requests() == 2);
}

TEST_CASE("What is not signed or not readable is refused", "[tte][upgrade]")
{
    const UpgradeOffice office;
    const auto refusal = [&](const QByteArray &file) {
        const auto made = office.upgrade(file, UpgradeLevel::BLTA);
        REQUIRE_FALSE(made);
        CHECK(archiveRenewalDue(file).error().code == made.error().code);
        return made.error().code;
    };
    CHECK(refusal("rubbish") == ErrorCode::Malformed);
    CHECK(refusal(plainPdf()) == ErrorCode::NotFound);
    CHECK(refusal(throughQpdf(plainPdf(), {u"--encrypt"_s, u"a"_s, u"b"_s, u"256"_s, u"--"_s}))
          == ErrorCode::Malformed);
    const QByteArray file = office.bare();
    CHECK(refusal(withCms(file, "no CMS")) == ErrorCode::Malformed);
    CHECK(refusal(file.chopped(20)) == ErrorCode::Malformed);
    CHECK(refusal(withDss(file, {{QByteArray(33 * 1024 * 1024, 'x')}, {}, {}}))
          == ErrorCode::TooLarge);
    CHECK(office.web.responder->requests() == 0);
    CHECK(office.tsa->requests() == 0);
}
