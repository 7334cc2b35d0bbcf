#pragma once

#include "common/IsianPermohonan.h"

namespace sipenduduk {

/// Data of a birth on 1 November 2026 in which nothing is to be found on 22 November 2026.
[[nodiscard]] inline IsianPermohonan soundBirth()
{
    using namespace Qt::StringLiterals;
    return {
        {u"pelapor_nama"_s, u"Budi Santoso"_s},
        {u"pelapor_nik"_s, u"1471080105900001"_s},
        {u"pelapor_kewarganegaraan"_s, u"WNI"_s},
        {u"ayah_nama"_s, u"Budi Santoso"_s},
        {u"ayah_nik"_s, u"1471080105900001"_s},
        {u"ayah_tgl_lahir"_s, u"1990-05-01"_s},
        {u"ibu_nama"_s, u"Siti Aminah"_s},
        {u"ibu_nik"_s, u"1471084106920001"_s},
        {u"ibu_tgl_lahir"_s, u"1992-06-01"_s},
        {u"saksi1_nama"_s, u"Andi Wijaya"_s},
        {u"saksi1_nik"_s, u"1471010203800001"_s},
        {u"saksi2_nama"_s, u"Dewi Lestari"_s},
        {u"saksi2_nik"_s, u"1471014203810001"_s},
        {u"anak_nama"_s, u"Putri Santoso"_s},
        {u"anak_nokk"_s, u"1471082101150007"_s},
        {u"anak_jk"_s, u"P"_s},
        {u"tempat_dilahirkan"_s, u"1"_s},
        {u"tempat_kelahiran"_s, u"Kota Pekanbaru"_s},
        {u"tgl_lahir"_s, u"2026-11-01"_s},
        {u"pukul"_s, u"07:30"_s},
        {u"jenis_kelahiran"_s, u"1"_s},
        {u"kelahiran_ke"_s, u"1"_s},
        {u"penolong"_s, u"2"_s},
        {u"status_ortu"_s, u"tercatat"_s},
    };
}

/// Data of a new Kartu Keluarga with one member.
[[nodiscard]] inline IsianPermohonan soundFamily()
{
    using namespace Qt::StringLiterals;
    return {
        {u"pemohon_nama"_s, u"Budi Santoso"_s},
        {u"pemohon_nik"_s, u"1471080105900001"_s},
        {u"pemohon_nokk"_s, u"1471082101150007"_s},
        {u"sebab"_s, u"kawin"_s},
        {u"tgl_peristiwa"_s, u"2026-10-10"_s},
        {u"kepala_nama"_s, u"Budi Santoso"_s},
        {u"kepala_nik"_s, u"1471080105900001"_s},
        {u"kk_alamat"_s, u"Jl. Sudirman 1"_s},
        {u"kk_rt"_s, u"001"_s},
        {u"kk_rw"_s, u"002"_s},
        {u"kk_kelurahan"_s, u"Delima"_s},
        {u"kk_kecamatan"_s, u"Binawidya"_s},
        {u"anggota"_s,
         u"[{\"nama\":\"Budi Santoso\",\"nik\":\"1471080105900001\",\"shdk\":\"1\"}]"_s},
    };
}

} // namespace sipenduduk
