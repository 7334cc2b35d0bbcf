#include "app/preview/DraftMark.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace sipenduduk {

void paintDraftMark(QPainter &painter, const QRectF &page)
{
    QFont font(painter.font());
    font.setBold(true);
    font.setPixelSize(100);
    QPainterPath word;
    word.addText(0, 0, font, u"DRAF"_s);
    const QRectF bounds = word.boundingRect();
    const double diagonal = std::hypot(page.width(), page.height());
    const double scale = 0.5 * std::min(diagonal, 2 * page.width()) / bounds.width();

    painter.save();
    painter.setClipRect(page, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(page.center());
    painter.rotate(-std::atan2(page.height(), page.width()) * 180 / std::numbers::pi);
    painter.scale(scale, scale);
    painter.translate(-bounds.center());
    painter.fillPath(word, QColor(200, 30, 30, 46));
    painter.restore();
}

} // namespace sipenduduk
