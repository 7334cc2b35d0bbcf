#pragma once

#include "common/tte/PdfImport.h"
#include "common/tte/SignatureLook.h"

#include <QRectF>

namespace sipenduduk {

/// How the block is divided: title over the whole width, QR on the left below, text beside it.
struct LookLayout
{
    explicit LookLayout(const QSizeF &size);
    QRectF title; ///< points, y downwards, as QPainter counts
    QRectF text;  ///< the same
    QRectF qr;    ///< points, y upwards, as PDF counts
};

/// Draws the text into a one-page PDF with its font embedded and takes it as a form XObject.
/// Internal when the drawing cannot be read back.
[[nodiscard]] Result<PdfImport> drawLookText(const SignatureText &text, const QString &signedAt,
                                             const QString &fontFamily, const QSizeF &size);

} // namespace sipenduduk
