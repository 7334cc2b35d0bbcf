#pragma once

#include <QString>

class QDate;

namespace sipenduduk {

/// Numbers and dates in words, as civil-registration extracts print them. Small letters; the
/// layouts raise them to capitals. Source: domain/documents.md 2.2.
namespace Terbilang {

/// "dua ribu dua puluh enam" for 2026. From 0 to 999 999 999 999; empty outside.
[[nodiscard]] QString indonesian(qint64 number);

/// "two thousand and twenty-six" for 2026. Same range as indonesian().
[[nodiscard]] QString english(qint64 number);

/// "twenty-second" for 22. From 1 to 999 999 999 999; empty outside.
[[nodiscard]] QString englishOrdinal(qint64 number);

/// "November" / "November"; empty outside 1..12.
[[nodiscard]] QString indonesianMonth(int month);
[[nodiscard]] QString englishMonth(int month);

/// "dua puluh dua November" and "twenty-second of November": day and month only, since the
/// year stands behind the word "tahun / year". Empty for an invalid date.
[[nodiscard]] QString indonesianDayMonth(const QDate &date);
[[nodiscard]] QString englishDayMonth(const QDate &date);

/// "22 November 2026"; empty for an invalid date. Does not depend on any locale setting.
[[nodiscard]] QString indonesianDate(const QDate &date);

} // namespace Terbilang

} // namespace sipenduduk
