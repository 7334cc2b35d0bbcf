#include "server/portal/FindingWords.h"

#include "common/Layanan.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct FindingSentence
{
    FindingCode code;
    QStringView text; ///< %1, %2: the parameters
};

using enum FindingCode;

constexpr std::array FindingSentences{
    FindingSentence{NikLength, u"NIK harus tepat 16 angka; yang diisi %1."},
    FindingSentence{NikNotDigits, u"NIK hanya boleh berisi angka."},
    FindingSentence{NikDay,
                    u"NIK ini salah ketik: angka ke-7 dan ke-8 bukan tanggal lahir yang "
                    u"mungkin. Cocokkan dengan KTP-el atau KK."},
    FindingSentence{NikMonth,
                    u"NIK ini salah ketik: angka ke-9 dan ke-10 bukan bulan lahir yang "
                    u"mungkin. Cocokkan dengan KTP-el atau KK."},
    FindingSentence{NikImpossibleDate,
                    u"NIK ini salah ketik: tanggal lahir di dalamnya tidak ada "
                    u"dalam kalender. Cocokkan dengan KTP-el atau KK."},
    FindingSentence{NikSequenceZero,
                    u"NIK ini salah ketik: empat angka terakhir tidak mungkin "
                    u"0000. Cocokkan dengan KTP-el atau KK."},
    FindingSentence{NikDuplicate,
                    u"NIK ini sama dengan isian “%1”. Dua orang yang berbeda tidak "
                    u"mungkin memiliki NIK yang sama."},
    FindingSentence{NikBirthDateMismatch,
                    u"Tanggal lahir di dalam NIK berbeda dengan yang diisi "
                    u"pada “%1”. Periksa keduanya; bila memang demikian, "
                    u"petugas akan memeriksanya."},
    FindingSentence{NikSexMismatch,
                    u"Jenis kelamin menurut NIK berbeda dengan yang diisi. Periksa "
                    u"kembali."},
    FindingSentence{NikOutsideCity,
                    u"NIK ini pertama kali terdaftar di luar Pekanbaru. Ini wajar "
                    u"bagi warga pindahan; periksa saja apakah sudah benar."},
    FindingSentence{NikUnknownKecamatan,
                    u"Kode kecamatan di dalam NIK ini tidak dikenal. Periksa "
                    u"apakah sudah benar."},
    FindingSentence{NikPlaceholderDate,
                    u"Tanggal lahir di dalam NIK ini tampaknya tanggal "
                    u"pengganti. Periksa apakah NIK sudah benar."},
    FindingSentence{NikCenturyUnknown,
                    u"Tahun lahir di dalam NIK ini dapat dibaca dengan dua "
                    u"cara. Isi tanggal lahir bila diketahui."},
    FindingSentence{KkLength, u"Nomor KK harus tepat 16 angka; yang diisi %1."},
    FindingSentence{KkNotDigits, u"Nomor KK hanya boleh berisi angka."},
    FindingSentence{KkSameAsNik,
                    u"Nomor KK sama dengan NIK pada “%1”. Nomor KK tertulis di bagian "
                    u"atas Kartu Keluarga."},
    FindingSentence{KkOutsideCity,
                    u"Nomor KK ini diterbitkan di luar Pekanbaru. Periksa apakah "
                    u"sudah benar."},
    FindingSentence{KkUnknownKecamatan,
                    u"Kode kecamatan di dalam nomor KK ini tidak dikenal. "
                    u"Periksa apakah sudah benar."},
    FindingSentence{KkImpossibleDate,
                    u"Tanggal di dalam nomor KK ini tidak ada dalam kalender. "
                    u"Periksa apakah sudah benar."},
    FindingSentence{KkFutureDate,
                    u"Tanggal di dalam nomor KK ini belum terjadi. Periksa apakah "
                    u"sudah benar."},
    FindingSentence{NameMissing, u"Nama wajib diisi."},
    FindingSentence{NameTooLong, u"Nama paling panjang %1 huruf, termasuk spasi."},
    FindingSentence{NameOneWord, u"Nama harus terdiri atas sedikitnya dua kata."},
    FindingSentence{NameNotLatin, u"Nama ditulis dengan huruf Latin."},
    FindingSentence{NameDigit, u"Nama tidak boleh memuat angka."},
    FindingSentence{NameSymbol, u"Nama tidak boleh memuat tanda “%1”."},
    FindingSentence{NameAbbreviation,
                    u"Nama tampaknya memuat singkatan. Tulis lengkap bila memang "
                    u"demikian tertulis pada dokumen."},
    FindingSentence{NameTitle, u"Nama tampaknya memuat gelar. Gelar tidak ditulis di dalam nama."},
    FindingSentence{FieldMissing, u"Isian ini wajib diisi."},
    FindingSentence{FieldUnknown, u"Isian ini tidak dikenal oleh layanan."},
    FindingSentence{FieldTooLong, u"Isian terlalu panjang; paling banyak %1 huruf."},
    FindingSentence{FieldControlCharacter,
                    u"Isian memuat tanda yang tidak terlihat. Hapus isian "
                    u"ini, lalu ketik ulang."},
    FindingSentence{DateMalformed,
                    u"Tanggal ini tidak ada. Isi hari, bulan, dan tahun, misalnya "
                    u"17-08-1990."},
    FindingSentence{TimeMalformed, u"Isi jam dan menit, misalnya 07.15."},
    FindingSentence{NumberMalformed, u"Isi dengan angka saja, misalnya 3 atau 3,2."},
    FindingSentence{ChoiceUnknown, u"Pilih salah satu dari daftar."},
    FindingSentence{TableMalformed, u"Daftar ini tidak dapat dibaca. Isi kembali barisnya."},
    FindingSentence{TableTooManyRows, u"Daftar ini paling banyak %1 baris."},
    FindingSentence{ColumnUnknown, u"Kolom ini tidak dikenal oleh layanan."},
    FindingSentence{BirthDateInFuture, u"Tanggal lahir ini belum terjadi. Periksa tahunnya."},
    FindingSentence{AgeTooHigh,
                    u"Menurut tanggal lahir, usianya %1 tahun; layanan ini untuk usia "
                    u"di bawah %2 tahun. Petugas akan memeriksanya."},
    FindingSentence{AgeTooLow,
                    u"Menurut tanggal lahir, usianya %1 tahun; layanan ini untuk usia "
                    u"%2 tahun ke atas. Petugas akan memeriksanya."},
    FindingSentence{ReporterTooYoung,
                    u"Pelapor sebaiknya berusia 17 tahun atau lebih. Petugas "
                    u"akan memeriksanya."},
    FindingSentence{ReportedLate,
                    u"Peristiwa ini dilaporkan %1 hari setelah terjadi, melewati "
                    u"batas %2 hari. Permohonan tetap diproses dan tetap gratis, "
                    u"tanpa denda."},
    FindingSentence{EventInFuture, u"Tanggal peristiwa ini belum terjadi. Periksa kembali."},
    FindingSentence{OpenRequest, u"Orang ini masih memiliki permohonan yang sama, nomor %1."},
};

