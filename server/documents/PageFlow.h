#pragma once

#include <QList>
#include <QPointF>

#include <functional>
#include <memory>

class QPainter;

namespace sipenduduk {

/// Something that is painted whole; a text that may be long comes as one item per line.
struct FlowItem
{
    using Draw = std::function<void(QPainter &, const QPointF &)>;

    qreal height = 0; ///< points
    Draw draw;        ///< empty for a space, which vanishes at the top of a page
    bool keepWithNext = false;
    std::shared_ptr<const FlowItem> head; ///< painted again above it at the top of a page
};

/// The room for items. Lengths in points, y grows downwards.
struct FlowFrame
{
    qreal left = 0;
    qreal top = 0;
    qreal bottom = 0;     ///< of a page that another one follows
    qreal lastBottom = 0; ///< of the last page: above the closing and the place of the signature
};

struct PlacedItem
{
    qsizetype item = 0;
    int page = 0;
    qreal y = 0;
    bool hasHead = false; ///< the item's head is painted above it
};

/// Distributes items over pages. The last page always has room below for the signature, and is
/// never without at least two items of the text: a signature does not stand on an empty page.
[[nodiscard]] QList<PlacedItem> placeItems(const QList<FlowItem> &items, const FlowFrame &frame);

} // namespace sipenduduk
