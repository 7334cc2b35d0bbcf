#include "tests/documents/Samples.h"

#include "common/TabelIsian.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sipenduduk::samples {

namespace {

DraftInput basic(const QString &output, const QString &number, const QString &layanan)
{
    DraftInput input;
    input.output = output;
    input.documentNumber = number;
    input.documentKey = u"dokumen/4711/"_s + output;
    input.issueDate = QDate(2026, 11, 22);
    input.layananName = layanan;
    input.office = office();
    return input;
}

void add(DraftInput &input, const QString &code, const QString &label, const QString &value,
         const QList<Pilihan> &choices = {})
{
    input.isian.append(field(code, label, choices));
    input.fields.insert(code, value);
}

QList<Pilihan> sexes()
{
    return {{u"L"_s, u"Laki-laki"_s, {}}, {u"P"_s, u"Perempuan"_s, {}}};
}

QList<Pilihan> relations()
{
    return {{u"1"_s, u"Kepala Keluarga"_s, {}},
            {u"3"_s, u"Istri"_s, {}},
            {u"4"_s, u"Anak"_s, {}},
            {u"9"_s, u"Famili"_s, {}}};
}

Kolom column(const QString &code, const QString &label, const QList<Pilihan> &choices = {})
{
    Kolom kolom;
    kolom.code = code;
    kolom.label = label;
    kolom.type = choices.isEmpty() ? IsianType::Text : IsianType::Choice;
    kolom.choices = choices;
    return kolom;
}

Isian memberTable()
{
    Isian table = field(u"anggota"_s, u"Daftar anggota keluarga"_s);
    table.type = IsianType::LongText;
    const QList<Pilihan> faith{{u"1"_s, u"Islam"_s, {}}, {u"2"_s, u"Kristen"_s, {}}};
    const QList<Pilihan> married{{u"1"_s, u"Belum Kawin"_s, {}}, {u"2"_s, u"Kawin Tercatat"_s, {}}};
    const QList<Pilihan> school{{u"5"_s, u"SLTA/SMA/Sederajat"_s, {}},
                                {u"7"_s, u"Akademi/Diploma III/Sarjana Muda"_s, {}}};
    table.columns = {column(u"nik"_s, u"NIK"_s),
                     column(u"nama"_s, u"Nama lengkap"_s),
                     column(u"shdk"_s, u"SHDK"_s, relations()),
                     column(u"jk"_s, u"Jenis kelamin"_s, sexes()),
                     column(u"tempat_lahir"_s, u"Tempat lahir"_s),
                     column(u"tgl_lahir"_s, u"Tanggal lahir"_s),
                     column(u"agama"_s, u"Agama"_s, faith),
                     column(u"pendidikan"_s, u"Pendidikan"_s, school),
                     column(u"pekerjaan"_s, u"Jenis pekerjaan"_s),
                     column(u"golongan_darah"_s, u"Golongan darah"_s),
                     column(u"status_perkawinan"_s, u"Status perkawinan"_s, married),
                     column(u"tgl_perkawinan"_s, u"Tanggal perkawinan"_s),
                     column(u"kewarganegaraan"_s, u"Kewarganegaraan"_s),
                     column(u"ayah"_s, u"Nama ayah"_s),
                     column(u"ibu"_s, u"Nama ibu"_s)};
    return table;
}

BarisIsian member(int index)
{
    const bool isParent = index < 2;
    return {{u"nik"_s, u"14710%1"_s.arg(10101990000 + index)},
            {u"nama"_s,
             index == 0       ? u"Budi Santoso"_s
                 : index == 1 ? u"Siti Rahmawati"_s
                              : u"Anak Nomor %1"_s.arg(index - 1)},
            {u"shdk"_s,
             index == 0       ? u"1"_s
                 : index == 1 ? u"3"_s
                              : u"4"_s},
            {u"jk"_s, index % 2 == 0 ? u"L"_s : u"P"_s},
            {u"tempat_lahir"_s, u"Pekanbaru"_s},
            {u"tgl_lahir"_s, u"%1-03-15"_s.arg(isParent ? 1990 + index : 2008 + index)},
            {u"agama"_s, u"1"_s},
            {u"pendidikan"_s, isParent ? u"7"_s : u"5"_s},
            {u"pekerjaan"_s, isParent ? u"Karyawan Swasta"_s : u"Pelajar/Mahasiswa"_s},
            {u"golongan_darah"_s, u"O"_s},
            {u"status_perkawinan"_s, isParent ? u"2"_s : u"1"_s},
            {u"tgl_perkawinan"_s, isParent ? u"2012-06-17"_s : QString()},
            {u"kewarganegaraan"_s, u"WNI"_s},
            {u"ayah"_s, isParent ? u"Ahmad Dahlan"_s : u"Budi Santoso"_s},
            {u"ibu"_s, isParent ? u"Nurhayati"_s : u"Siti Rahmawati"_s}};
}

QDateTime utc(int hour, int minute, int second)
{
    return QDateTime(QDate(2026, 11, 22), QTime(hour, minute, second), QTimeZone::UTC);
}

} // namespace

