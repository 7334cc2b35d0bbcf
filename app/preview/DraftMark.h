#pragma once

class QPainter;
class QRectF;

namespace sipenduduk {

/// Paints DRAF across a page on screen or paper; it never stands in the bytes.
/// Source: domain/documents.md 1, "Draft".
void paintDraftMark(QPainter &painter, const QRectF &page);

} // namespace sipenduduk
