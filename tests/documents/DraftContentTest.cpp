// What the drafts say. Source: domain/documents.md 1 to 3.

#include "common/TabelIsian.h"
#include "server/documents/DraftRenderer.h"
#include "tests/documents/Samples.h"
#include "tests/documents/Tools.h"

#include <catch2/catch_test_macros.hpp>

#include <QImage>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

QString textOf(const DraftInput &input, const QStringList &options = {u"-layout"_s})
{
    const auto pdf = DraftRenderer().render(input);
    REQUIRE(pdf);
    return tools::flat(tools::pdfText(*pdf, options));
}

void checkContains(const QString &text, const QStringList &expected)
{
    for (const QString &words : expected) {
        CAPTURE(words.toStdString());
        CHECK(text.contains(words));
    }
}

ErrorCode codeOfRendering(const DraftInput &input)
{
    const auto pdf = DraftRenderer().render(input);
    REQUIRE_FALSE(pdf);
    return pdf.error().code;
}

} // namespace

TEST_CASE("The birth extract is bilingual, with dates and order of birth in words", "[draft]")
{
    checkContains(textOf(samples::birth()),
                  {u"Personal Registration Number"_s,
                   u"1471015511260003"_s,
                   u"REPUBLIK INDONESIA"_s,
                   u"PENCATATAN SIPIL"_s,
                   u"REGISTRY OFFICE"_s,
                   u"WARGA NEGARA INDONESIA"_s,
                   u"KUTIPAN AKTA KELAHIRAN"_s,
                   u"EXCERPT OF BIRTH CERTIFICATE"_s,
                   u"Berdasarkan Akta Kelahiran Nomor 1471-LU-22112026-0001"_s,
                   u"bahwa di PEKANBARU"_s,
                   u"pada tanggal LIMA BELAS NOVEMBER"_s,
                   u"on date FIFTEENTH OF NOVEMBER"_s,
                   u"tahun DUA RIBU DUA PULUH ENAM"_s,
                   u"year TWO THOUSAND AND TWENTY-SIX"_s,
                   u"telah lahir ALYA PUTRI SANTOSO"_s,
                   u"anak ke DUA, PEREMPUAN"_s,
                   u"child no SECOND, DAUGHTER"_s,
                   u"dari ayah BUDI SANTOSO"_s,
                   u"dan ibu SITI RAHMAWATI"_s,
                   u"Kutipan ini sesuai dengan Register Akta Kelahiran"_s,
                   u"Kutipan ini dikeluarkan di PEKANBARU pada tanggal DUA PULUH DUA NOVEMBER"_s});
}

TEST_CASE("The birth extract prints neither witnesses nor the reporter", "[draft]")
{
    const QString text = textOf(samples::birth());
    CHECK_FALSE(text.contains(u"Rudi Hartono"_s, Qt::CaseInsensitive));
    CHECK_FALSE(text.contains(u"pelapor"_s, Qt::CaseInsensitive));
}

TEST_CASE("The parents' phrase follows the chosen state of their marriage", "[draft]")
{
    DraftInput input = samples::birth();
    const QString clause = u"yang perkawinannya belum tercatat"_s;
    SECTION("recorded")
    {
        CHECK_FALSE(textOf(input).contains(clause));
    }
    SECTION("not recorded")
    {
        input.fields[u"status_ortu"_s] = u"belum_tercatat"_s;
        const QString text = textOf(input);
        checkContains(text, {u"dari ayah BUDI SANTOSO"_s, u"dan ibu SITI RAHMAWATI"_s, clause});
        CHECK(tools::pageCount(DraftRenderer().render(input).value()) == 1);
    }
    SECTION("mother only")
    {
        input.fields[u"status_ortu"_s] = u"ibu"_s;
        const QString text = textOf(input);
        CHECK(text.contains(u"dari seorang ibu SITI RAHMAWATI"_s));
        CHECK_FALSE(text.contains(u"BUDI SANTOSO"_s));
    }
    SECTION("parents unknown")
    {
        input.fields[u"status_ortu"_s] = u"tidak_diketahui"_s;
        const QString text = textOf(input);
        CHECK_FALSE(text.contains(u"BUDI SANTOSO"_s));
        CHECK_FALSE(text.contains(u"SITI RAHMAWATI"_s));
    }
}

TEST_CASE("A child without a NIK leaves its line blank", "[draft]")
{
    DraftInput input = samples::birth();
    input.fields.remove(u"anak_nik"_s);
    const QString text = textOf(input);
    CHECK(text.contains(u"Nomor Induk Kependudukan"_s));
    CHECK_FALSE(text.contains(u"1471015511260003"_s));
}

TEST_CASE("The kartu keluarga carries head, address and both tables", "[draft]")
{
    checkContains(textOf(samples::family(4)),
                  {u"KARTU KELUARGA"_s, u"No. 1471012006120004"_s,
                   u"Nama Kepala Keluarga : BUDI SANTOSO"_s, u"RT/RW : 003/011"_s,
                   u"Kelurahan : KAMPUNG TENGAH"_s, u"Kecamatan : SUKAJADI"_s,
                   u"Kabupaten/Kota : KOTA PEKANBARU"_s, u"Provinsi : RIAU"_s,
                   u"SITI RAHMAWATI 1471010101990001 PEREMPUAN PEKANBARU 15 Maret 1991 ISLAM"_s,
                   u"KAWIN TERCATAT 17 Juni 2012 - ISTRI WNI - - AHMAD DAHLAN NURHAYATI"_s,
                   u"Dikeluarkan tanggal : 22 November 2026"_s, u"KEPALA KELUARGA"_s});
}