OfficeSettings office()
{
    OfficeSettings settings;
    settings.pemerintah = u"Pemerintah Kota Pekanbaru"_s;
    settings.dinas = u"Dinas Kependudukan dan Pencatatan Sipil"_s;
    settings.alamat = u"Kompleks Perkantoran Tenayan Raya, Pekanbaru 28285\n"
                      "Laman: disdukcapil.pekanbaru.go.id"_s;
    settings.kota = u"Pekanbaru"_s;
    settings.kabKota = u"Kota Pekanbaru"_s;
    settings.provinsi = u"Riau"_s;
    settings.pengaduan = u"Loket Informasi; pengaduan@disdukcapil.example"_s;
    return settings;
}

Isian field(const QString &code, const QString &label, const QList<Pilihan> &choices)
{
    Isian isian;
    isian.code = code;
    isian.label = label;
    isian.type = choices.isEmpty() ? IsianType::Text : IsianType::Choice;
    isian.choices = choices;
    return isian;
}

DraftInput birth()
{
    DraftInput input =
        basic(u"akta-kelahiran"_s, u"1471-LU-22112026-0001"_s, u"Pencatatan Kelahiran"_s);
    add(input, u"pelapor_nama"_s, u"Nama pelapor"_s, u"Budi Santoso"_s);
    add(input, u"ayah_nama"_s, u"Nama ayah"_s, u"Budi Santoso"_s);
    add(input, u"ayah_nik"_s, u"NIK ayah"_s, u"1471010101900001"_s);
    add(input, u"ibu_nama"_s, u"Nama ibu"_s, u"Siti Rahmawati"_s);
    add(input, u"ibu_nik"_s, u"NIK ibu"_s, u"1471015503910002"_s);
    add(input, u"saksi1_nama"_s, u"Nama saksi I"_s, u"Rudi Hartono"_s);
    add(input, u"anak_nama"_s, u"Nama anak"_s, u"Alya Putri Santoso"_s);
    add(input, u"anak_nik"_s, u"NIK anak"_s, u"1471015511260003"_s);
    add(input, u"anak_nokk"_s, u"Nomor KK tempat didaftarkan"_s, u"1471012006120004"_s);
    add(input, u"anak_jk"_s, u"Jenis kelamin"_s, u"P"_s, sexes());
    add(input, u"tempat_kelahiran"_s, u"Tempat kelahiran"_s, u"Pekanbaru"_s);
    add(input, u"tgl_lahir"_s, u"Tanggal lahir"_s, u"2026-11-15"_s);
    add(input, u"kelahiran_ke"_s, u"Kelahiran ke-"_s, u"2"_s);
    add(input, u"status_ortu"_s, u"Keadaan perkawinan orang tua"_s, u"tercatat"_s,
        {{u"tercatat"_s, u"Perkawinan tercatat"_s, {}},
         {u"belum_tercatat"_s, u"Perkawinan belum tercatat (SPTJM)"_s, {}},
         {u"ibu"_s, u"Anak seorang ibu"_s, {}},
         {u"tidak_diketahui"_s, u"Orang tua tidak diketahui"_s, {}}});
    return input;
}

