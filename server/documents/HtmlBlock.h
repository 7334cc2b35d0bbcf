#pragma once

#include "server/documents/DocumentFonts.h"

#include <QString>

#include <memory>

class QPaintDevice;
class QPainter;
class QPointF;
class QTextDocument;

namespace sipenduduk {

/// A short rich text (b, i, u, br, span) of a given width, in one style unless the mark-up says
/// otherwise. Lengths in points.
class HtmlBlock
{
public:
    HtmlBlock(const QString &html, const TextStyle &style, qreal width, const QPaintDevice *device);
    ~HtmlBlock();
    HtmlBlock(HtmlBlock &&) noexcept;
    HtmlBlock &operator=(HtmlBlock &&) noexcept;

    [[nodiscard]] bool isBlank() const; ///< nothing to print
    [[nodiscard]] qreal height() const;

    void draw(QPainter &painter, const QPointF &topLeft) const;

private:
    std::unique_ptr<QTextDocument> m_document;
    QColor m_color;
};

} // namespace sipenduduk
