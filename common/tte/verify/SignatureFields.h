#pragma once

#include "common/tte/verify/PdfFile.h"

#include <QByteArray>
#include <QList>
#include <QRectF>
#include <QString>

#include <optional>

namespace sipenduduk {

/// One filled signature field, as it stands in the file; nothing of it is checked yet.
struct SignatureField
{
    QString name;
    int valueObject = 0; ///< object number of /V; 0 when it is direct
    int page = -1;       ///< 0-based; -1 when no page shows it
    QRectF rect;
    QByteArray type;            ///< of the value, with the slash; may be missing
    QByteArray subFilter;       ///< with the slash
    QList<qint64> byteRange;    ///< empty when missing or not integers
    QByteArray contents;        ///< decoded
    qint64 contentsOffset = -1; ///< of its '<' in the file
    QByteArray claimedAt;       ///< /M
    QByteArray parafChain;
    qint64 draftSize = 0;
    bool isOdd = false; ///< /V is no dictionary of its own, or a second field shares it
};

/// All filled signature fields of the form, in its order. Malformed when the form loops, nests
/// deeper than 32 or has more than 10 000 fields.
[[nodiscard]] Result<QList<SignatureField>> signatureFieldsOf(const PdfFile &file);

/// The box and rotation of a page, from which a SignaturePlace gets its /Rect.
struct PageGeometry
{
    QRectF box;     ///< what is displayed, in user space, y upwards
    int rotate = 0; ///< 0, 90, 180 or 270, clockwise

    [[nodiscard]] QSizeF displayedSize() const;
    /// `place` (from the lower left of the displayed page) in user space.
    [[nodiscard]] QRectF toUserSpace(const QRectF &place) const;
};

/// Geometry of the 0-based page; nothing when there is no such page or its box is unusable.
[[nodiscard]] std::optional<PageGeometry> pageGeometryOf(const PdfFile &file, int page);

/// Number of pages.
[[nodiscard]] int pageCountOf(const PdfFile &file);

} // namespace sipenduduk
