#pragma once

#include "common/Isian.h"
#include "common/IsianPermohonan.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace sipenduduk {

/// Latihan marks every page as a specimen: such a document is never valid.
enum class DraftMode { Produksi, Latihan };

/// What the letterhead and the places of issue say; set by the admin.
struct OfficeSettings
{
    QString pemerintah;       ///< "PEMERINTAH KOTA PEKANBARU"
    QString dinas;            ///< "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL"
    QString alamat;           ///< one to three lines, parted by '\n'
    QString kota;             ///< place of issue: "Pekanbaru"
    QString kabKota;          ///< "Kota Pekanbaru"
    QString provinsi;         ///< "Riau"
    QString pengaduan;        ///< where a citizen complains; printed on the resi
    int skpwniValidDays = 30; ///< 0: no validity date is printed
    bool operator==(const OfficeSettings &) const = default;
};

/// One row of a kartu keluarga, as printed.
struct KartuKeluargaMember
{
    QString nama, nik, jenisKelamin, tempatLahir, tanggalLahir, agama, pendidikan, pekerjaan,
        golonganDarah;
    QString statusPerkawinan, tanggalPerkawinan, tanggalPerceraian, shdk, kewarganegaraan, paspor,
        kitap, ayah, ibu;
    bool operator==(const KartuKeluargaMember &) const = default;
};

/// What a kartu keluarga prints. Source: domain/documents.md 3.1.
struct KartuKeluargaData
{
    QString nomor, kepala, alamat, rt, rw, kodePos, kelurahan, kecamatan, kabKota, provinsi;
    QList<KartuKeluargaMember> members;
    bool operator==(const KartuKeluargaData &) const = default;
};

/// Everything a draft is made of. Equal values give equal bytes; nothing else is looked at,
/// no clock, no locale, no setting of the machine.
struct DraftInput
{
    QString output;         ///< output code of the catalogue: "akta-kelahiran", "kk" …
    QString documentNumber; ///< fixed at the first draft
    QString documentKey; ///< unique and lasting per draft version, gives the PDF's id; no NIK in it
    QDate issueDate;     ///< printed as the date of issue
    int templateVersion = 1;
    DraftMode mode = DraftMode::Produksi;
    QString layananName; ///< "Pencatatan Kelahiran"
    OfficeSettings office;
    QList<Isian> isian;     ///< the fields of the layanan, in its order: labels and choices
    IsianPermohonan fields; ///< Permohonan::data; unknown codes are allowed (registration fields)
    /// For output "kk" where the whole family is known; else it is gathered from `fields`.
    std::optional<KartuKeluargaData> kartuKeluarga;
};

} // namespace sipenduduk