TEST_CASE("A family of fourteen goes on to a second page with the head repeated", "[draft]")
{
    const QByteArray pdf = DraftRenderer().render(samples::family(14)).value();
    REQUIRE(tools::pageCount(pdf) == 2);
    const QStringList pages = tools::pdfText(pdf, {u"-layout"_s}).split(u'\f', Qt::SkipEmptyParts);
    for (const QString &page : pages)
        checkContains(
            tools::flat(page),
            {u"No. 1471012006120004"_s, u"Nama Lengkap"_s, u"Status Perkawinan"_s, u"dari 2"_s});
    CHECK(pages.first().contains(u"Bersambung"_s));
    CHECK_FALSE(pages.first().contains(u"Dikeluarkan tanggal"_s));
    CHECK(pages.last().contains(u"Dikeluarkan tanggal"_s));
    const QString all = tools::flat(tools::pdfText(pdf));
    for (int child = 1; child <= 12; ++child)
        CHECK(all.count(u"ANAK NOMOR %1 "_s.arg(child)) == 1);
}

TEST_CASE("Families of every size keep the place of the signature free", "[draft]")
{
    for (const int members : {1, 9, 10, 11, 20, 21, 40}) {
        CAPTURE(members);
        const auto pdf = DraftRenderer().render(samples::family(members));
        REQUIRE(pdf);
        const QString text = tools::flat(tools::pdfText(*pdf));
        CHECK(text.count(u"Dikeluarkan tanggal"_s) == 1);
        const int least = (members + 9) / 10;
        const int pages = tools::pageCount(*pdf);
        CHECK(pages >= least);
        CHECK(pages <= least + 1);
    }
}

TEST_CASE("A birth makes a kartu keluarga of father, mother and child", "[draft]")
{
    DraftInput input = samples::birth();
    input.output = u"kk"_s;
    const QString text = textOf(input);
    checkContains(text,
                  {u"No. 1471012006120004"_s, u"BUDI SANTOSO"_s, u"SITI RAHMAWATI"_s,
                   u"ALYA PUTRI SANTOSO 1471015511260003 PEREMPUAN PEKANBARU"
                   " 15 November 2026"_s,
                   u"BELUM KAWIN"_s, u"ANAK"_s, u"ISTRI"_s});
}

TEST_CASE("No kartu keluarga is made for those who stay when only the leaving are known", "[draft]")
{
    DraftInput input = samples::moving();
    input.output = u"kk"_s;
    CHECK(codeOfRendering(input) == ErrorCode::Incomplete);
}

TEST_CASE("The moving letter names origin, destination, those who move and its last day", "[draft]")
{
    const QByteArray pdf = DraftRenderer().render(samples::moving()).value();
    CHECK(tools::pageCount(pdf) == 1);
    checkContains(tools::flat(tools::pdfText(pdf, {u"-layout"_s})),
                  {u"PEMERINTAH KOTA PEKANBARU"_s, u"DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_s,
                   u"SURAT KETERANGAN PINDAH"_s, u"Nomor: SKPWNI/1471/22112026/0007"_s,
                   u"Kampung Tengah, Sukajadi"_s, u"Kota Batam, Kepulauan Riau"_s,
                   u"003/011, 28128"_s, u"Alasan pindah : Pekerjaan"_s,
                   u"Klasifikasi kepindahan : Antar provinsi"_s, u"1 Desember 2026"_s,
                   u"2 1471010101990001 Siti Rahmawati Istri"_s,
                   u"berlaku sampai dengan tanggal 22 Desember 2026"_s});
}

TEST_CASE("An office without a validity of moving letters prints none", "[draft]")
{
    DraftInput input = samples::moving();
    input.office.skpwniValidDays = 0;
    CHECK_FALSE(textOf(input).contains(u"berlaku sampai"_s));
}

TEST_CASE("The card's sheet approves one print and is no document", "[draft]")
{
    checkContains(textOf(samples::childCard()),
                  {u"LEMBAR PERSETUJUAN CETAK"_s, u"KARTU IDENTITAS ANAK"_s,
                   u"Alya Putri Santoso"_s, u"menyetujui pencetakan satu kartu"_s,
                   u"tidak berlaku sebagai pengganti kartu"_s});
}

TEST_CASE("The cause of death is nobody's business", "[draft]")
{
    const QString text = textOf(samples::death());
    checkContains(text,
                  {u"KUTIPAN AKTA KEMATIAN"_s, u"EXCERPT OF DEATH CERTIFICATE"_s, u"Ahmad Dahlan"_s,
                   u"20 November 2026"_s});
    CHECK_FALSE(text.contains(u"Sakit biasa"_s));
    CHECK_FALSE(textOf(samples::stillbirth()).contains(u"Tidak dicetak"_s));
}

