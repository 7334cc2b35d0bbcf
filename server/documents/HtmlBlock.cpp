#include "server/documents/HtmlBlock.h"

#include "server/documents/PdfCanvas.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QPalette>
#include <QTextBlock>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

void setLineHeight(QTextDocument &document, qreal factor)
{
    QTextBlockFormat format;
    format.setLineHeight(factor * 100, QTextBlockFormat::ProportionalHeight);
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

} // namespace

HtmlBlock::HtmlBlock(const QString &html, const TextStyle &style, qreal width,
                     const QPaintDevice *device)
    : m_document(std::make_unique<QTextDocument>())
    , m_color(style.color)
{
    QTextOption option(style.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_document->setUndoRedoEnabled(false);
    m_document->setDocumentMargin(0);
    m_document->setDefaultFont(DocumentFonts::font(style));
    m_document->setDefaultTextOption(option);
    m_document->documentLayout()->setPaintDevice(const_cast<QPaintDevice *>(device));
    m_document->setHtml(html.trimmed());
    if (style.lineHeight != 1.0)
        setLineHeight(*m_document, style.lineHeight);
    m_document->setTextWidth(width * PdfCanvas::UnitsPerPoint);
}

HtmlBlock::~HtmlBlock() = default;
HtmlBlock::HtmlBlock(HtmlBlock &&) noexcept = default;
HtmlBlock &HtmlBlock::operator=(HtmlBlock &&) noexcept = default;

bool HtmlBlock::isBlank() const
{
    return m_document->toPlainText().trimmed().isEmpty();
}

qreal HtmlBlock::height() const
{
    return m_document->size().height() / PdfCanvas::UnitsPerPoint;
}

void HtmlBlock::draw(QPainter &painter, const QPointF &topLeft) const
{
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, m_color);
    painter.save();
    painter.translate(topLeft);
    painter.scale(1.0 / PdfCanvas::UnitsPerPoint, 1.0 / PdfCanvas::UnitsPerPoint);
    m_document->documentLayout()->draw(&painter, context);
    painter.restore();
}

} // namespace sipenduduk
