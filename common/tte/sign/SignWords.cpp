#include "common/tte/sign/SignWords.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString absence(const Error &error)
{
    if (error.detail == "module"_L1)
        return u"Driver token (modul PKCS#11) tidak ditemukan."_s;
    if (error.detail == "token removed"_L1)
        return u"Token tidak terlihat. Pasang token lalu ulangi."_s;
    if (error.detail == "terminal"_L1 || error.detail == "pin"_L1)
        return u"PIN tidak dapat dibaca. Pakai --pin-fd bila tidak ada terminal."_s;
    return u"Berkas kunci tidak dapat dibaca."_s;
}

} // namespace

QString signProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongPin: return u"PIN salah."_s;
    case ErrorCode::Locked: return u"Token terkunci karena PIN terlalu sering salah."_s;
    case ErrorCode::NotFound: return absence(error);
    case ErrorCode::Incomplete: return u"Tidak ada kunci privat beserta sertifikatnya di sana."_s;
    case ErrorCode::Expired:
        return error.detail == "not yet valid"_L1 ? u"Sertifikat belum berlaku."_s
                                                  : u"Sertifikat sudah kedaluwarsa."_s;
    case ErrorCode::Forbidden: return u"Sertifikat ini bukan untuk tanda tangan."_s;
    case ErrorCode::Busy: return u"Token sedang dipakai, atau pengisian PIN dibatalkan."_s;
    case ErrorCode::TooLarge: return u"Terlalu besar: %1."_s.arg(error.detail);
    case ErrorCode::Malformed: return u"Berkas rusak atau bukan jenisnya: %1."_s.arg(error.detail);
    case ErrorCode::Unsupported: return u"Tidak didukung: %1."_s.arg(error.detail);
    default: return u"Gagal: %1."_s.arg(error.detail);
    }
}

QString stampProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Incomplete: return u"tidak ada alamat penanda waktu"_s;
    case ErrorCode::Network: return u"penanda waktu tidak menjawab"_s;
    case ErrorCode::NotAllowed: return u"penanda waktu menolak"_s;
    case ErrorCode::Untrusted: return u"jawaban penanda waktu tidak dapat dipercaya"_s;
    case ErrorCode::InvalidArgument: return u"alamat atau kebijakan penanda waktu keliru"_s;
    default: return u"jawaban penanda waktu rusak"_s;
    }
}

QString upgradeProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound: return u"Berkas ini belum bertanda tangan."_s;
    case ErrorCode::TooLarge: return u"Terlalu besar: %1."_s.arg(error.detail);
    case ErrorCode::Unsupported: return u"Tidak didukung: %1."_s.arg(error.detail);
    default: return u"Berkas rusak atau bukan PDF: %1."_s.arg(error.detail);
    }
}

QString revocationProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound: return u"sertifikat tidak menyebut di mana pencabutan ditanyakan"_s;
    case ErrorCode::Network: return u"layanan status sertifikat tidak menjawab"_s;
    case ErrorCode::NotAllowed: return u"layanan status sertifikat menolak"_s;
    case ErrorCode::Expired: return u"sertifikat atau data pencabutan sudah lewat masanya"_s;
    case ErrorCode::Untrusted:
        return error.detail == "certificate was revoked"_L1
            ? u"sertifikat sudah dicabut"_s
            : u"sertifikat atau jawaban tentangnya tidak dapat dipercaya"_s;
    default: return u"data pencabutan rusak atau tidak didukung"_s;
    }
}

} // namespace sipenduduk
