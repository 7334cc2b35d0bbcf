#pragma once

#include "server/documents/DocumentFonts.h"
#include "server/documents/TextLines.h"

#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <vector>

class QPaintDevice;
class QPainter;

namespace sipenduduk {

struct GridColumn
{
    qreal width = 0; ///< points
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// A head cell; cells that span several columns or head rows are said once.
struct GridHead
{
    QString text;
    int column = 0;
    int columnSpan = 1;
    int row = 0;
    int rowSpan = 1;
};

struct GridLook
{
    TextStyle head;
    TextStyle body;
    qreal padding = 2.5; ///< points, at the left and right of a cell
    qreal minimumRowHeight = 12;
    bool hasLines = true;
};

/// A ruled table whose rows are as high as their text needs. It measures and paints single rows,
/// so that its user can break pages between them. Lengths in points.
class GridTable
{
public:
    GridTable(QList<GridColumn> columns, QList<GridHead> heads, GridLook look,
              const QPaintDevice *device);

    void addRow(const QStringList &cells);

    [[nodiscard]] qreal width() const;
    [[nodiscard]] int rowCount() const { return int(m_rows.size()); }
    [[nodiscard]] qreal headHeight() const;
    [[nodiscard]] qreal rowHeight(int row) const { return m_rows.at(size_t(row)).height; }

    void drawHead(QPainter &painter, const QPointF &topLeft) const;
    void drawRow(QPainter &painter, int row, const QPointF &topLeft) const;
    /// An empty ruled row of the least height.
    void drawBlankRow(QPainter &painter, const QPointF &topLeft) const;

private:
    struct Row
    {
        std::vector<TextLines> cells;
        qreal height = 0;
    };

    [[nodiscard]] qreal columnStart(int column) const;
    [[nodiscard]] qreal spanWidth(const GridHead &head) const;
    [[nodiscard]] TextLines headText(const GridHead &head) const;
    void measureHead();
    void drawLines(QPainter &painter, const QPointF &topLeft, qreal height) const;

    QList<GridColumn> m_columns;
    QList<GridHead> m_heads;
    GridLook m_look;
    const QPaintDevice *m_device;
    QList<qreal> m_headRows; ///< height of each head row
    std::vector<Row> m_rows;
};

} // namespace sipenduduk
