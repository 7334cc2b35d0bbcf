#include "common/KatalogLayanan.h"
#include "tests/common/Printers.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

/// A whole catalogue of a few lines; single quotes stand for double ones.
const QList<QByteArray> &soundLines()
{
    static const QList<QByteArray> lines{
        /*  1 */ "{'jenis':'katalog','versi':1}",
        /*  2 */ "{'jenis':'bidang','kode':'capil','nama':'Bidang Capil'}",
        /*  3 */ "{'jenis':'bidang','kode':'dafduk','nama':'Bidang Dafduk'}",
        /*  4 */ "{'jenis':'seksi','kode':'kelahiran','bidang':'capil','nama':'Seksi Kelahiran'}",
        /*  5 */ "{'jenis':'dokumen','kode':'akta','nama':'Kutipan Akta','media':'pdf'}",
        /*  6 */ "{'jenis':'dokumen','kode':'kia','nama':'KIA','media':'kartu'}",
        /*  7 */ "{'jenis':'daftar','kode':'jk'}",
        /*  8 */ "{'jenis':'pilihan','kode':'L','label':'Laki-laki','label_en':'Male'}",
        /*  9 */ "{'jenis':'kecamatan','kode':'147101','nama':'Sukajadi','nama_lama':['Lama']}",
        /* 10 */ "{'jenis':'kelurahan','kode':'1471011002','nama':'Jadirejo'}",
        /* 11 */ "{'jenis':'pendaftaran'}",
        /* 12 */
        "{'jenis':'isian','kode':'nama','label':'Nama','label_en':'Name','tipe':'teks',"
        "'wajib':true,'aturan':'nama'}",
        /* 13 */
        "{'jenis':'layanan','kode':'akta','nama':'Akta','nama_en':'Deed','bidang':'capil',"
        "'seksi':'kelahiran','formulir':'F-1','formulir_2019':'F-1','hasil':'Akta'}",
        /* 14 */ "{'jenis':'dasar_hukum','hukum':'UU 23/2006','pasal':'27','tersumber':false}",
        /* 15 */ "{'jenis':'syarat','kode':'kk','nama':'KK','wajib':true}",
        /* 16 */ "{'jenis':'syarat','kode':'a','nama':'A','kelompok':'bukti'}",
        /* 17 */ "{'jenis':'syarat','kode':'b','nama':'B','kelompok':'bukti','bila':'Bila B'}",
        /* 18 */ "{'jenis':'syarat','kode':'c','nama':'C','bila':'Bila C','tanya':'Apakah C?'}",
        /* 19 */
        "{'jenis':'isian','kode':'jk','label':'JK','label_en':'Sex','tipe':'pilihan',"
        "'wajib':true,'daftar':'jk'}",
        /* 20 */
        "{'jenis':'isian','kode':'sebab','label':'Sebab','label_en':'Cause',"
        "'tipe':'pilihan','wajib':true}",
        /* 21 */ "{'jenis':'pilihan','kode':'hilang','label':'Hilang'}",
        /* 22 */
        "{'jenis':'isian','kode':'tgl_lahir','label':'Tgl','label_en':'Date',"
        "'tipe':'tanggal','wajib':true}",
        /* 23 */
        "{'jenis':'isian','kode':'anggota','label':'A','label_en':'A',"
        "'tipe':'teks_panjang','wajib':true}",
        /* 24 */ "{'jenis':'kolom','kode':'jk','label':'JK','tipe':'pilihan','daftar':'jk'}",
        /* 25 */ "{'jenis':'keluaran','dokumen':'akta','penyerahan':'email'}",
        /* 26 */
        "{'jenis':'keluaran','dokumen':'kia','penyerahan':'ambil','bila':'Bila bayi',"
        "'tanya':'Apakah bayi?'}",
        /* 27 */ "{'jenis':'batas_lapor','hari':60,'dasar':'UU','sejak':'tgl_lahir'}",
        /* 28 */
        "{'jenis':'batas_usia','mulai':5,'sebelum':17,'kecuali_isian':'sebab',"
        "'kecuali_pilihan':'hilang'}",
        /* 29 */ "{'jenis':'catatan','teks':'Catatan','untuk':'petugas'}",
    };
    return lines;
}

