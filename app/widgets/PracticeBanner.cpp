#include "app/widgets/PracticeBanner.h"

#include <QPaintEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace sipenduduk {

PracticeBanner::PracticeBanner(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"practiceBanner"_s);
    //: Striking stripe on every screen of an office that only practises.
    setText(tr("PRACTICE MODE – documents made here are not valid"));
    setAlignment(Qt::AlignCenter);
    QFont bold = font();
    bold.setBold(true);
    setFont(bold);
    QPalette look = palette();
    look.setColor(QPalette::WindowText, QColor(0x1c, 0x16, 0x00));
    setPalette(look);
    setMargin(5);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMinimumHeight(fontMetrics().height() + 12);
    hide();
}

void PracticeBanner::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0xff, 0xc1, 0x2e));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x1c, 0x16, 0x00));
    const int textWidth = fontMetrics().horizontalAdvance(text()) + 32;
    constexpr int Step = 22;
    for (int x = -height(); x < width(); x += Step) { // stripes as at a building site
        const bool isUnderText =
            x + height() + Step / 2 > (width() - textWidth) / 2 && x < (width() + textWidth) / 2;
        if (!isUnderText)
            painter.drawPolygon(
                QPolygon({QPoint(x, height()), QPoint(x + height(), 0),
                          QPoint(x + height() + Step / 2, 0), QPoint(x + Step / 2, height())}));
    }
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace sipenduduk