TEST_CASE("A very long name is broken, never cut", "[draft]")
{
    DraftInput input = samples::birth();
    const QString word = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s.repeated(6);
    input.fields[u"anak_nama"_s] = word + u" Akhir"_s;
    QString text = textOf(input, {u"-raw"_s});
    text.remove(u' ');
    CHECK(text.contains(word + u"AKHIR"_s));

    DraftInput family = samples::family(2);
    KartuKeluargaData data;
    data.nomor = u"1471012006120004"_s;
    data.kepala = word.first(60);
    KartuKeluargaMember member;
    member.nama = word.first(120);
    data.members = {member};
    family.kartuKeluarga = data;
    QString printed = textOf(family, {u"-raw"_s});
    printed.remove(u' ');
    CHECK(printed.contains(word.first(120)));
    CHECK(printed.contains(word.first(60)));
}

TEST_CASE("A long text runs over pages and the last one is never the signature alone", "[draft]")
{
    DraftInput input = samples::forOutput(u"sk-pembatalan-akta"_s);
    QString story;
    for (int line = 1; line <= 90; ++line)
        story += u"Kalimat nomor %1 dari uraian yang panjang sekali untuk surat ini.\n"_s.arg(line);
    input.fields[u"keterangan"_s] = story;
    const QByteArray pdf = DraftRenderer().render(input).value();
    const QStringList pages = tools::pdfText(pdf).split(u'\f', Qt::SkipEmptyParts);
    REQUIRE(pages.size() >= 2);
    const QString all = tools::flat(pages.join(u' '));
    for (int line = 1; line <= 90; ++line)
        CHECK(all.contains(u"Kalimat nomor %1 dari"_s.arg(line)));
    CHECK(pages.last().contains(u"Demikian surat keterangan"_s));
    for (const QString &page : pages)
        CHECK(page.contains(input.documentNumber));
}

TEST_CASE("Text with marks of HTML and of templates is printed as it was typed", "[draft]")
{
    DraftInput input = samples::stillbirth();
    input.fields[u"ayah_nama"_s] = u"<b>O'Neil</b> & {{nomor}} @kop"_s;
    CHECK(textOf(input).contains(u"<b>O'Neil</b> & {{nomor}} @kop"_s));
    DraftInput birth = samples::birth();
    birth.fields[u"ayah_nama"_s] = u"<i>d'Arc</i> & co"_s;
    CHECK(textOf(birth).contains(u"<I>D'ARC</I> & CO"_s));
}

TEST_CASE("A character that the fonts lack is refused with its field", "[draft]")
{
    DraftInput input = samples::birth();
    input.fields[u"anak_nama"_s] = u"Alya 中"_s;
    const auto pdf = DraftRenderer().render(input);
    REQUIRE_FALSE(pdf);
    CHECK(pdf.error().code == ErrorCode::InvalidArgument);
    CHECK(pdf.error().detail.contains(u"U+4e2d"_s));
    CHECK(pdf.error().detail.contains(u"anak_nama"_s));

    DraftInput hidden = samples::family(1);
    hidden.fields[u"anggota"_s] = u"[{\"nama\":\"\\u4e2d\"}]"_s;
    CHECK(codeOfRendering(hidden) == ErrorCode::InvalidArgument);
}

TEST_CASE("Letters of other Latin alphabets are printed", "[draft]")
{
    DraftInput input = samples::stillbirth();
    input.fields[u"ibu_nama"_s] =
        u"Ñoña Çelik Đặng Ḥusnā"_s.normalized(QString::NormalizationForm_D);
    CHECK(textOf(input).contains(u"Ñoña Çelik Đặng Ḥusnā"_s));
}

TEST_CASE("What cannot be a draft is refused", "[draft]")
{
    DraftInput input = samples::birth();
    SECTION("unknown output")
    {
        input.output = u"paspor"_s;
        CHECK(codeOfRendering(input) == ErrorCode::InvalidArgument);
    }
    SECTION("no number")
    {
        input.documentNumber = u"  "_s;
        CHECK(codeOfRendering(input) == ErrorCode::InvalidArgument);
    }
    SECTION("no key")
    {
        input.documentKey.clear();
        CHECK(codeOfRendering(input) == ErrorCode::InvalidArgument);
    }
    SECTION("no date")
    {
        input.issueDate = QDate();
        CHECK(codeOfRendering(input) == ErrorCode::InvalidArgument);
    }
    SECTION("other template version")
    {
        input.templateVersion = DraftRenderer::TemplateVersion + 1;
        CHECK(codeOfRendering(input) == ErrorCode::Unsupported);
    }
    SECTION("a field without end")
    {
        input.fields[u"anak_nama"_s] = QString(50'000, u'A');
        CHECK(codeOfRendering(input) == ErrorCode::TooLarge);
    }
    SECTION("a table that is none")
    {
        input = samples::family(2);
        input.fields[u"anggota"_s] = u"[{\"nama\":"_s;
        CHECK(codeOfRendering(input) == ErrorCode::InvalidArgument);
    }
}
