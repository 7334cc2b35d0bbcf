#pragma once

#include "common/tte/PdfImport.h"
#include "common/tte/SignatureLook.h"

namespace sipenduduk {

class PdfRevision;

struct SignatureLook::Private
{
    QString fontFamily;
    int utcOffsetSeconds = 0;

    // The drawing that was made last, and what it was made of.
    SignatureText text;
    QString signedAt;
    QSizeF size;
    PdfImport drawing;

    /// Appends the look to `revision` and gives the number of its form XObject. `rotate` is the
    /// page's rotation: the look stands upright on the displayed page.
    [[nodiscard]] Result<int> appendTo(PdfRevision &revision, const SignatureText &wanted,
                                       const QDateTime &at, const QString &url, const QSizeF &place,
                                       int rotate);

    /// "22 November 2026 10:15 WIB"
    [[nodiscard]] QString localTime(const QDateTime &at) const;

    [[nodiscard]] Result<> prepareDrawing(const SignatureText &wanted, const QDateTime &at,
                                          const QSizeF &place);
};

} // namespace sipenduduk