QByteArray joined(const QList<QByteArray> &lines)
{
    return lines.join('\n').replace('\'', '"') + '\n';
}

/// The sound catalogue with line `line` replaced; an empty text takes the line out.
QByteArray withLine(int line, const QByteArray &text)
{
    QList<QByteArray> lines = soundLines();
    if (text.isEmpty())
        lines.removeAt(line - 1);
    else
        lines[line - 1] = text;
    return joined(lines);
}

struct Broken
{
    int line;        ///< that is replaced
    QByteArray text; ///< by this
    int named;       ///< line that the error must name
    QString says;    ///< part of what it must say
};

void checkRefused(const Broken &broken)
{
    CAPTURE(broken.text.toStdString());
    const auto katalog = KatalogLayanan::parse(withLine(broken.line, broken.text));
    REQUIRE_FALSE(katalog);
    CHECK(katalog.error().code == ErrorCode::Malformed);
    INFO(katalog.error().detail.toStdString());
    CHECK(katalog.error().detail.startsWith(u"line %1: "_s.arg(broken.named)));
    CHECK(katalog.error().detail.contains(broken.says));
}

} // namespace

TEST_CASE("The small catalogue of these tests is sound", "[katalog]")
{
    const auto katalog = KatalogLayanan::parse(joined(soundLines()));
    INFO((katalog ? std::string() : katalog.error().detail.toStdString()));
    REQUIRE(katalog);
    const Layanan &layanan = katalog->layananList().first();
    CHECK(layanan.requirements.size() == 4);
    CHECK(layanan.fields.size() == 4);
    CHECK(layanan.fields.at(1).choices == QList<Pilihan>{{u"hilang"_s, u"Hilang"_s, {}}});
    CHECK(layanan.fields.at(3).columns.size() == 1);
    CHECK(layanan.outputs.size() == 2);
    CHECK(layanan.notes == QList<Catatan>{{u"Catatan"_s, Audience::Officer}});
    CHECK(katalog->kecamatanList().first().oldNames == QStringList{u"Lama"_s});
}

TEST_CASE("Blank lines and Windows line ends are nothing bad, and count as lines", "[katalog]")
{
    QByteArray text = joined(soundLines()).replace("\n", "\r\n\r\n");
    CHECK(KatalogLayanan::parse(text));
    text.replace("\"media\":\"kartu\"", "\"media\":\"batu\"");
    const auto broken = KatalogLayanan::parse(text);
    REQUIRE_FALSE(broken);
    CHECK(broken.error().detail.startsWith(u"line 11: ")); // line 6, with a blank one after each
}

