#pragma once

#include "common/Result.h"

#include <QRectF>
#include <QString>

class QPainter;

namespace sipenduduk {

/// Paints a QR symbol (error correction M) with its quiet zone of four modules into `square`, as
/// rectangles. Only for internal papers and the resi: on a draft the signature alone brings one.
/// InvalidArgument when `text` is empty or does not fit.
[[nodiscard]] Result<> drawQrSymbol(QPainter &painter, const QRectF &square, const QString &text);

} // namespace sipenduduk
