#include "server/documents/KartuKendaliPaper.h"
#include "server/documents/ResiPaper.h"
#include "tests/documents/Samples.h"
#include "tests/documents/Tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

QDateTime utc(int hour, int minute, int second)
{
    return QDateTime(QDate(2026, 11, 22), QTime(hour, minute, second), QTimeZone::UTC);
}

KartuKendaliPaperInput card()
{
    KartuKendaliPaperInput input;
    input.nomor = u"PKU-2026-000123"_s;
    input.layanan = u"Pencatatan Kelahiran"_s;
    input.pemohon = u"Budi Santoso"_s;
    input.seksi = u"Seksi Kelahiran"_s;
    input.status = u"Terkirim"_s;
    input.diajukan = utc(1, 0, 0);
    input.dicetak = utc(2, 30, 0);
    input.kepalaRantai = QString(64, u'a');
    input.office = samples::office();
    KartuKendaliPaperRow intake;
    intake.tahap = u"Registrasi dan verifikasi"_s;
    intake.petugas = u"Rina, FO"_s;
    intake.diterima = utc(1, 0, 5);
    intake.diserahkan = utc(1, 1, 4);
    intake.durasi = 59;
    intake.batas = 60;
    KartuKendaliPaperRow section;
    section.tahap = u"Verifikasi Kepala Seksi"_s;
    section.petugas = u"Joko, Kasi Kelahiran"_s;
    section.diterima = utc(1, 1, 4);
    section.diserahkan = utc(1, 8, 12);
    section.durasi = 428;
    section.batas = 300;
    section.paraf = u"Paraf"_s;
    section.catatan = u"Nama ibu diperbaiki"_s;
    KartuKendaliPaperRow open;
    open.tahap = u"TTE Kepala Dinas"_s;
    open.petugas = u"Kadin"_s;
    open.diterima = utc(1, 9, 0);
    input.rows = {intake, section, open};
    return input;
}

ResiPaperInput receipt()
{
    ResiPaperInput input;
    input.nomor = u"PKU-2026-000123"_s;
    input.layanan = u"Pencatatan Kelahiran"_s;
    input.pemohon = u"Budi Santoso"_s;
    input.diterima = utc(1, 0, 5);
    input.janji = u"1 (satu) hari kerja"_s;
    input.alamatStatus = u"https://layanan.example/status/PKU-2026-000123"_s;
    input.office = samples::office();
    input.requirements = {{u"Surat keterangan kelahiran"_s, true},
                          {u"Buku nikah/kutipan akta perkawinan"_s, true},
                          {u"KTP-el orang tua"_s, false}};
    return input;
}

void checkHas(const QByteArray &pdf, const QStringList &expected)
{
    const QString text = tools::flat(tools::pdfText(pdf, {u"-layout"_s}));
    for (const QString &words : expected) {
        CAPTURE(words.toStdString());
        CHECK(text.contains(words));
    }
}

} // namespace

TEST_CASE("The kartu kendali shows receipt and hand-over to the second, in office time",
          "[internal]")
{
    const auto pdf = renderKartuKendali(card());
    REQUIRE(pdf);
    CHECK(tools::pageCount(*pdf) == 1);
    const QString raw = tools::flat(tools::pdfText(*pdf));
    for (const QString &words :
         {u"KARTU KENDALI"_s, u"PKU-2026-000123"_s, u"22-11-2026 08:00:05"_s,
          u"22-11-2026 08:01:04"_s, u"22-11-2026 08:08:12"_s, u"0 mnt 59 dtk"_s,
          u"7 mnt 08 dtk"_s, u"(batas 5 mnt 00 dtk)"_s, u"Nama ibu diperbaiki"_s,
          u"8 mnt 07 dtk"_s, u"1 tahap"_s, u"Dicetak 22-11-2026 09:30:00"_s}) {
        CAPTURE(words.toStdString());
        CHECK(raw.contains(words));
    }
    CHECK(raw.count(u"TERLAMBAT"_s) == 1);
}

TEST_CASE("A long kartu kendali goes on to further pages with its head", "[internal]")
{
    KartuKendaliPaperInput input = card();
    while (input.rows.size() < 60)
        input.rows.append(input.rows.at(1));
    const auto pdf = renderKartuKendali(input);
    REQUIRE(pdf);
    const QStringList pages = tools::pdfText(*pdf).split(u'\f', Qt::SkipEmptyParts);
    REQUIRE(pages.size() >= 3);
    for (const QString &page : pages.first(pages.size() - 1))
        CHECK(page.contains(u"Diserahkan"_s));
}

TEST_CASE("The kartu kendali has a QR only when there is an address to check", "[internal]")
{
    KartuKendaliPaperInput input = card();
    const QByteArray without = renderKartuKendali(input).value();
    input.alamatPeriksa = u"https://layanan.example/periksa/abc"_s;
    const QByteArray with = renderKartuKendali(input).value();
    CHECK(tools::pageImage(with, 1, 50) != tools::pageImage(without, 1, 50));
    input.alamatPeriksa = QString(400, u'a');
    CHECK(renderKartuKendali(input).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("A kartu kendali without a number or with too many rows is refused", "[internal]")
{
    KartuKendaliPaperInput input = card();
    input.rows.resize(501);
    CHECK(renderKartuKendali(input).error().code == ErrorCode::TooLarge);
    input = card();
    input.nomor.clear();
    CHECK(renderKartuKendali(input).error().code == ErrorCode::InvalidArgument);
    input = card();
    input.rows[0].catatan = u"中"_s;
    CHECK(renderKartuKendali(input).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("The resi says what was received and that the service is free", "[internal]")
{
    const auto pdf = renderResi(receipt());
    REQUIRE(pdf);
    CHECK(tools::pageCount(*pdf) == 1);
    checkHas(*pdf, {u"RESI PERMOHONAN"_s, u"PKU-2026-000123"_s, u"22-11-2026 08:00:05 WIB"_s,
                    u"Surat keterangan kelahiran"_s, u"KTP-el orang tua (belum diterima)"_s,
                    u"Perkiraan selesai : 1 (satu) hari kerja"_s, u"tidak dipungut biaya"_s,
                    u"https://layanan.example/status/PKU-2026-000123"_s,
                    u"Pengaduan: Loket Informasi"_s});
}

TEST_CASE("Equal resi give equal bytes and practice ones are specimens", "[internal]")
{
    CHECK((renderResi(receipt()).value() == renderResi(receipt()).value()));
    ResiPaperInput input = receipt();
    input.mode = DraftMode::Latihan;
    CHECK(tools::pdfText(renderResi(input).value()).contains(u"SPESIMEN – TIDAK BERLAKU"_s));
    input.alamatStatus.clear();
    CHECK(renderResi(input).error().code == ErrorCode::InvalidArgument);
}
