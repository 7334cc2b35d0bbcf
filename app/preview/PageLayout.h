#pragma once

#include <QList>
#include <QRectF>
#include <QSizeF>

namespace sipenduduk {

/// How large pages are shown. Fit follows the window.
enum class Fit { Width, Page, None };

/// Where the pages of a document lie, one below the other, in pixels of the whole paper roll.
struct PageLayout
{
    static constexpr int Margin = 8; ///< around and between the pages

    double scale = 1; ///< pixels per point
    QList<QRectF> pages;
    QSizeF size; ///< of the roll, margins included

    /// `sizes` in points without the turn; `scale` is taken for Fit::None only.
    [[nodiscard]] static PageLayout make(const QList<QSizeF> &sizes, int quarterTurns, Fit fit,
                                         double scale, const QSizeF &viewport);

    /// Index of the page with the largest part inside `view`; -1 when there is none.
    [[nodiscard]] int mostVisible(const QRectF &view) const;
};

} // namespace sipenduduk