DraftInput family(int members)
{
    DraftInput input =
        basic(u"kk"_s, u"1471012006120004"_s, u"KK Baru karena Membentuk Keluarga Baru"_s);
    add(input, u"kepala_nama"_s, u"Nama kepala keluarga"_s, u"Budi Santoso"_s);
    add(input, u"kk_alamat"_s, u"Alamat KK"_s, u"Jl. Melati Gang Kenanga No. 12"_s);
    add(input, u"kk_rt"_s, u"RT KK"_s, u"3"_s);
    add(input, u"kk_rw"_s, u"RW KK"_s, u"11"_s);
    add(input, u"kk_kelurahan"_s, u"Desa/Kelurahan KK"_s, u"Kampung Tengah"_s);
    add(input, u"kk_kecamatan"_s, u"Kecamatan KK"_s, u"Sukajadi"_s);
    add(input, u"kk_kodepos"_s, u"Kode pos KK"_s, u"28128"_s);
    input.isian.append(memberTable());
    QList<BarisIsian> rows;
    for (int i = 0; i < members; ++i)
        rows.append(member(i));
    input.fields.insert(u"anggota"_s, writeTabel(rows));
    return input;
}

DraftInput moving()
{
    DraftInput input = basic(u"skpwni"_s, u"SKPWNI/1471/22112026/0007"_s,
                             u"Surat Keterangan Pindah WNI (SKPWNI)"_s);
    add(input, u"nokk_asal"_s, u"Nomor KK asal"_s, u"1471012006120004"_s);
    add(input, u"pemohon_nama"_s, u"Nama lengkap pemohon"_s, u"Budi Santoso"_s);
    add(input, u"pemohon_nik"_s, u"NIK pemohon"_s, u"1471010101900001"_s);
    for (const QString &side : {u"asal"_s, u"tujuan"_s}) {
        const bool isOrigin = side == u"asal"_s;
        add(input, side + u"_alamat"_s, u"Alamat"_s,
            isOrigin ? u"Jl. Melati Gang Kenanga No. 12"_s : u"Jl. Sudirman No. 8"_s);
        add(input, side + u"_rt"_s, u"RT"_s, isOrigin ? u"3"_s : u"1"_s);
        add(input, side + u"_rw"_s, u"RW"_s, isOrigin ? u"11"_s : u"2"_s);
        add(input, side + u"_kelurahan"_s, u"Desa/Kelurahan"_s,
            isOrigin ? u"Kampung Tengah"_s : u"Teluk Tering"_s);
        add(input, side + u"_kecamatan"_s, u"Kecamatan"_s,
            isOrigin ? u"Sukajadi"_s : u"Batam Kota"_s);
        add(input, side + u"_kabkota"_s, u"Kabupaten/Kota"_s,
            isOrigin ? u"Kota Pekanbaru"_s : u"Kota Batam"_s);
        add(input, side + u"_provinsi"_s, u"Provinsi"_s,
            isOrigin ? u"Riau"_s : u"Kepulauan Riau"_s);
        add(input, side + u"_kodepos"_s, u"Kode pos"_s, isOrigin ? u"28128"_s : u"29431"_s);
    }
    add(input, u"klasifikasi"_s, u"Klasifikasi kepindahan"_s, u"5"_s,
        {{u"5"_s, u"Antar provinsi"_s, {}}});
    add(input, u"alasan"_s, u"Alasan pindah"_s, u"1"_s, {{u"1"_s, u"Pekerjaan"_s, {}}});
    add(input, u"jenis"_s, u"Jenis kepindahan"_s, u"2"_s,
        {{u"2"_s, u"Kepala Keluarga dan seluruh anggota keluarga"_s, {}}});
    add(input, u"status_pindah"_s, u"Anggota keluarga yang pindah"_s, u"baru"_s,
        {{u"baru"_s, u"Membuat KK Baru"_s, {}}});
    add(input, u"rencana_tgl"_s, u"Rencana tanggal pindah"_s, u"2026-12-01"_s);
    Isian table = field(u"anggota_pindah"_s, u"Daftar anggota keluarga yang pindah"_s);
    table.columns = {column(u"nik"_s, u"NIK"_s), column(u"nama"_s, u"Nama"_s),
                     column(u"shdk"_s, u"SHDK"_s, relations())};
    input.isian.append(table);
    QList<BarisIsian> rows;
    for (int i = 0; i < 4; ++i) {
        const BarisIsian full = member(i);
        rows.append({{u"nik"_s, full.value(u"nik"_s)},
                     {u"nama"_s, full.value(u"nama"_s)},
                     {u"shdk"_s, full.value(u"shdk"_s)}});
    }
    input.fields.insert(u"anggota_pindah"_s, writeTabel(rows));
    return input;
}

