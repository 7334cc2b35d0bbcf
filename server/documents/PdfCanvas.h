#pragma once

#include "common/Result.h"
#include "server/documents/DeterministicPdf.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>
#include <QSizeF>

namespace sipenduduk {

/// One A4 document being painted. The painter's unit is the point (1/72 inch), y grows downwards,
/// (0, 0) is the paper's upper left corner. One instance belongs to one thread.
class PdfCanvas
{
public:
    /// Device units per point: fine enough that the rounding of font metrics does not show.
    static constexpr int UnitsPerPoint = 10;

    PdfCanvas(const PdfIdentity &identity, QPageLayout::Orientation orientation);

    [[nodiscard]] QPainter &painter() { return m_painter; }
    /// What text must be measured for.
    [[nodiscard]] const QPaintDevice *device() const { return &m_writer; }
    [[nodiscard]] QSizeF pageSize() const { return m_pageSize; } ///< points
    [[nodiscard]] int page() const { return m_page; }            ///< 0-based

    void newPage();

    /// Ends the document; nothing may be painted afterwards.
    [[nodiscard]] Result<QByteArray> finish();

private:
    void preparePage();

    PdfIdentity m_identity;
    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    QSizeF m_pageSize;
    int m_page = 0;
};

} // namespace sipenduduk