/// Codes whose first parameter is a field: a citizen knows its label, not its code.
bool speaksOfField(FindingCode code)
{
    return code == NikDuplicate || code == NikBirthDateMismatch || code == KkSameAsNik;
}

/// `code` may be that of a field, or of a column of some table.
QString labelOf(const QString &code, const Layanan *layanan)
{
    if (!layanan)
        return code;
    if (const Isian *field = layanan->field(code))
        return field->label;
    for (const Isian &field : layanan->fields) {
        const auto column = std::ranges::find(field.columns, code, &Kolom::code);
        if (column != field.columns.cend())
            return column->label;
    }
    return code;
}

} // namespace

QString wordFinding(const Finding &finding, const Layanan *layanan)
{
    const auto *sentence =
        std::ranges::find(FindingSentences, finding.code, &FindingSentence::code);
    if (sentence == FindingSentences.end())
        return u"Periksa kembali isian ini."_s;
    QString text = sentence->text.toString();
    for (qsizetype i = 0; i < finding.parameters.size() && i < 2; ++i) {
        const QString &given = finding.parameters[i];
        const QString shown =
            i == 0 && speaksOfField(finding.code) ? labelOf(given, layanan) : given;
        text.replace(u"%%1"_s.arg(i + 1), shown);
    }
    return text;
}

} // namespace sipenduduk
