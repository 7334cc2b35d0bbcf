#pragma once

#include "server/documents/DraftInput.h"

#include <QPointF>

class QPaintDevice;
class QPainter;

namespace sipenduduk {

class PdfCanvas;

/// Words on every page of a document made for practice.
[[nodiscard]] QString specimenText();

/// A neutral emblem (ring, five-pointed star), `diameter` points wide. Not a coat of arms: the
/// official artwork is not ours to ship.
void drawEmblem(QPainter &painter, const QPointF &centre, qreal diameter);

/// The kop surat over `width` points; returns nothing, its height is kopSuratHeight().
void drawKopSurat(PdfCanvas &canvas, const OfficeSettings &office, const QPointF &topLeft,
                  qreal width);
[[nodiscard]] qreal kopSuratHeight(const QPaintDevice *device, const OfficeSettings &office,
                                   qreal width);

/// Marks the page as a specimen: across it behind the text, and in words at its head.
/// Leaves the place of the signature free. To be called before anything else is painted.
void drawSpecimenMark(PdfCanvas &canvas);

/// "WHAT – Halaman 2 dari 3" at the foot; nothing on a document of one page. `what` tells which
/// document a lone sheet belongs to; empty where its head is repeated.
void drawPageNumber(PdfCanvas &canvas, const QString &what, int pages);

} // namespace sipenduduk
