#include "app/preview/PageViewTracker.h"

#include <algorithm>
#include <utility>

namespace sipenduduk {

void PageViewTracker::reset(int pageCount)
{
    m_pages = QList<Page>(pageCount);
    m_milliseconds = 0;
}

QList<int> PageViewTracker::add(qint64 milliseconds, const QList<PageBand> &bands)
{
    constexpr double Tolerance = 0.001; // a margin cut off by rounding is not unseen
    QList<int> newlySeen;
    if (!bands.isEmpty())
        m_milliseconds += milliseconds;
    for (const PageBand &band : bands) {
        Page &page = m_pages[band.page];
        for (int i = 0; i < Slices; ++i) {
            if (band.from <= double(i) / Slices + Tolerance
                && band.to >= double(i + 1) / Slices - Tolerance)
                page.shown[std::size_t(i)] += milliseconds;
        }
        const bool isSeen =
            std::ranges::all_of(page.shown, [](qint64 shown) { return shown >= NeededPerSlice; });
        if (isSeen && !std::exchange(page.isSeen, isSeen))
            newlySeen.append(band.page);
    }
    return newlySeen;
}

bool PageViewTracker::isComplete() const
{
    return std::ranges::all_of(m_pages, &Page::isSeen);
}

qint64 PageViewTracker::takeMilliseconds()
{
    return std::exchange(m_milliseconds, 0);
}

} // namespace sipenduduk
