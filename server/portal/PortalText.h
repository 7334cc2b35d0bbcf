#pragma once

#include <QDateTime>
#include <QString>

namespace sipenduduk {

/// "23 November 2026"; empty when invalid.
[[nodiscard]] QString longDate(const QDate &date);
/// "23 November 2026 pukul 09.15 WIB", in the office's time; empty when invalid.
[[nodiscard]] QString longTime(const QDateTime &utc);
/// "1,2 MB".
[[nodiscard]] QString fileSize(qint64 bytes);
/// "140101••••••0001": enough to recognise one's own number.
[[nodiscard]] QString maskedNumber(const QString &number);

} // namespace sipenduduk
