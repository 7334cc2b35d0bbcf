#include "server/portal/PageFrame.h"

#include "server/portal/PortalParts.h"
#include "server/services/OfficeParts.h"

#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct ErrorWords
{
    int status;
    QStringView title;
    QStringView advice;
};

constexpr ErrorWords GeneralError{
    500, u"Terjadi kesalahan",
    u"Permintaan Anda tidak dapat diselesaikan karena gangguan pada sistem kami. Isian yang sudah "
    u"tersimpan tidak hilang. Silakan coba kembali; bila terulang, hubungi kantor kami."};

constexpr std::array ErrorTable{
    ErrorWords{400, u"Permintaan tidak dapat dibaca",
               u"Isian yang dikirim tidak dapat dibaca. Silakan kembali ke halaman sebelumnya, "
               u"lalu ulangi."},
    ErrorWords{403, u"Formulir tidak berlaku lagi",
               u"Formulir ini sudah terlalu lama terbuka, berasal dari tempat lain, atau peramban "
               u"Anda menolak kuki. Buka kembali halamannya, lalu kirim ulang."},
    ErrorWords{404, u"Halaman tidak ditemukan",
               u"Alamat ini tidak ada, sudah tidak berlaku, atau bukan milik akun Anda. Periksa "
               u"kembali alamat atau nomor yang Anda ketik."},
    ErrorWords{405, u"Halaman tidak dapat dibuka dengan cara ini",
               u"Silakan mulai kembali dari halaman utama."},
    ErrorWords{413, u"Berkas terlalu besar",
               u"Satu berkas paling besar 10 MB, dan semua berkas dalam sekali kirim paling besar "
               u"12 MB. Kecilkan atau pindai ulang, atau unggah satu per satu. Isian dan berkas "
               u"yang sudah tersimpan tidak hilang."},
    ErrorWords{415, u"Bentuk isian tidak dikenal",
               u"Silakan isi dan kirim melalui formulir pada situs ini."},
    ErrorWords{429, u"Terlalu banyak permintaan", u"Silakan tunggu satu menit, lalu coba kembali."},
    ErrorWords{503, u"Layanan sedang sibuk",
               u"Permintaan Anda belum dapat dilayani saat ini. Isian dan berkas yang sudah "
               u"tersimpan tidak hilang. Silakan coba kembali beberapa menit lagi."},
};

const ErrorWords &errorWordsOf(int status)
{
    const auto *found = std::ranges::find(ErrorTable, status, &ErrorWords::status);
    return found == ErrorTable.end() ? GeneralError : *found;
}

} // namespace

void addFrame(QJsonObject &values, const QString &title, const PortalParts &parts)
{
    const OfficeProfile &profile = parts.office.profile;
    values.insert(u"judul"_s, title);
    values.insert(u"versi"_s, parts.assetVersion);
    values.insert(u"kantor"_s, profile.name);
    values.insert(u"alamatKantor"_s, profile.address);
    values.insert(u"telepon"_s, profile.phone);
    values.insert(u"latihan"_s, profile.isPractice);
    if (!values.contains(u"akun"_s))
        values.insert(u"akun"_s, false);
}

QByteArray errorPage(int status, const PortalParts &parts)
{
    const ErrorWords &words = errorWordsOf(status);
    QJsonObject values{{u"saran"_s, words.advice.toString()},
                       {u"status"_s, status},
                       {u"adaSimpanan"_s, status == 413 || status >= 500}};
    addFrame(values, words.title.toString(), parts);
    return parts.templates.page(u"galat"_s, values).value_or(words.title.toUtf8());
}

} // namespace sipenduduk
