#include "server/portal/UploadWords.h"

#include "server/portal/DraftStore.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString wordTooLarge(const QString &detail)
{
    if (detail == u"pixels")
        return u"Gambar ini terlalu besar: lebih dari 40 megapiksel. Perkecil gambarnya atau foto "
               "ulang, lalu unggah kembali."_s;
    if (detail == u"berkas")
        return u"Paling banyak %1 berkas untuk satu persyaratan. Hapus satu dahulu, atau gabungkan "
               "halaman-halamannya menjadi satu PDF."_s.arg(MaxBerkasPerRequirement);
    if (detail == u"draft")
        return u"Jumlah semua berkas melebihi %1 MB. Kecilkan atau pindai ulang dengan mutu yang "
               "lebih rendah."_s.arg(MaxDraftSize / (1024 * 1024));
    return u"Berkas ini lebih dari 10 MB. Kecilkan atau pindai ulang, lalu unggah kembali."_s;
}

} // namespace

QString wordUploadError(const Error &error)
{
    switch (error.code) {
    case ErrorCode::TooLarge: return wordTooLarge(error.detail);
    case ErrorCode::Malformed:
        return u"Berkas ini rusak atau tidak utuh sehingga tidak dapat dibuka. Pindai atau foto "
               "ulang, lalu unggah kembali."_s;
    case ErrorCode::Unsupported:
        return error.detail == u"encrypted"
            ? u"PDF ini terkunci dengan kata sandi. Simpan ulang tanpa kata sandi, lalu unggah "
              "kembali."_s
            : u"Jenis berkas ini tidak diterima. Unggah berkas PDF, JPG, atau PNG."_s;
    default: break;
    }
    return u"Berkas ini belum dapat disimpan karena gangguan pada sistem kami. Coba unggah kembali "
           "beberapa saat lagi."_s;
}

} // namespace sipenduduk
