#pragma once

#include <QString>

#include <optional>

namespace sipenduduk {

/// Duties of the SOP, not titles. Numbers travel on the wire: append only.
enum class Role {
    None = 0,
    Pemohon = 1,
    Fo = 2,
    Editor = 3,
    Kasi = 4,
    Kabid = 5,
    Kadin = 6,
    Admin = 7,
    Sistem = 8
};

/// States of a permohonan and, after the TTE, of each dokumen; words of domain/rules.md 5.
/// Numbers travel on the wire and stand in the database: append only.
enum class Status {
    Baru = 0, ///< not yet sent; never stored
    Diajukan = 1,
    Diregistrasi = 2,
    Diverifikasi = 3,
    Dientri = 4,
    DiKasi = 5,
    DiKabid = 6,
    DiKadin = 7,
    Ditandatangani = 8,
    Terkirim = 9,
    Diterima = 10,
    SiapDiambil = 11,
    Diambil = 12,
    DikembalikanKePemohon = 13,
    Ditolak = 14,
    DiEditor = 15,
    DikembalikanKeKasi = 16,
    DikembalikanKeKabid = 17,
    GagalKirim = 18,
    DibatalkanPemohon = 19,
};
inline constexpr int StatusCount = 20;
inline constexpr int RoleCount = 9;

/// The word of domain/rules.md, as in `di_kasi`; also its form in exports and the database.
[[nodiscard]] QString word(Status status);
[[nodiscard]] QString word(Role role);
[[nodiscard]] std::optional<Status> statusFromWord(QStringView word);
[[nodiscard]] std::optional<Role> roleFromWord(QStringView word);

} // namespace sipenduduk
