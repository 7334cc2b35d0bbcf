// What the program tells a clerk about time, revocation and level.

#include "common/tte/verify/ReportText.h"
#include "tests/tte/AttackSupport.h"
#include "tests/tte/StampSupport.h"
#include "tests/tte/TestResponder.h"

#include <catch2/catch_test_macros.hpp>

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;
using namespace sipenduduk::test;

namespace {

const QDateTime CheckedAt = testNow().addDays(1);

QByteArray stampedByTsa()
{
    static const QByteArray file = stampedFile(officersFile(plainPdf()), TestTsa());
    return file;
}

ValidationData answerOfToday(const QDateTime &revokedAt = {})
{
    ResponderOptions options;
    options.at = CheckedAt;
    const QByteArray der = officer().certificateDer;
    return {{}, {TestResponder({{der, revokedAt}}, options).answerAbout(der)}, {}};
}

QString textFor(const QByteArray &file)
{
    return reportText(judgeAll(file, CheckedAt));
}

/// Whether the text says all of these.
void checkSays(const QString &text, const QStringList &sentences)
{
    INFO(text.toStdString());
    for (const QString &sentence : sentences) {
        CAPTURE(sentence.toStdString());
        CHECK(text.contains(sentence));
    }
}

} // namespace

TEST_CASE("The report tells what proves the time of a signature", "[tte][report]")
{
    checkSays(textFor(officersFile(plainPdf())),
              {u"Hasil: SAH"_s, u"belum terbukti, tidak ada stempel waktu yang sah"_s,
               u"belum diperiksa, berkas tidak membawa keterangan yang dapat dipakai"_s,
               u"B-B, hanya tanda tangan"_s});
    checkSays(textFor(stampedByTsa()),
              {u"Hasil: SAH"_s, u"Waktu (pengakuan)   : 22 November 2026 10:15:00 WIB"_s,
               u"Waktu (terbukti)    : 22 November 2026 10:16:00 WIB"_s,
               u"Dibuktikan oleh     : TSA Uji"_s, u"B-T, waktunya terbukti"_s});
}

TEST_CASE("The report tells whether the certificate was revoked", "[tte][report]")
{
    checkSays(
        textFor(withDss(stampedByTsa(), answerOfToday())),
        {u"Hasil: SAH"_s,
         u"tidak dicabut, menurut keterangan penerbit tanggal 23 November 2026 10:15:00 WIB"_s,
         u"B-LT, "_s});
    checkSays(textFor(withDss(stampedByTsa(), answerOfToday(testNow().addSecs(3600)))),
              {u"Hasil: SAH"_s,
               u"DICABUT pada 22 November 2026 11:15:00 WIB, sesudah waktu yang terbukti"_s});
    const QString revoked = textFor(withDss(stampedByTsa(), answerOfToday(testNow())));
    checkSays(revoked,
              {u"Hasil: TIDAK SAH"_s, u"DICABUT pada 22 November 2026 10:15:00 WIB\n"_s,
               u"Sertifikat sudah dicabut, dan tidak terbukti"_s});
    CHECK_FALSE(revoked.contains(u"Tingkat PAdES"_s));
}

TEST_CASE("The report does not take a document time stamp for a person", "[tte][report]")
{
    TsaOptions later;
    later.at = testNow().addSecs(600);
    later.certificate.name = u"TSA Arsip"_s;
    const QString text = textFor(withDocumentTimestamp(withDss(stampedByTsa(), answerOfToday()),
                                                       TestTsa(authority(), later)));
    checkSays(text,
              {u"Hasil: SAH"_s, u"Stempel waktu dokumen \"DTS-"_s,
               u"Penerbit stempel    : TSA Arsip"_s,
               u"Waktu stempel       : 22 November 2026 10:25:00 WIB"_s, u"B-LTA, "_s});
    CHECK(text.count(u"Penanda tangan"_s) == 1);
}

TEST_CASE("Every fault has a sentence of its own or of its kind", "[tte][report]")
{
    for (int fault = 1; fault <= int(SignatureFault::UncheckedRevision); ++fault) {
        CAPTURE(fault);
        CHECK(faultText(SignatureFault(fault)).endsWith(u'.'));
    }
}

TEST_CASE("sipenduduk-verify says sah of an archived file, years later", "[tte][cli]")
{
    const QByteArray file =
        withDocumentTimestamp(withDss(stampedByTsa(), answerOfToday()), TestTsa());
    QTemporaryDir dir;
    writeFile(dir.filePath(u"root.pem"_s), pemOf(authority().root().certificate.get()));
    writeFile(dir.filePath(u"file.pdf"_s), file);
    const auto check = [&](const QString &at) {
        return runTool(QStringLiteral(SIPENDUDUK_VERIFY),
                       {u"--anchor"_s, dir.filePath(u"root.pem"_s), u"--at"_s, at,
                        dir.filePath(u"file.pdf"_s)});
    };
    const auto good = check(u"2028-11-22T04:00:00"_s); // the signer's certificate is over
    INFO(good.text.toStdString());
    CHECK(good.exitCode == 0);
    CHECK(good.text.contains(u"Hasil: SAH"_s));
    const auto open = check(u"2031-11-22T04:00:00"_s); // so is the authority's
    CHECK(open.exitCode == 1);
    CHECK(open.text.contains(u"BELUM DAPAT DIPASTIKAN"_s));
    CHECK(open.text.contains(u"Sertifikat penerbit stempel waktu sudah berakhir atau dicabut"_s));
}
