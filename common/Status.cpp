#include "common/Status.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const std::array<QLatin1StringView, StatusCount> StatusWords{
    "baru"_L1,
    "diajukan"_L1,
    "diregistrasi"_L1,
    "diverifikasi"_L1,
    "dientri"_L1,
    "di_kasi"_L1,
    "di_kabid"_L1,
    "di_kadin"_L1,
    "ditandatangani"_L1,
    "terkirim"_L1,
    "diterima"_L1,
    "siap_diambil"_L1,
    "diambil"_L1,
    "dikembalikan_ke_pemohon"_L1,
    "ditolak"_L1,
    "di_editor"_L1,
    "dikembalikan_ke_kasi"_L1,
    "dikembalikan_ke_kabid"_L1,
    "gagal_kirim"_L1,
    "dibatalkan_pemohon"_L1,
};

const std::array<QLatin1StringView, RoleCount> RoleWords{
    "-"_L1,     "pemohon"_L1, "fo"_L1,    "editor"_L1, "kasi"_L1,
    "kabid"_L1, "kadin"_L1,   "admin"_L1, "sistem"_L1,
};

template <typename Enum, std::size_t N>
std::optional<Enum> fromWord(const std::array<QLatin1StringView, N> &words, QStringView word)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (words[i] == word)
            return Enum(int(i));
    }
    return std::nullopt;
}

} // namespace

QString word(Status status)
{
    return StatusWords[std::size_t(status)];
}

QString word(Role role)
{
    return RoleWords[std::size_t(role)];
}

std::optional<Status> statusFromWord(QStringView word)
{
    return fromWord<Status>(StatusWords, word);
}

std::optional<Role> roleFromWord(QStringView word)
{
    return fromWord<Role>(RoleWords, word);
}

} // namespace sipenduduk
