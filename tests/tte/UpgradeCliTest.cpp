// sipenduduk-sign upgrade as a person or a script calls it, on the clock of this computer.

#include "tests/tte/AuthorityWeb.h"
#include "tests/tte/StampSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

QDateTime clockNow()
{
    return QDateTime::currentDateTimeUtc();
}

TsaOptions tsaOfToday(const AuthorityWeb &web)
{
    TsaOptions options;
    options.at = {};
    options.certificate.notBefore = clockNow().addDays(-1);
    options.certificate.notAfter = clockNow().addYears(1);
    options.certificate.more = web.allNamed();
    return options;
}

/// A folder with a signed file, and the services of its authority.
class UpgradeDesk
{
public:
    UpgradeDesk()
        : m_signer(authority().identity({.name = u"Kadin Uji"_s,
                                         .notBefore = clockNow().addDays(-1),
                                         .notAfter = clockNow().addYears(1),
                                         .more = web.allNamed()}))
        , m_tsa(authority(), tsaOfToday(web))
    {
        ResponderOptions options;
        options.at = clockNow();
        web.record({{m_signer.certificateDer}, {derOf(m_tsa.certificate().certificate.get())}},
                   options);
        DraftSigningRequest request = requestFor(plainPdf());
        request.signedAt = clockNow();
        file = request.draft + Signer(m_signer).sign(request).value().appendix;
        writeFile(path("masuk.pdf"), file);
        writeFile(path("akar.pem"), pemOf(authority().root().certificate.get()));
    }

    [[nodiscard]] QString path(const char *name) const
    {
        return m_dir.filePath(QString::fromLatin1(name));
    }

    /// The event loop goes on meanwhile: the services live here.
    ToolOutput run(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(SIPENDUDUK_SIGN), QStringList{u"upgrade"_s} + arguments);
        REQUIRE(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000));
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }

    ToolOutput upgrade(const QStringList &more = {}) const
    {
        return run(QStringList{u"--anchor"_s, path("akar.pem"), u"--tsa"_s, tsa.url().toString(),
                               u"--tsa-root"_s, path("akar.pem")}
                   + more + QStringList{path("masuk.pdf"), path("hasil.pdf")});
    }

    AuthorityWeb web;
    QByteArray file;
    bool isTsaDown = false;
    HttpPeer tsa{[this](const QByteArray &question) {
        return isTsaDown ? AuthorityWeb::trouble(question)
                         : HttpPeer::ok("application/timestamp-reply", m_tsa.reply(question));
    }};

private:
    QTemporaryDir m_dir;
    PracticeIdentity m_signer;
    TestTsa m_tsa;
};

} // namespace

TEST_CASE("sipenduduk-sign raises a signed file, and renews it", "[tte][cli][upgrade]")
{
    const UpgradeDesk desk;
    const auto made = desk.upgrade();
    INFO(made.text.toStdString());
    REQUIRE(made.exitCode == 0);
    CHECK(made.text.contains("PAdES B-LTA"_L1));
    const QByteArray result = readFile(desk.path("hasil.pdf"));
    CHECK(result.startsWith(desk.file));
    CHECK(judgeAll(result, clockNow()).signatures.first().level == PadesLevel::BLTA);
    CHECK(desk.upgrade().exitCode == 2); // it is there already
    writeFile(desk.path("masuk.pdf"), result);
    REQUIRE(desk.upgrade({u"--force"_s}).exitCode == 0);
    const QByteArray renewed = readFile(desk.path("hasil.pdf"));
    CHECK(renewed.size() > result.size());
    CHECK(renewed.startsWith(result));
}

TEST_CASE("sipenduduk-sign stops at B-LT where that is asked", "[tte][cli][upgrade]")
{
    const UpgradeDesk desk;
    const auto made = desk.upgrade({u"--level"_s, u"b-lt"_s});
    INFO(made.text.toStdString());
    REQUIRE(made.exitCode == 0);
    CHECK(made.text.contains("PAdES B-LT\n"_L1));
    CHECK(judgeAll(readFile(desk.path("hasil.pdf")), clockNow()).signatures.first().level
          == PadesLevel::BLT);
}

TEST_CASE("sipenduduk-sign says why a file cannot be raised and writes nothing",
          "[tte][cli][upgrade]")
{
    UpgradeDesk desk;
    const auto refused = [&](const ToolOutput &output, int code, const char *part) {
        INFO(output.text.toStdString());
        CHECK(output.exitCode == code);
        CHECK(output.text.contains(QLatin1StringView(part)));
        CHECK_FALSE(QFile::exists(desk.path("hasil.pdf")));
    };
    refused(desk.upgrade({u"--level"_s, u"b-t"_s}), 2, "Cara pakai");
    refused(desk.run({desk.path("masuk.pdf"), desk.path("hasil.pdf")}), 2, "Cara pakai");
    refused(desk.run({u"--anchor"_s, desk.path("tiada.pem"), desk.path("masuk.pdf"),
                      desk.path("hasil.pdf")}),
            1, "Sertifikat akar tidak dapat dibaca");
    refused(desk.run({u"--anchor"_s, desk.path("akar.pem"), desk.path("masuk.pdf"),
                      desk.path("hasil.pdf")}),
            1, "tidak ada alamat penanda waktu");
    desk.isTsaDown = true;
    refused(desk.upgrade(), 1, "penanda waktu tidak menjawab");
    desk.isTsaDown = false;
    desk.web.onQuestion = AuthorityWeb::trouble;
    desk.web.onList = AuthorityWeb::trouble;
    refused(desk.upgrade(), 1, "layanan status sertifikat tidak menjawab");
    writeFile(desk.path("masuk.pdf"), plainPdf());
    refused(desk.upgrade(), 1, "belum bertanda tangan");
    writeFile(desk.path("masuk.pdf"), "%PDF-1.7 this is none");
    refused(desk.upgrade(), 1, "Berkas rusak");
    REQUIRE(QFile::remove(desk.path("masuk.pdf")));
    refused(desk.upgrade(), 1, "tidak dapat dibaca");
}

TEST_CASE("sipenduduk-sign does not store what the verifier does not call good",
          "[tte][cli][upgrade]")
{
    // A digit of the signed page: the time stamp and the revocation data would be good as such.
    const UpgradeDesk desk;
    QByteArray changed = desk.file;
    const qsizetype place = changed.indexOf("100 700 90 20 re");
    REQUIRE(place > 0);
    changed[place] = '2';
    writeFile(desk.path("masuk.pdf"), changed);
    const auto refused = desk.upgrade();
    INFO(refused.text.toStdString());
    CHECK(refused.exitCode == 1);
    CHECK(refused.text.contains("tidak lolos pemeriksaan"_L1));
    CHECK_FALSE(QFile::exists(desk.path("hasil.pdf")));
}
