// sipenduduk-sign as a person or a script calls it.

#include "tests/tte/AttackSupport.h"
#include "tests/tte/HttpPeer.h"
#include "tests/tte/SoftToken.h"
#include "tests/tte/StampSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

/// A Kadin whose certificate is good today, on the clock that the program looks at.
const PracticeIdentity &kadinOfToday()
{
    static const PracticeIdentity identity = [] {
        PracticeOfficer officer = goodOfficer();
        officer.notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
        officer.notAfter = QDateTime::currentDateTimeUtc().addYears(1);
        return identityFor(officer);
    }();
    return identity;
}

/// A folder with a draft and a key file.
class SignDesk
{
public:
    SignDesk()
    {
        writeFile(path("draf.pdf"), draft);
        writeFile(path("kunci.p12"), kadinOfToday().pkcs12);
    }
    [[nodiscard]] QString path(const char *name) const
    {
        return m_dir.filePath(QString::fromLatin1(name));
    }
    /// Runs the program with the PIN on standard input. The event loop goes on meanwhile: a peer of
    /// this test may have to answer.
    ToolOutput run(const QStringList &arguments, const QByteArray &pin = Passphrase) const
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(SIPENDUDUK_SIGN), arguments);
        process.write(pin + '\n');
        process.closeWriteChannel();
        REQUIRE(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000));
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }
    ToolOutput sign(const QStringList &more = {}, const QByteArray &pin = Passphrase) const
    {
        return run(QStringList{u"sign"_s, u"--p12"_s, path("kunci.p12"), u"--pin-fd"_s, u"0"_s}
                       + more + QStringList{path("draf.pdf"), path("hasil.pdf")},
                   pin);
    }
    [[nodiscard]] PdfVerification result() const
    {
        return judgeAll(readFile(path("hasil.pdf")), QDateTime::currentDateTimeUtc());
    }

    QByteArray draft = qtPdf();

private:
    QTemporaryDir m_dir;
};

} // namespace

TEST_CASE("sipenduduk-sign signs a file, and never half", "[tte][cli]")
{
    const SignDesk desk;
    const auto made = desk.sign({u"--title"_s, u"KEPALA DINAS"_s});
    INFO(made.text.toStdString());
    REQUIRE(made.exitCode == 0);
    CHECK(made.text.contains("PAdES B-B"_L1));
    const auto report = desk.result();
    REQUIRE(report.signatures.size() == 1);
    CHECK(report.verdict == SignatureVerdict::Sah);
    CHECK(readFile(desk.path("hasil.pdf")).startsWith(desk.draft));

    SECTION("and does not overwrite unasked")
    {
        CHECK(desk.sign().exitCode == 2);
        CHECK(desk.sign({u"--force"_s}).exitCode == 0);
    }
}

TEST_CASE("sipenduduk-sign gets a time stamp, or says that it did not", "[tte][cli][timestamp]")
{
    const SignDesk desk;
    writeFile(desk.path("root.pem"), pemOf(authority().root().certificate.get()));
    TsaOptions options;
    options.at = {}; // the clock of this computer, as the program's
    options.certificate.notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
    options.certificate.notAfter = QDateTime::currentDateTimeUtc().addYears(1);
    const TestTsa tsa(authority(), options);
    const HttpPeer server([&](const QByteArray &body) {
        return HttpPeer::ok("application/timestamp-reply", tsa.reply(body));
    });
    const QStringList wanted{u"--tsa"_s, server.url().toString(), u"--tsa-root"_s,
                             desk.path("root.pem")};
    const auto made = desk.sign(wanted + QStringList{u"--level"_s, u"b-t"_s});
    INFO(made.text.toStdString());
    REQUIRE(made.exitCode == 0);
    CHECK(made.text.contains("PAdES B-T"_L1));
    CHECK(desk.result().signatures.first().level == PadesLevel::BT);

    const HttpPeer broken([](const QByteArray &) { return HttpPeer::ok("text/plain", "no"); });
    const QStringList bad{u"--force"_s, u"--tsa"_s, broken.url().toString()};
    REQUIRE(QFile::remove(desk.path("hasil.pdf")));
    const auto refused = desk.sign(bad + QStringList{u"--level"_s, u"b-t"_s});
    CHECK(refused.exitCode == 1);
    CHECK_FALSE(QFile::exists(desk.path("hasil.pdf")));
    const auto without = desk.sign(bad);
    CHECK(without.exitCode == 0);
    CHECK(without.text.contains("Tanpa tanda waktu"_L1));
    CHECK(without.text.contains("PAdES B-B"_L1));
}

TEST_CASE("sipenduduk-sign refuses with the reason and writes nothing", "[tte][cli]")
{
    const SignDesk desk;
    const auto refused = [&](const ToolOutput &output, int code, const char *part) {
        INFO(output.text.toStdString());
        CHECK(output.exitCode == code);
        CHECK(output.text.contains(QLatin1StringView(part)));
        CHECK_FALSE(QFile::exists(desk.path("hasil.pdf")));
    };
    refused(desk.sign({}, "salah"), 1, "PIN salah");
    refused(desk.sign({u"--level"_s, u"b-x"_s}), 2, "Cara pakai");
    refused(desk.sign({u"--module"_s, u"/nowhere.so"_s}), 2, "Cara pakai");
    refused(desk.run({u"sign"_s, u"--module"_s, u"/nowhere.so"_s, u"--pin-fd"_s, u"0"_s,
                      desk.path("draf.pdf"), desk.path("hasil.pdf")}),
            1, "Driver token");
    refused(desk.run({}), 2, "sipenduduk-sign list-keys");
    writeFile(desk.path("draf.pdf"), "%PDF-1.7 this is none");
    refused(desk.sign(), 1, "Berkas rusak");
    REQUIRE(QFile::remove(desk.path("draf.pdf")));
    refused(desk.sign(), 1, "tidak dapat dibaca");
}

TEST_CASE("sipenduduk-sign lists and uses the keys of a token", "[tte][cli][token]")
{
    const SignDesk desk;
    SoftTokens tokens;
    tokens.add(u"Token Kadin"_s, kadinOfToday());
    const QString module = SoftTokens::softHsm();
    const auto list = desk.run({u"list-keys"_s, u"--module"_s, module});
    INFO(list.text.toStdString());
    REQUIRE(list.exitCode == 0);
    CHECK(list.text.contains("Token Kadin"_L1));
    CHECK(list.text.contains("--id         : a1"_L1));
    CHECK(list.text.contains("Untuk TTE    : ya"_L1));
    const QStringList sign{u"sign"_s,
                           u"--module"_s,
                           module,
                           u"--id"_s,
                           u"a1"_s,
                           u"--pin-fd"_s,
                           u"0"_s,
                           desk.path("draf.pdf"),
                           desk.path("hasil.pdf")};
    CHECK(desk.run(sign, "000000").text.contains("PIN salah"_L1));
    CHECK(desk.run(sign, TokenPin).exitCode == 0);
    CHECK(desk.result().verdict == SignatureVerdict::Sah);
}