DraftInput childCard()
{
    DraftInput input = birth();
    input.output = u"kia"_s;
    input.documentNumber = u"KIA/1471/22112026/0002"_s;
    return input;
}

DraftInput stillbirth()
{
    DraftInput input =
        basic(u"sk-lahir-mati"_s, u"1471-LM-22112026-0001"_s, u"Pencatatan Lahir Mati"_s);
    add(input, u"pelapor_nama"_s, u"Nama pelapor"_s, u"Budi Santoso"_s);
    add(input, u"ayah_nama"_s, u"Nama ayah"_s, u"Budi Santoso"_s);
    add(input, u"ibu_nama"_s, u"Nama ibu"_s, u"Siti Rahmawati"_s);
    add(input, u"lama_kandungan"_s, u"Lama dalam kandungan (bulan)"_s, u"8"_s);
    add(input, u"anak_jk"_s, u"Jenis kelamin"_s, u"L"_s, sexes());
    add(input, u"tgl_lahir_mati"_s, u"Tanggal lahir mati"_s, u"2026-11-10"_s);
    add(input, u"tempat_kelahiran"_s, u"Tempat kelahiran (kabupaten/kota)"_s, u"Pekanbaru"_s);
    add(input, u"sebab"_s, u"Sebab lahir mati"_s, u"Tidak dicetak"_s);
    return input;
}

DraftInput death()
{
    DraftInput input =
        basic(u"akta-kematian"_s, u"1471-KM-22112026-0003"_s, u"Pencatatan Kematian"_s);
    add(input, u"almarhum_nama"_s, u"Nama yang meninggal"_s, u"Ahmad Dahlan"_s);
    add(input, u"almarhum_nik"_s, u"NIK yang meninggal"_s, u"1471010101500009"_s);
    add(input, u"tgl_kematian"_s, u"Tanggal kematian"_s, u"2026-11-20"_s);
    add(input, u"tempat_kematian"_s, u"Tempat kematian"_s, u"Pekanbaru"_s);
    add(input, u"sebab"_s, u"Sebab kematian"_s, u"1"_s, {{u"1"_s, u"Sakit biasa/tua"_s, {}}});
    add(input, u"ayah_nama"_s, u"Nama ayah"_s, u"Muhammad Yusuf"_s);
    add(input, u"ibu_nama"_s, u"Nama ibu"_s, u"Aminah"_s);
    return input;
}

DraftInput forOutput(const QString &output)
{
    for (const DraftInput &sample :
         {birth(), family(4), moving(), childCard(), stillbirth(), death()}) {
        if (sample.output == output)
            return sample;
    }
    DraftInput input = basic(output, u"470/%1/2026/0001"_s.arg(output), u"Layanan contoh"_s);
    add(input, u"nama"_s, u"Nama lengkap"_s, u"Budi Santoso"_s);
    add(input, u"jk"_s, u"Jenis kelamin"_s, u"L"_s, sexes());
    add(input, u"tempat_lahir"_s, u"Tempat lahir"_s, u"Pekanbaru"_s);
    add(input, u"tgl_lahir"_s, u"Tanggal lahir"_s, u"1990-03-15"_s);
    add(input, u"keterangan"_s, u"Keterangan"_s, u"Baris pertama.\nBaris kedua."_s);
    return input;
}

KartuKendaliPaperInput kartuKendali()
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

ResiPaperInput resi()
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

} // namespace sipenduduk::samples
