#include "server/documents/PageFlow.h"

#include <algorithm>

namespace sipenduduk {

namespace {

constexpr int ItemsOnLastPage = 2;

struct Filling
{
    QList<PlacedItem> placed;
    int page = 0;
    qreal y = 0;
};

/// Height of an item and of all that must stay with it.
qreal groupHeight(const QList<FlowItem> &items, qsizetype first)
{
    qreal height = 0;
    for (qsizetype i = first; i < items.size(); ++i) {
        height += items.at(i).height;
        if (!items.at(i).keepWithNext)
            break;
    }
    return height;
}

/// Places one item after the other; `breakBefore` starts a page by force (-1: none does).
Filling fill(const QList<FlowItem> &items, const FlowFrame &frame, qsizetype breakBefore)
{
    Filling filling;
    filling.y = frame.top;
    bool isAtTop = true;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const FlowItem &item = items.at(i);
        const bool isFull = filling.y + groupHeight(items, i) > frame.bottom && !isAtTop;
        if (i == breakBefore || isFull) {
            ++filling.page;
            filling.y = frame.top;
            isAtTop = true;
        }
        if (isAtTop && filling.page > 0 && !item.draw)
            continue; // a space at the top of a page
        PlacedItem placed{i, filling.page, filling.y, false};
        if (isAtTop && filling.page > 0 && item.head) {
            placed.hasHead = true;
            placed.y += item.head->height;
        }
        filling.placed.append(placed);
        filling.y = placed.y + item.height;
        isAtTop = false;
    }
    return filling;
}

/// Where the last page must begin so that it holds some of the text.
qsizetype startOfLastPage(const QList<FlowItem> &items)
{
    int taken = 0;
    for (qsizetype i = items.size() - 1; i > 0; --i) {
        const bool isFree = !items.at(i - 1).keepWithNext;
        taken += items.at(i).draw ? 1 : 0;
        if (taken >= ItemsOnLastPage && isFree && items.at(i).draw)
            return i;
    }
    return items.size() - 1;
}

} // namespace

QList<PlacedItem> placeItems(const QList<FlowItem> &items, const FlowFrame &frame)
{
    Filling filling = fill(items, frame, -1);
    if (filling.y > frame.lastBottom && items.size() > 1)
        filling = fill(items, frame, startOfLastPage(items));
    return filling.placed;
}

} // namespace sipenduduk
