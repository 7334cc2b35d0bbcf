#include "server/documents/PdfCanvas.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr QSizeF A4Points(595, 842);

} // namespace

PdfCanvas::PdfCanvas(const PdfIdentity &identity, QPageLayout::Orientation orientation)
    : m_identity(identity)
    , m_buffer(&m_bytes)
    , m_writer(&m_buffer)
    , m_pageSize(orientation == QPageLayout::Landscape ? A4Points.transposed() : A4Points)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.setResolution(72 * UnitsPerPoint);
    m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), orientation, QMarginsF()));
    DeterministicPdf::prepare(m_writer, identity);
    m_painter.begin(&m_writer);
    preparePage();
}

void PdfCanvas::preparePage()
{
    m_painter.setRenderHint(QPainter::LosslessImageRendering);
    m_painter.resetTransform();
    m_painter.scale(UnitsPerPoint, UnitsPerPoint);
}

void PdfCanvas::newPage()
{
    m_writer.newPage();
    ++m_page;
    preparePage();
}

Result<QByteArray> PdfCanvas::finish()
{
    const bool ended = m_painter.end();
    m_buffer.close();
    if (!ended)
        return fail(ErrorCode::Internal, u"documents: the painter did not end"_s);
    return DeterministicPdf::finish(m_bytes, m_identity);
}

} // namespace sipenduduk
