#include "app/preview/PageLayout.h"

#include <algorithm>

namespace sipenduduk {

namespace {

constexpr double SmallestScale = 0.02;
constexpr double LargestScale = 8;

QSizeF turned(const QSizeF &size, int quarterTurns)
{
    return quarterTurns & 1 ? size.transposed() : size;
}

double fittingScale(const QSizeF &widest, Fit fit, double scale, const QSizeF &viewport)
{
    const double room = viewport.width() - 2 * PageLayout::Margin;
    const double tall = viewport.height() - 2 * PageLayout::Margin;
    if (fit == Fit::Width)
        scale = room / widest.width();
    if (fit == Fit::Page)
        scale = std::min(room / widest.width(), tall / widest.height());
    return std::clamp(scale, SmallestScale, LargestScale);
}

} // namespace

PageLayout PageLayout::make(const QList<QSizeF> &sizes, int quarterTurns, Fit fit, double scale,
                            const QSizeF &viewport)
{
    PageLayout layout;
    QSizeF widest(1, 1);
    for (const QSizeF &size : sizes)
        widest = widest.expandedTo(turned(size, quarterTurns));
    layout.scale = fittingScale(widest, fit, scale, viewport);
    const double width = std::max(viewport.width(), widest.width() * layout.scale + 2 * Margin);
    double top = Margin;
    for (const QSizeF &size : sizes) {
        const QSizeF page = turned(size, quarterTurns) * layout.scale;
        layout.pages.append(QRectF(QPointF((width - page.width()) / 2, top), page));
        top += page.height() + Margin;
    }
    layout.size = QSizeF(width, top);
    return layout;
}

int PageLayout::mostVisible(const QRectF &view) const
{
    int best = -1;
    double most = 0;
    for (int i = 0; i < pages.size(); ++i) {
        const double height = pages.at(i).intersected(view).height();
        if (height > most + 0.5) {
            most = height;
            best = i;
        }
    }
    return best;
}

} // namespace sipenduduk
