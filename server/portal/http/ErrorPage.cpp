#include "server/portal/http/ErrorPage.h"

#include <array>
#include <string_view>

namespace sipenduduk {

namespace {

struct ErrorText
{
    int status;
    std::string_view title;
    std::string_view advice;
};

constexpr std::array ErrorTexts{
    ErrorText{400, "Permintaan tidak dapat dibaca",
              "Isian yang dikirim tidak dapat dibaca. Silakan kembali, lalu ulangi pengisian."},
    ErrorText{
        403, "Akses ditolak",
        "Halaman ini bukan untuk Anda, atau masa berlakunya telah habis. Silakan ulangi dari halaman utama."},
    ErrorText{
        404, "Halaman tidak ditemukan",
        "Alamat ini tidak ada atau sudah tidak berlaku. Periksa kembali alamat yang Anda buka."},
    ErrorText{
        405, "Cara akses tidak didukung",
        "Halaman ini tidak dapat dibuka dengan cara tersebut. Silakan ulangi dari halaman utama."},
    ErrorText{
        413, "Berkas terlalu besar",
        "Berkas yang diunggah melebihi batas ukuran. Silakan kecilkan atau pindai ulang, lalu unggah kembali."},
    ErrorText{
        415, "Bentuk isian tidak didukung",
        "Isian dikirim dalam bentuk yang tidak dikenal. Silakan isi melalui formulir pada situs ini."},
    ErrorText{429, "Terlalu banyak permintaan", "Silakan tunggu satu menit, lalu coba kembali."},
    ErrorText{503, "Layanan sedang sibuk",
              "Permintaan belum dapat dilayani. Silakan coba kembali beberapa menit lagi."},
};
constexpr ErrorText DefaultErrorText{
    500, "Terjadi kesalahan",
    "Permintaan tidak dapat diselesaikan. Silakan coba kembali; bila terulang, hubungi kantor kami."};

const ErrorText &errorTextFor(int status)
{
    for (const ErrorText &text : ErrorTexts) {
        if (text.status == status)
            return text;
    }
    return DefaultErrorText;
}

} // namespace

QByteArray plainErrorPage(int status)
{
    const ErrorText &text = errorTextFor(status);
    return QByteArray(
               "<!DOCTYPE html>\n<html lang=\"id\"><head><meta charset=\"utf-8\">"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
        .append(text.title)
        .append("</title></head>\n<body><h1>")
        .append(text.title)
        .append("</h1>\n<p>")
        .append(text.advice)
        .append("</p>\n<p><a href=\"/\">Kembali ke halaman utama</a></p></body></html>\n");
}

} // namespace sipenduduk
