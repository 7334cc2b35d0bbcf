#pragma once

#include "common/Layanan.h"
#include "common/Temuan.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

namespace sipenduduk {

/// What was typed, by field code; as in Permohonan::data. A field that is a table holds a JSON
/// array of objects, column code to text: [{"nik":"…","nama":"…"}].
using IsianPermohonan = QMap<QString, QString>;

inline constexpr int MaxTextLength = 200;       ///< characters of a Text or Place
inline constexpr int MaxLongTextLength = 20000; ///< characters of a LongText, tables included
inline constexpr int MaxTableRows = 40;         ///< rows of a table

/// `data` as it is to be stored: blanks around values taken off, blanks and dots inside a NIK or
/// No. KK dropped, names with single blanks. Unknown fields and empty values stay out.
[[nodiscard]] IsianPermohonan normalizedIsian(const QList<Isian> &fields,
                                              const IsianPermohonan &data);

/// Findings about each value by itself: required, type, bounds, choice, unknown fields.
/// Also for the registration fields of the catalogue. `today` is office-local.
[[nodiscard]] QList<Finding> checkFields(const QList<Isian> &fields, const IsianPermohonan &data,
                                         const QDate &today);

/// All findings about the data of a permohonan: checkFields() and the rules across fields
/// (see AturanSilang.h). Source: domain/rules.md 1, 2, 4 and 10.
[[nodiscard]] QList<Finding> checkIsian(const Layanan &layanan, const IsianPermohonan &data,
                                        const QDate &today);

} // namespace sipenduduk
