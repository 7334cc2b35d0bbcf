#pragma once

#include "server/documents/DocumentFonts.h"

#include <QList>
#include <QString>

#include <memory>
#include <vector>

class QPaintDevice;
class QPainter;
class QPointF;
class QTextLayout;

namespace sipenduduk {

/// Plain text broken into lines of a given width. A word longer than the width is broken inside,
/// so nothing is ever clipped. Lengths in points.
class TextLines
{
public:
    TextLines(const QString &text, const TextStyle &style, qreal width, const QPaintDevice *device);
    ~TextLines();
    TextLines(TextLines &&) noexcept;
    TextLines &operator=(TextLines &&) noexcept;

    [[nodiscard]] int count() const { return int(m_lines.size()); }
    [[nodiscard]] qreal lineHeight() const { return m_lineHeight; }
    [[nodiscard]] qreal height() const { return m_lineHeight * count(); }
    [[nodiscard]] qreal naturalWidth() const; ///< of the widest line

    /// Paints `howMany` lines from `first` on, the first one's top at `topLeft`. -1: all the rest.
    void draw(QPainter &painter, const QPointF &topLeft, int first = 0, int howMany = -1) const;

private:
    struct Line
    {
        qsizetype paragraph = 0;
        int line = 0;
    };

    std::vector<std::unique_ptr<QTextLayout>> m_paragraphs;
    QList<Line> m_lines;
    QColor m_color;
    qreal m_lineHeight = 0;
};

} // namespace sipenduduk