TEST_CASE("A catalogue with a fault of form is refused, naming the line", "[katalog]")
{
    checkRefused(GENERATE(values<Broken>({
        {5, "{'jenis':'dokumen','kode':'akta'", 5, u"no JSON"_s},
        {5, "not JSON at all", 5, u"no JSON"_s},
        {5, "{'jenis':'dokumen','kode':'\xff'}", 5, u"no JSON"_s},
        {5, "['jenis','dokumen']", 5, u"not an object"_s},
        {5, "{'kode':'akta','nama':'Akta'}", 5, u"unknown jenis"_s},
        {5, "{'jenis':'surat','kode':'akta'}", 5, u"unknown jenis \"surat\""_s},
        {5, "{'jenis':7}", 5, u"unknown jenis"_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':'Akta','media':'pdf','harga':'5'}", 5,
         u"no member \"harga\""_s},
        {5, "{'jenis':'dokumen','kode':'akta','media':'pdf'}", 5, u"lacks \"nama\""_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':'','media':'pdf'}", 5, u"is blank"_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':' Akta','media':'pdf'}", 5, u"blanks"_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':7,'media':'pdf'}", 5, u"not a text"_s},
        {5, "{'jenis':'dokumen','kode':'akta lahir','nama':'Akta','media':'pdf'}", 5,
         u"not a code"_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':'Akta','nama':'Akte','media':'pdf'}", 5,
         u"stands twice"_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':'Akta (unsourced)','media':'pdf'}", 5,
         u"working note"_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':'Akta [D]','media':'pdf'}", 5,
         u"working note"_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':'Ak\\u0007ta','media':'pdf'}", 5,
         u"control character"_s},
        {9, "{'jenis':'kecamatan','kode':'147101','nama':'S','nama_lama':[1]}", 9,
         u"not a list of texts"_s},
        {9, "{'jenis':'kecamatan','kode':'147101','nama':'S','nama_lama':'Lama'}", 9,
         u"not a list of texts"_s},
        {15, "{'jenis':'syarat','kode':'kk','nama':'KK','wajib':'ya'}", 15, u"true or false"_s},
        {27, "{'jenis':'batas_lapor','hari':60.5,'dasar':'UU'}", 27, u"whole number"_s},
        {27, "{'jenis':'batas_lapor','hari':-1,'dasar':'UU'}", 27, u"whole number"_s},
        {27, "{'jenis':'batas_lapor','hari':'60','dasar':'UU'}", 27, u"whole number"_s},
    })));
}

TEST_CASE("A catalogue whose heading or definitions are wrong is refused, naming the line",
          "[katalog]")
{
    checkRefused(GENERATE(values<Broken>({
        {1, "", 1, u"not of jenis \"katalog\""_s},
        {1, "{'jenis':'katalog','versi':2}", 1, u"versi is not 1"_s},
        {2, "{'jenis':'katalog','versi':1}", 2, u"second"_s},
        {3, "{'jenis':'bidang','kode':'capil','nama':'Bidang'}", 3, u"twice"_s},
        {4, "{'jenis':'seksi','kode':'kelahiran','bidang':'piak','nama':'S'}", 4,
         u"no bidang piak"_s},
        {5, "{'jenis':'seksi','kode':'kelahiran','bidang':'capil','nama':'S'}", 5, u"twice"_s},
        {5, "{'jenis':'dokumen','kode':'akta','nama':'Akta','media':'batu'}", 5, u"media"_s},
        {6, "{'jenis':'dokumen','kode':'akta','nama':'KIA','media':'kartu'}", 6, u"twice"_s},
        {8, "{'jenis':'daftar','kode':'jk'}", 7, u"no pilihan"_s},
        {9, "{'jenis':'pilihan','kode':'L','label':'Lagi'}", 9, u"pilihan L stands twice"_s},
        {9, "{'jenis':'daftar','kode':'jk'}", 9, u"daftar jk stands twice"_s},
        {9, "{'jenis':'kecamatan','kode':'1471','nama':'S'}", 9, u"6 digits"_s},
        {10, "{'jenis':'kecamatan','kode':'147101','nama':'S'}", 10, u"twice"_s},
        {10, "{'jenis':'kelurahan','kode':'1471021002','nama':'J'}", 10, u"begins with"_s},
        {9, "{'jenis':'kelurahan','kode':'1471011002','nama':'J'}", 9, u"under a kecamatan"_s},
        {12, "", 11, u"pendaftaran has no isian"_s},
        {11, "{'jenis':'kelurahan','kode':'1471011002','nama':'J'}", 11, u"twice"_s},
        {11, "", 11, u"under a layanan or the pendaftaran"_s},
        {13, "{'jenis':'pendaftaran'}", 13, u"twice"_s},
    })));
}

