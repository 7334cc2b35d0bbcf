#include "server/documents/GridTable.h"

#include <QPainter>
#include <QPen>

#include <numeric>

namespace sipenduduk {

namespace {

constexpr qreal LineWidth = 0.5;
constexpr qreal VerticalPadding = 1.6;
constexpr QColor HeadFill(0xee, 0xee, 0xee);

QPen gridPen()
{
    QPen pen(Qt::black, LineWidth);
    pen.setCapStyle(Qt::SquareCap);
    pen.setJoinStyle(Qt::MiterJoin);
    return pen;
}

} // namespace

GridTable::GridTable(QList<GridColumn> columns, QList<GridHead> heads, GridLook look,
                     const QPaintDevice *device)
    : m_columns(std::move(columns))
    , m_heads(std::move(heads))
    , m_look(std::move(look))
    , m_device(device)
{
    measureHead();
}

qreal GridTable::columnStart(int column) const
{
    return std::accumulate(m_columns.begin(), m_columns.begin() + column, qreal(0),
                           [](qreal sum, const GridColumn &c) { return sum + c.width; });
}

qreal GridTable::width() const
{
    return columnStart(int(m_columns.size()));
}

qreal GridTable::spanWidth(const GridHead &head) const
{
    return columnStart(head.column + head.columnSpan) - columnStart(head.column);
}

TextLines GridTable::headText(const GridHead &head) const
{
    return TextLines(head.text, m_look.head.aligned(Qt::AlignHCenter),
                     spanWidth(head) - 2 * m_look.padding, m_device);
}

void GridTable::measureHead()
{
    for (const GridHead &head : std::as_const(m_heads)) {
        while (m_headRows.size() < head.row + head.rowSpan)
            m_headRows.append(0);
    }
    for (const GridHead &head : std::as_const(m_heads)) {
        if (head.rowSpan == 1) {
            qreal &row = m_headRows[head.row];
            row = std::max(row, headText(head).height() + 2 * VerticalPadding);
        }
    }
    for (const GridHead &head : std::as_const(m_heads)) {
        const auto first = m_headRows.begin() + head.row;
        const qreal have = std::accumulate(first, first + head.rowSpan, qreal(0));
        const qreal need = headText(head).height() + 2 * VerticalPadding;
        if (need > have)
            m_headRows[head.row + head.rowSpan - 1] += need - have;
    }
}

qreal GridTable::headHeight() const
{
    return std::accumulate(m_headRows.begin(), m_headRows.end(), qreal(0));
}

void GridTable::addRow(const QStringList &cells)
{
    Row row;
    row.height = m_look.minimumRowHeight;
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        const GridColumn &c = m_columns.at(column);
        TextLines text(cells.value(column), m_look.body.aligned(c.alignment),
                       c.width - 2 * m_look.padding, m_device);
        row.height = std::max(row.height, text.height() + 2 * VerticalPadding);
        row.cells.push_back(std::move(text));
    }
    m_rows.push_back(std::move(row));
}

void GridTable::drawLines(QPainter &painter, const QPointF &topLeft, qreal height) const
{
    if (!m_look.hasLines)
        return;
    painter.setPen(gridPen());
    painter.setBrush(Qt::NoBrush);
    qreal x = topLeft.x();
    for (const GridColumn &column : m_columns) {
        painter.drawRect(QRectF(x, topLeft.y(), column.width, height));
        x += column.width;
    }
}

void GridTable::drawHead(QPainter &painter, const QPointF &topLeft) const
{
    for (const GridHead &head : m_heads) {
        const auto rows = m_headRows.begin();
        const qreal top = std::accumulate(rows, rows + head.row, topLeft.y());
        const qreal height =
            std::accumulate(rows + head.row, rows + head.row + head.rowSpan, qreal(0));
        const QRectF cell(topLeft.x() + columnStart(head.column), top, spanWidth(head), height);
        if (m_look.hasLines) {
            painter.setPen(gridPen());
            painter.setBrush(HeadFill);
            painter.drawRect(cell);
        }
        const TextLines text = headText(head);
        text.draw(painter,
                  QPointF(cell.left() + m_look.padding,
                          cell.top() + (cell.height() - text.height()) / 2));
    }
}

void GridTable::drawRow(QPainter &painter, int row, const QPointF &topLeft) const
{
    const Row &content = m_rows.at(size_t(row));
    drawLines(painter, topLeft, content.height);
    qreal x = topLeft.x();
    for (size_t column = 0; column < content.cells.size(); ++column) {
        const TextLines &text = content.cells.at(column);
        const qreal spare = (content.height - text.height()) / 2;
        const qreal inset = m_look.hasLines ? spare : VerticalPadding;
        text.draw(painter, QPointF(x + m_look.padding, topLeft.y() + inset));
        x += m_columns.at(qsizetype(column)).width;
    }
}

void GridTable::drawBlankRow(QPainter &painter, const QPointF &topLeft) const
{
    drawLines(painter, topLeft, m_look.minimumRowHeight);
}

} // namespace sipenduduk
