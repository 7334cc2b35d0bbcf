#include "server/documents/TextLines.h"

#include "server/documents/PdfCanvas.h"

#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

namespace sipenduduk {

namespace {

std::unique_ptr<QTextLayout> brokenParagraph(const QString &text, const TextStyle &style,
                                             qreal width, const QPaintDevice *device)
{
    auto layout = std::make_unique<QTextLayout>(text, DocumentFonts::font(style), device);
    QTextOption option(style.alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width * PdfCanvas::UnitsPerPoint);
        line.setPosition(QPointF(0, 0));
    }
    layout->endLayout();
    return layout;
}

} // namespace

TextLines::TextLines(const QString &text, const TextStyle &style, qreal width,
                     const QPaintDevice *device)
    : m_color(style.color)
{
    for (const QString &paragraph : text.split(u'\n')) {
        auto layout = brokenParagraph(paragraph, style, width, device);
        for (int line = 0; line < layout->lineCount(); ++line) {
            m_lineHeight = std::max(m_lineHeight,
                                    layout->lineAt(line).height() * style.lineHeight
                                        / PdfCanvas::UnitsPerPoint);
            m_lines.append({qsizetype(m_paragraphs.size()), line});
        }
        m_paragraphs.push_back(std::move(layout));
    }
}

TextLines::~TextLines() = default;
TextLines::TextLines(TextLines &&) noexcept = default;
TextLines &TextLines::operator=(TextLines &&) noexcept = default;

qreal TextLines::naturalWidth() const
{
    qreal widest = 0;
    for (const Line &line : m_lines) {
        const QTextLine laid = m_paragraphs.at(size_t(line.paragraph))->lineAt(line.line);
        widest = std::max(widest, laid.naturalTextWidth());
    }
    return widest / PdfCanvas::UnitsPerPoint;
}

void TextLines::draw(QPainter &painter, const QPointF &topLeft, int first, int howMany) const
{
    const int last = howMany < 0 ? count() : std::min(count(), first + howMany);
    painter.save();
    painter.setPen(m_color);
    painter.translate(topLeft);
    painter.scale(1.0 / PdfCanvas::UnitsPerPoint, 1.0 / PdfCanvas::UnitsPerPoint);
    for (int i = first; i < last; ++i) {
        const QTextLine laid =
            m_paragraphs.at(size_t(m_lines.at(i).paragraph))->lineAt(m_lines.at(i).line);
        const qreal leading = (m_lineHeight * PdfCanvas::UnitsPerPoint - laid.height()) / 2;
        laid.draw(&painter,
                  QPointF(0, (i - first) * m_lineHeight * PdfCanvas::UnitsPerPoint + leading));
    }
    painter.restore();
}

} // namespace sipenduduk