TEST_CASE("A layanan with a fault is refused, naming the line", "[katalog]")
{
    const QByteArray layanan = soundLines().at(12);
    checkRefused(GENERATE_COPY(values<Broken>({
        {13, QByteArray(layanan).replace("'seksi':'kelahiran'", "'seksi':'kematian'"), 13,
         u"no seksi kematian"_s},
        {13, QByteArray(layanan).replace("'bidang':'capil'", "'bidang':'dafduk'"), 13,
         u"not of bidang dafduk"_s},
        {29, layanan, 29, u"layanan akta stands twice"_s},
        {13, "", 13, u"belongs under a layanan"_s},
        {14, "{'jenis':'catatan','teks':'T','untuk':'semua'}", 13, u"no dasar_hukum"_s},
        {15, "{'jenis':'syarat','kode':'kk','nama':'KK'}", 15, u"needs a kelompok, or"_s},
        {15, "{'jenis':'syarat','kode':'kk','nama':'KK','bila':'Bila'}", 15, u"bila and tanya"_s},
        {15, "{'jenis':'syarat','kode':'kk','nama':'KK','wajib':true,'kelompok':'x'}", 15,
         u"no bila, tanya or kelompok"_s},
        {15, "{'jenis':'syarat','kode':'kk','nama':'KK','kelompok':'x','tanya':'Apakah?'}", 15,
         u"no tanya"_s},
        {15, "{'jenis':'syarat','kode':'kk','nama':'KK','kelompok':'bukti','unggah':false}", 15,
         u"always uploaded"_s},
        {16, "{'jenis':'syarat','kode':'kk','nama':'A','kelompok':'bukti'}", 16,
         u"kk stands twice"_s},
        {17, "", 16, u"kelompok bukti offers no alternative"_s},
        {19,
         "{'jenis':'isian','kode':'jk','label':'JK','label_en':'S','tipe':'warna','wajib':true}",
         19, u"unknown tipe \"warna\""_s},
        {19,
         "{'jenis':'isian','kode':'jk','label':'JK','label_en':'S','tipe':'pilihan',"
         "'wajib':true,'daftar':'agama'}",
         19, u"no daftar agama"_s},
        {19,
         "{'jenis':'isian','kode':'jk','label':'JK','label_en':'S','tipe':'teks',"
         "'wajib':true,'daftar':'jk'}",
         19, u"for tipe pilihan only"_s},
        {19,
         "{'jenis':'isian','kode':'jk','label':'JK','label_en':'S','tipe':'teks',"
         "'wajib':true,'aturan':'alamat'}",
         19, u"aturan"_s},
        {19,
         "{'jenis':'isian','kode':'jk','label':'JK','label_en':'S','tipe':'nik',"
         "'wajib':true,'aturan':'nama'}",
         19, u"aturan"_s},
        {19,
         "{'jenis':'isian','kode':'biaya','label':'B','label_en':'Fee','tipe':'angka',"
         "'wajib':true}",
         19, u"free of charge"_s},
        {21, "", 20, u"nothing to choose"_s},
        {22, "{'jenis':'pilihan','kode':'hilang','label':'H'}", 22, u"hilang stands twice"_s},
        {20, "{'jenis':'catatan','teks':'T','untuk':'semua'}", 21, u"a pilihan belongs under"_s},
        {22,
         "{'jenis':'isian','kode':'jk','label':'T','label_en':'D','tipe':'tanggal',"
         "'wajib':true}",
         22, u"isian jk stands twice"_s},
        {23, "{'jenis':'catatan','teks':'T','untuk':'semua'}", 24, u"a kolom belongs under"_s},
        {24, "{'jenis':'kolom','kode':'x','label':'X','tipe':'teks_panjang'}", 24,
         u"not for a kolom"_s},
        {24, "{'jenis':'kolom','kode':'x','label':'X','tipe':'pilihan'}", 24, u"needs a daftar"_s},
        {24, "{'jenis':'kolom','kode':'x','label':'X','tipe':'teks','aturan':'nama_baru'}", 24,
         u"aturan of a kolom"_s},
        {25, "{'jenis':'keluaran','dokumen':'skck','penyerahan':'email'}", 25,
         u"no dokumen skck"_s},
        {25, "{'jenis':'keluaran','dokumen':'akta','penyerahan':'pos'}", 25, u"penyerahan"_s},
        {25, "{'jenis':'keluaran','dokumen':'akta','penyerahan':'ambil'}", 25, u"goes by email"_s},
        {25, "{'jenis':'keluaran','dokumen':'akta','penyerahan':'email','bila':'B','tanya':'T?'}",
         25, u"main dokumen"_s},
        {26, "{'jenis':'keluaran','dokumen':'kia','penyerahan':'email'}", 26, u"is collected"_s},
        {26, "{'jenis':'keluaran','dokumen':'kia','penyerahan':'ambil','bila':'B'}", 26,
         u"go together"_s},
        {26, "{'jenis':'keluaran','dokumen':'akta','penyerahan':'email'}", 26, u"twice"_s},
        {27, "{'jenis':'batas_lapor','hari':0,'dasar':'UU'}", 27, u"less than 1"_s},
        {27, "{'jenis':'batas_lapor','hari':6,'dasar':'UU','sejak':'sebab'}", 27,
         u"tipe tanggal"_s},
        {28, "{'jenis':'batas_lapor','hari':6,'dasar':'UU'}", 28, u"twice"_s},
        {28, "{'jenis':'batas_usia','orang':'ayah','mulai':5}", 28, u"\"ayah\""_s},
        {28, "{'jenis':'batas_usia'}", 28, u"no limit"_s},
        {28, "{'jenis':'batas_usia','mulai':17,'sebelum':5}", 28, u"below"_s},
        {28, "{'jenis':'batas_usia','mulai':17,'kecuali_isian':'sebab','kecuali_pilihan':'x'}", 28,
         u"kecuali_pilihan"_s},
        {29, "{'jenis':'batas_usia','mulai':5}", 29, u"twice"_s},
        {29, "{'jenis':'catatan','teks':'T','untuk':'warga'}", 29, u"untuk"_s},
    })));
}

