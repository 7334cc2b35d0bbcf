#include "server/portal/StatusWords.h"

#include <QJsonObject>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct StateSentence
{
    QStringView title;
    QStringView text;
    Tone tone;
    int stepsDone; ///< of Steps; the next one is going on. -1: there is no way on
};

constexpr std::array<QStringView, 8> Steps{
    u"Permohonan dikirim", u"Didaftarkan petugas",
    u"Berkas diperiksa",   u"Data dimasukkan dan resi terbit",
    u"Diperiksa pejabat",  u"Ditandatangani secara elektronik",
    u"Dokumen diserahkan", u"Dokumen Anda terima",
};

constexpr StateSentence CheckedByOfficials{
    u"Sedang diperiksa pejabat",
    u"Rancangan dokumen Anda sedang diperiksa. Anda tidak perlu melakukan apa pun.", Tone::Waiting,
    4};

constexpr StateSentence sentenceOf(Status status)
{
    switch (status) {
    case Status::Baru:
        return {u"Belum dikirim", u"Permohonan ini belum Anda kirim.", Tone::Attention, 0};
    case Status::Diajukan:
        return {u"Menunggu petugas",
                u"Permohonan sudah kami terima dan menunggu giliran didaftarkan petugas.",
                Tone::Waiting, 1};
    case Status::Diregistrasi:
        return {u"Berkas sedang diperiksa", u"Petugas sedang memeriksa berkas yang Anda unggah.",
                Tone::Waiting, 2};
    case Status::Diverifikasi:
        return {u"Berkas lengkap", u"Berkas dinyatakan lengkap. Petugas sedang memasukkan data.",
                Tone::Waiting, 3};
    case Status::Dientri:
        return {u"Data sudah dimasukkan",
                u"Resi sudah terbit. Rancangan dokumen sedang disiapkan untuk diperiksa pejabat.",
                Tone::Waiting, 4};
    case Status::DiKasi:
    case Status::DiKabid:
    case Status::DiEditor:
    case Status::DikembalikanKeKasi:
    case Status::DikembalikanKeKabid: return CheckedByOfficials;
    case Status::DiKadin:
        return {u"Menunggu tanda tangan",
                u"Dokumen Anda menunggu tanda tangan elektronik Kepala Dinas.", Tone::Waiting, 5};
    case Status::Ditandatangani:
        return {u"Sudah ditandatangani", u"Dokumen sudah ditandatangani dan sedang diserahkan.",
                Tone::Good, 6};
    case Status::Terkirim:
        return {u"Dokumen sudah dikirim",
                u"Dokumen sudah dikirim ke alamat email Anda. Unduh dan simpan berkas PDF-nya.",
                Tone::Good, 7};
    case Status::Diterima:
        return {u"Selesai", u"Dokumen sudah Anda terima. Simpan berkas PDF-nya baik-baik.",
                Tone::Good, 8};
    case Status::SiapDiambil:
        return {u"Siap diambil",
                u"Kartu atau dokumen Anda sudah jadi. Silakan ambil di kantor dengan membawa "
                u"identitas dan nomor permohonan.",
                Tone::Good, 7};
    case Status::Diambil: return {u"Selesai", u"Kartu atau dokumen sudah diambil.", Tone::Good, 8};
    case Status::DikembalikanKePemohon:
        return {u"Perlu Anda perbaiki",
                u"Petugas meminta perbaikan. Masuk ke akun Anda untuk melihat apa saja yang perlu "
                u"diperbaiki, lalu kirim kembali. Urutan antrean Anda tetap.",
                Tone::Attention, 1};
    case Status::Ditolak:
        return {u"Tidak dapat diproses",
                u"Permohonan ini ditolak. Alasannya sudah dikirim ke alamat email pemohon.",
                Tone::Ended, -1};
    case Status::GagalKirim:
        return {u"Email tidak sampai",
                u"Dokumen sudah ditandatangani, tetapi emailnya tidak sampai. Hubungi kantor untuk "
                u"memperbaiki alamat email, atau ambil cetakannya di kantor.",
                Tone::Attention, 6};
    case Status::DibatalkanPemohon:
        return {u"Dibatalkan", u"Permohonan ini dibatalkan oleh pemohon.", Tone::Ended, -1};
    }
    std::unreachable();
}

} // namespace

StatusWords wordStatus(Status status)
{
    const StateSentence sentence = sentenceOf(status);
    return {sentence.title.toString(), sentence.text.toString(), sentence.tone};
}

QJsonArray statusSteps(Status status)
{
    const int done = sentenceOf(status).stepsDone;
    QJsonArray steps;
    if (done < 0)
        return steps;
    for (int i = 0; i < int(Steps.size()); ++i)
        steps.append(QJsonObject{{u"nama"_s, Steps[size_t(i)].toString()},
                                 {u"selesai"_s, i < done},
                                 {u"kini"_s, i == done}});
    return steps;
}

QString wordDelivery(const Dokumen &dokumen)
{
    const bool isMail = dokumen.delivery == Delivery::Mail;
    switch (dokumen.status) {
    case Status::Ditandatangani:
        return isMail ? u"Sudah ditandatangani, sedang dikirim"_s
                      : u"Disetujui, kartu sedang dicetak"_s;
    case Status::Terkirim: return u"Sudah dikirim ke email Anda"_s;
    case Status::Diterima: return u"Sudah Anda terima"_s;
    case Status::SiapDiambil: return u"Siap diambil di kantor"_s;
    case Status::Diambil: return u"Sudah diambil"_s;
    case Status::GagalKirim: return u"Email tidak sampai; hubungi kantor"_s;
    default: break;
    }
    return isMail ? u"Akan dikirim ke email Anda"_s : u"Akan diambil di kantor"_s;
}

QString wordVerdict(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Pending: return u"menunggu diperiksa"_s;
    case Verdict::Ok: return u"diterima"_s;
    case Verdict::Unreadable: return u"tidak terbaca"_s;
    case Verdict::OtherPerson: return u"milik orang lain"_s;
    case Verdict::OutOfDate: return u"sudah tidak berlaku"_s;
    case Verdict::Incomplete: return u"kurang lengkap"_s;
    case Verdict::NotMatching: return u"tidak sesuai dengan data"_s;
    case Verdict::Missing: return u"belum diunggah"_s;
    }
    std::unreachable();
}

QString toneClass(Tone tone)
{
    switch (tone) {
    case Tone::Waiting: return u"proses"_s;
    case Tone::Good: return u"baik"_s;
    case Tone::Attention: return u"perhatian"_s;
    case Tone::Ended: return u"akhir"_s;
    }
    std::unreachable();
}

} // namespace sipenduduk
