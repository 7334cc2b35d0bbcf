#include "tests/app/SamplePermohonan.h"

#include "tests/app/PermohonanOffice.h"
#include "tests/app/SampleFiles.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

Berkas upload(PermohonanOffice &office, int id, const QString &requirement, const QString &fileName,
              const QByteArray &bytes, Verdict verdict)
{
    return {.id = BerkasId(id),
            .requirement = requirement,
            .fileName = fileName,
            .mediaType = bytes.startsWith("%PDF") ? u"application/pdf"_s : u"image/jpeg"_s,
            .size = bytes.size(),
            .sha256 = office.addBlob(bytes),
            .uploadedAt = QDateTime::currentDateTimeUtc().addSecs(-3600),
            .verdict = verdict,
            .solution = {}};
}

Dokumen dokumen(PermohonanOffice &office, int id, const QString &output, Delivery delivery,
                Status status, const QString &title, int pages)
{
    const QByteArray bytes = samplePdf(title,
                                       {u"Nomor: 1471-LU-23112026-0007"_s,
                                        {},
                                        u"bahwa di Pekanbaru pada tanggal satu November tahun "
                                        "dua ribu dua puluh enam telah lahir"_s,
                                        {},
                                        u"PUTRI AYU LESTARI"_s,
                                        {},
                                        u"anak kesatu, perempuan, dari ayah BUDI SANTOSO dan ibu "
                                        "SITI AMINAH"_s},
                                       pages);
    Dokumen made;
    made.id = DokumenId(id);
    made.output = output;
    made.delivery = delivery;
    made.status = status;
    made.number = u"1471-LU-23112026-000%1"_s.arg(id);
    made.issueDate = QDate(2026, 11, 23);
    made.draftVersion = 1;
    made.draftSha256 = office.addBlob(bytes);
    made.pageCount = pages;
    return made;
}

void addParafs(Permohonan &permohonan, Status status)
{
    for (Dokumen &made : permohonan.dokumenList) {
        const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-600);
        if (status == Status::DiKabid || status == Status::DiKadin)
            made.parafList.append({Role::Kasi, u"Dewi Lestari"_s, made.draftSha256, at});
        if (status == Status::DiKadin)
            made.parafList.append(
                {Role::Kabid, u"Hendra Gunawan"_s, made.draftSha256, at.addSecs(300)});
    }
}

void addKartuKendali(Permohonan &permohonan)
{
    QByteArray head = KartuKendali::chainStart(permohonan.row.number, permohonan.row.layanan);
    qint64 seq = 0;
    const auto add = [&](LineKind kind, Action action, Status status, Role duty,
                         const QString &officer, Role counterpart, int minutesAgo) {
        KartuKendaliLine line;
        line.kind = kind;
        line.action = int(action);
        line.status = status;
        line.duty = duty;
        line.officerId = officer.isEmpty() ? 0 : 7;
        line.officer = officer;
        line.counterpart = counterpart;
        line.at = QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo);
        KartuKendali::chain(line, seq, head);
        seq = line.seq;
        head = line.hash;
        permohonan.kartuKendali.append(line);
    };
    add(LineKind::Pengajuan, Action::Submit, Status::Diajukan, Role::Pemohon, {}, Role::Fo, 64);
    add(LineKind::Penerimaan, Action::Register, Status::Diregistrasi, Role::Fo, u"Rina Marlina"_s,
        Role::Pemohon, 12);
    add(LineKind::Pekerjaan, Action::Verify, Status::Diverifikasi, Role::Fo, u"Rina Marlina"_s,
        Role::None, 10);
    add(LineKind::Pekerjaan, Action::Enter, Status::Dientri, Role::Fo, u"Rina Marlina"_s,
        Role::None, 9);
    add(LineKind::Penyerahan, Action::HandToKasi, Status::DiKasi, Role::Fo, u"Rina Marlina"_s,
        Role::Kasi, 8);
}

} // namespace