TEST_CASE("A layanan without fields or dokumen is refused at its own line", "[katalog]")
{
    const QList<QByteArray> head = soundLines().first(14);
    const auto without = [&](const QByteArray &line) {
        return KatalogLayanan::parse(joined(head + QList{line})).error().detail;
    };
    CHECK(without(soundLines().at(24)) == u"line 13: layanan akta has no isian");
    CHECK(without(soundLines().at(21)) == u"line 13: layanan akta has no keluaran");
}

TEST_CASE("A catalogue without services, or too large, is refused", "[katalog]")
{
    const auto headOnly = KatalogLayanan::parse(joined(soundLines().first(10)));
    REQUIRE_FALSE(headOnly);
    CHECK(headOnly.error().detail.contains(u"without a layanan"));
    CHECK_FALSE(KatalogLayanan::parse(QByteArrayView()));
    const auto large = KatalogLayanan::parse(QByteArray(MaxKatalogSize + 1, ' '));
    REQUIRE_FALSE(large);
    CHECK(large.error().code == ErrorCode::TooLarge);
    const auto longLine = KatalogLayanan::parse(withLine(5, QByteArray(20000, 'x')));
    REQUIRE_FALSE(longLine);
    CHECK(longLine.error().detail.startsWith(u"line 5: "));
}

TEST_CASE("Every line cut short at any byte is refused at that line or read whole", "[katalog]")
{
    // A torn file must not crash the reader nor pass with half a line.
    const QByteArray whole = joined(soundLines());
    int passed = 0;
    for (qsizetype size = 0; size < whole.size() - 2; ++size) {
        const auto katalog = KatalogLayanan::parse(QByteArrayView(whole).first(size));
        const bool isLineEnd = whole.at(size) == '\n' || (size > 0 && whole.at(size - 1) == '\n');
        if (katalog && !isLineEnd)
            ++passed;
    }
    CHECK(passed == 0);
}
