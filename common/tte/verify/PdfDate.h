#pragma once

#include <QByteArrayView>
#include <QDateTime>

namespace sipenduduk {

/// A PDF date (ISO 32000-1 7.9.4) as UTC; invalid when it is none or lacks its time zone.
[[nodiscard]] QDateTime pdfDate(QByteArrayView text);

} // namespace sipenduduk
