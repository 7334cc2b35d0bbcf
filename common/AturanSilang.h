#pragma once

#include "common/IsianPermohonan.h"
#include "common/Nik.h"

#include <QDate>
#include <QList>
#include <QString>

namespace sipenduduk {

// Which fields speak of the same person follows from their codes: "ayah_nik", "ayah_nama" and
// "ayah_tgl_lahir" are the father's. Fields without a prefix are the subject's own.

/// Prefix of the person that `code` speaks of: "ayah_" for "ayah_nik" and `ending` "nik"; empty
/// for a code without a prefix.
[[nodiscard]] QString personOf(const QString &code, QStringView ending);

/// yyyy-MM-dd to a date; invalid for anything else, "2026-2-3" included.
[[nodiscard]] QDate isoDate(QStringView text);

/// What else is typed about the person whose NIK field is `code`: birth date, and sex as typed
/// or by the part in the family.
[[nodiscard]] NikContext nikContext(const QString &code, const IsianPermohonan &data,
                                    const QDate &today);

/// Findings that take more than one field: persons that cannot be one, a No. KK typed as a NIK,
/// ages, late reports. Source: domain/rules.md 1, 2 and 4.
[[nodiscard]] QList<Finding> checkAcrossFields(const Layanan &layanan, const IsianPermohonan &data,
                                               const QDate &today);

} // namespace sipenduduk
