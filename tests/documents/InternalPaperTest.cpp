#include "server/documents/KartuKendaliPaper.h"
#include "server/documents/ResiPaper.h"
#include "tests/documents/Samples.h"
#include "tests/documents/Tools.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

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
    const auto pdf = renderKartuKendali(samples::kartuKendali());
    REQUIRE(pdf);
    CHECK(tools::pageCount(*pdf) == 1);
    const QString raw = tools::flat(tools::pdfText(*pdf));
    for (const QString &words :
         {u"KARTU KENDALI"_s, u"PKU-2026-000123"_s, u"22-11-2026 08:00:05"_s,
          u"22-11-2026 08:01:04"_s, u"22-11-2026 08:08:12"_s, u"0 mnt 59 dtk"_s, u"7 mnt 08 dtk"_s,
          u"(batas 5 mnt 00 dtk)"_s, u"Nama ibu diperbaiki"_s, u"8 mnt 07 dtk"_s, u"1 tahap"_s,
          u"Dicetak 22-11-2026 09:30:00"_s}) {
        CAPTURE(words.toStdString());
        CHECK(raw.contains(words));
    }
    CHECK(raw.count(u"TERLAMBAT"_s) == 1);
}

TEST_CASE("A long kartu kendali goes on to further pages with its head", "[internal]")
{
    KartuKendaliPaperInput input = samples::kartuKendali();
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
    KartuKendaliPaperInput input = samples::kartuKendali();
    const QByteArray without = renderKartuKendali(input).value();
    input.alamatPeriksa = u"https://layanan.example/periksa/abc"_s;
    const QByteArray with = renderKartuKendali(input).value();
    CHECK(tools::pageImage(with, 1, 50) != tools::pageImage(without, 1, 50));
    input.alamatPeriksa = QString(400, u'a');
    CHECK(renderKartuKendali(input).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("A kartu kendali without a number or with too many rows is refused", "[internal]")
{
    KartuKendaliPaperInput input = samples::kartuKendali();
    input.rows.resize(501);
    CHECK(renderKartuKendali(input).error().code == ErrorCode::TooLarge);
    input = samples::kartuKendali();
    input.nomor.clear();
    CHECK(renderKartuKendali(input).error().code == ErrorCode::InvalidArgument);
    input = samples::kartuKendali();
    input.rows[0].catatan = u"中"_s;
    CHECK(renderKartuKendali(input).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("The resi says what was received and that the service is free", "[internal]")
{
    const auto pdf = renderResi(samples::resi());
    REQUIRE(pdf);
    CHECK(tools::pageCount(*pdf) == 1);
    checkHas(*pdf,
             {u"RESI PERMOHONAN"_s, u"PKU-2026-000123"_s, u"22-11-2026 08:00:05 WIB"_s,
              u"Surat keterangan kelahiran"_s, u"KTP-el orang tua (belum diterima)"_s,
              u"Perkiraan selesai : 1 (satu) hari kerja"_s, u"tidak dipungut biaya"_s,
              u"https://layanan.example/status/PKU-2026-000123"_s,
              u"Pengaduan: Loket Informasi"_s});
}

TEST_CASE("Equal resi give equal bytes and practice ones are specimens", "[internal]")
{
    CHECK((renderResi(samples::resi()).value() == renderResi(samples::resi()).value()));
    ResiPaperInput input = samples::resi();
    input.mode = DraftMode::Latihan;
    CHECK(tools::pdfText(renderResi(input).value()).contains(u"SPESIMEN – TIDAK BERLAKU"_s));
    input.alamatStatus.clear();
    CHECK(renderResi(input).error().code == ErrorCode::InvalidArgument);
}