const KatalogLayanan &katalog()
{
    static const KatalogLayanan loaded = [] {
        QFile file(u":/services/katalog.jsonl"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the catalogue is missing");
        auto parsed = KatalogLayanan::parse(file.readAll());
        if (!parsed)
            qFatal("the catalogue is broken: %s", qPrintable(parsed.error().detail));
        return std::move(*parsed);
    }();
    return loaded;
}

QMap<QString, QString> birthData()
{
    return {
        {u"pelapor_nama"_s, u"Budi Santoso"_s},
        {u"pelapor_nik"_s, u"1371010101800001"_s},
        {u"pelapor_kewarganegaraan"_s, u"WNI"_s},
        {u"ayah_nama"_s, u"Budi Santoso"_s},
        {u"ayah_nik"_s, u"1371010101800001"_s},
        {u"ibu_nama"_s, u"Siti Aminah"_s},
        {u"ibu_nik"_s, u"1471014202820002"_s},
        {u"saksi1_nama"_s, u"Andi Wijaya"_s},
        {u"saksi1_nik"_s, u"1471010303750003"_s},
        {u"saksi2_nama"_s, u"Rina Marlina"_s},
        {u"saksi2_nik"_s, u"1471014404760004"_s},
        {u"anak_nama"_s, u"Putri Ayu Lestari"_s},
        {u"anak_jk"_s, u"P"_s},
        {u"tempat_dilahirkan"_s, u"1"_s},
        {u"tempat_kelahiran"_s, u"Pekanbaru"_s},
        {u"tgl_lahir"_s, u"2026-11-01"_s},
        {u"pukul"_s, u"07:15"_s},
        {u"jenis_kelahiran"_s, u"1"_s},
        {u"kelahiran_ke"_s, u"1"_s},
        {u"penolong"_s, u"1"_s},
        {u"status_ortu"_s, u"tercatat"_s},
        {u"bukti_kawin_nomor"_s, u"123/45/VI/2005"_s},
    };
}

Permohonan birth(PermohonanOffice &office, Status status, Role holder)
{
    Permohonan made;
    made.row = {.id = PermohonanId(41),
                .number = u"PKU-2026-000041"_s,
                .layanan = u"akta-kelahiran"_s,
                .applicant = u"Budi Santoso"_s,
                .status = status,
                .holder = holder,
                .submittedAt = QDateTime::currentDateTimeUtc().addSecs(-3840),
                .stepSince = QDateTime::currentDateTimeUtc().addSecs(-40),
                .heldBy = {},
                .version = 7};
    made.email = u"budi@contoh.test"_s;
    made.phone = u"081200000000"_s;
    made.data = birthData();
    made.answers = {{u"syarat.kk"_s, true},
                    {u"keluaran.kk"_s, true},
                    {u"keluaran.kia"_s, true},
                    {u"syarat.dok-perjalanan"_s, false}};
    made.isReceivedByMe = status != Status::Diajukan;
    const bool isJudged = status != Status::Diajukan && status != Status::Diregistrasi;
    const Verdict verdict = isJudged ? Verdict::Ok : Verdict::Pending;
    made.isAnswersConfirmed = isJudged;
    made.berkasList = {
        upload(office, 1, u"ket-lahir"_s, u"surat-lahir.jpg"_s,
               sampleJpeg(u"SURAT KETERANGAN LAHIR\nSPESIMEN"_s), verdict),
        upload(office, 2, u"bukti-kawin"_s, u"buku-nikah.pdf"_s,
               samplePdf(u"KUTIPAN AKTA NIKAH\nSPESIMEN"_s, {u"Nomor 123/45/VI/2005"_s}, 2),
               verdict),
        upload(office, 3, u"kk"_s, u"kk.jpg"_s,
               sampleJpeg(u"KARTU KELUARGA\nSPESIMEN"_s, 1754, 1240), verdict)};
    const bool hasDrafts = status != Status::Diajukan && status != Status::Diregistrasi
        && status != Status::Diverifikasi;
    if (hasDrafts) {
        made.warningReason = u"Pelapor pindahan, sesuai KTP-el"_s;
        made.siakNumber = u"SIAK-1471-88231"_s;
        made.dokumenList = {
            dokumen(office, 1, u"akta-kelahiran"_s, Delivery::Mail, status,
                    u"KUTIPAN AKTA KELAHIRAN"_s, 1),
            dokumen(office, 2, u"kk"_s, Delivery::Mail, status, u"KARTU KELUARGA"_s, 2),
            dokumen(office, 3, u"kia"_s, Delivery::Pickup, status,
                    u"LEMBAR PERSETUJUAN CETAK KIA"_s, 1)};
        addParafs(made, status);
    }
    addKartuKendali(made);
    return made;
}

} // namespace sipenduduk::test
