#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace sipenduduk {

struct Kelurahan
{
    QString code; ///< 10 digits, begins with the code of its kecamatan
    QString name;
    QStringList oldNames; ///< search aliases; addresses on old cards stay valid
    bool operator==(const Kelurahan &) const = default;
};

struct Kecamatan
{
    QString code; ///< 6 digits
    QString name;
    QStringList oldNames; ///< names before the split of 2020
    QList<Kelurahan> kelurahanList;
    bool operator==(const Kecamatan &) const = default;
};

/// A place found: its kecamatan, and the kelurahan unless the kecamatan itself was meant.
struct WilayahMatch
{
    QString kecamatanCode;
    QString kelurahanCode;
    bool byOldName = false;
    bool operator==(const WilayahMatch &) const = default;
};

/// Places whose name or old name contains `text`, blanks and case aside ("simpang baru" finds
/// Simpangbaru); present names before old ones. Empty for a blank text.
[[nodiscard]] QList<WilayahMatch> findWilayah(const QList<Kecamatan> &kecamatanList,
                                              QStringView text);

} // namespace sipenduduk
