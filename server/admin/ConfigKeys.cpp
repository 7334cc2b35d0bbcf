#include "server/admin/ConfigKeys.h"

#include <array>

namespace sipenduduk {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array Keys = {
    ConfigKey{"office"_L1, "mode"_L1, "produksi"_L1,
              "produksi, atau latihan: semua dokumen dicap SPESIMEN dan tidak berlaku"_L1},
    ConfigKey{"office"_L1, "name"_L1, "Disdukcapil Kota Pekanbaru"_L1,
              "nama kantor di layar dan surat"_L1},
    ConfigKey{"office"_L1, "letterhead"_L1, "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"_L1,
              "nama dinas pada kepala surat"_L1},
    ConfigKey{"office"_L1, "city"_L1, "Pekanbaru"_L1, "tempat penerbitan"_L1},
    ConfigKey{"office"_L1, "region"_L1, "Kota Pekanbaru"_L1, "kabupaten/kota"_L1},
    ConfigKey{"office"_L1, "region-code"_L1, "1471"_L1, "kode wilayah, empat angka"_L1},
    ConfigKey{"office"_L1, "province"_L1, "Riau"_L1, ""_L1},
    ConfigKey{"office"_L1, "address"_L1, ""_L1, "alamat di bawah kepala surat"_L1},
    ConfigKey{"office"_L1, "phone"_L1, ""_L1, "nomor untuk pertanyaan dan pengaduan"_L1},
    ConfigKey{"office"_L1, "number-prefix"_L1, "PKU"_L1, "awalan nomor permohonan"_L1},
    ConfigKey{"listen"_L1, "address"_L1, "0.0.0.0"_L1,
              "alamat IP untuk petugas; :: untuk semua"_L1},
    ConfigKey{"listen"_L1, "port"_L1, "7443"_L1,
              "0: port bebas mana pun, lihat run/office.port"_L1},
    ConfigKey{"listen"_L1, "threads"_L1, "2"_L1, "utas jaringan, 1-64"_L1},
    ConfigKey{"listen"_L1, "connections"_L1, "2000"_L1, "jumlah sambungan paling banyak"_L1},
    ConfigKey{"listen"_L1, "connections-per-peer"_L1, "256"_L1, "dari satu alamat"_L1},
    ConfigKey{"portal"_L1, "url"_L1, "https://localhost:8443"_L1,
              "alamat portal bagi warga, tanpa garis miring di akhir"_L1},
    ConfigKey{"portal"_L1, "socket"_L1, "run/portal.sock"_L1, "soket lokal yang dibaca nginx"_L1},
    ConfigKey{"smtp"_L1, "host"_L1, ""_L1, "server surat; kosong: surat menunggu di antrean"_L1},
    ConfigKey{"smtp"_L1, "port"_L1, "587"_L1, ""_L1},
    ConfigKey{"smtp"_L1, "security"_L1, "starttls"_L1,
              "starttls, tls (port 465), atau none (hanya server di mesin ini sendiri)"_L1},
    ConfigKey{"smtp"_L1, "user"_L1, ""_L1, "kosong: tanpa masuk"_L1},
    ConfigKey{"smtp"_L1, "password-file"_L1, ""_L1, "berkas berisi sandi, hanya satu baris"_L1},
    ConfigKey{"smtp"_L1, "ca-file"_L1, ""_L1, "PEM; kosong: CA milik sistem"_L1},
    ConfigKey{"smtp"_L1, "from"_L1, ""_L1, "alamat pengirim"_L1},
    ConfigKey{
        "tte"_L1, "anchors"_L1, ""_L1,
        "PEM sertifikat induk TTE (BSrE) dan penanda waktu; kosong: tidak ada yang diterima"_L1},
    ConfigKey{
        "tte"_L1, "timestamp"_L1, ""_L1,
        "alamat penanda waktu (RFC 3161), paling banyak empat, dipisah spasi; kosong: tanpa"_L1},
    ConfigKey{"tte"_L1, "timestamp-policy"_L1, ""_L1,
              "kebijakan (OID) yang diminta dari penanda waktu; kosong: yang mana pun"_L1},
    ConfigKey{"tte"_L1, "sample"_L1, "100"_L1,
              "dari permohonan tanpa catatan khusus, berapa persen yang wajib dilihat Kadin sebelum"
              " TTE, 1-100; 100: semua"_L1},
    ConfigKey{"tte"_L1, "new-clerk-days"_L1, "30"_L1,
              "petugas yang draf pertamanya lebih baru dari ini ditandai baru, 0-365"_L1},
    ConfigKey{"tte"_L1, "rare-count"_L1, "5"_L1,
              "dokumen yang lebih jarang ditandatangani dari ini ditandai jarang, 0-1000"_L1},
    ConfigKey{"tte"_L1, "rare-days"_L1, "90"_L1, "dihitung dalam sekian hari, 1-3650"_L1},
    ConfigKey{"tte"_L1, "pin-dokumen"_L1, "200"_L1,
              "satu kali PIN berlaku untuk sekian dokumen, 1-2000"_L1},
    ConfigKey{"tte"_L1, "pin-minutes"_L1, "15"_L1, "dan selama sekian menit, 1-60"_L1},
    ConfigKey{"accounts"_L1, "paraf-minutes"_L1, "15"_L1,
              "lama paraf boleh diberikan setelah sandi diketik, 1-60"_L1},
    ConfigKey{"accounts"_L1, "lock-minutes"_L1, "15"_L1,
              "lama akun terkunci setelah lima kali salah, 1-1440"_L1},
    ConfigKey{"accounts"_L1, "session-minutes"_L1, "60"_L1,
              "sesi tanpa kegiatan berakhir, 5-720"_L1},
    ConfigKey{"accounts"_L1, "hash-memory-mib"_L1, "256"_L1,
              "memori untuk satu pemeriksaan sandi, 1-4096"_L1},
    ConfigKey{"accounts"_L1, "hash-operations"_L1, "3"_L1, "putaran pemeriksaan sandi, 1-100"_L1},
    ConfigKey{
        "calendar"_L1, ""_L1, ""_L1,
        "monday … sunday, atau tanggal yyyy-MM-dd: closed, atau 08:00-15:00, break 12:00-13:00"_L1},
    ConfigKey{"numbers"_L1, ""_L1, ""_L1,
              "bagian nomor dokumen menurut kode keluaran, misalnya akta-kelahiran = LU"_L1},
};

} // namespace

std::span<const ConfigKey> ConfigKeys::all()
{
    return Keys;
}

const ConfigKey *ConfigKeys::find(QStringView section, QStringView key)
{
    for (const ConfigKey &known : Keys) {
        if (known.section == section && (known.key.isEmpty() || known.key == key))
            return &known;
    }
    return nullptr;
}

} // namespace sipenduduk
