#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QRectF>
#include <QString>

namespace sipenduduk {

/// PDF operators that fill `area` (points, y upwards) with the QR of `text`, error correction M,
/// with its quiet zone of 4 modules inside the area; one rectangle per run of dark modules.
/// InvalidArgument when the text is empty or too long for a QR.
[[nodiscard]] Result<QByteArray> qrOperators(const QString &text, const QRectF &area);

} // namespace sipenduduk
