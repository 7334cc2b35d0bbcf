#include "server/documents/DocumentOrnaments.h"

#include "server/documents/PdfCanvas.h"
#include "server/documents/TextLines.h"

#include <QPainter>
#include <QPen>
#include <QPolygonF>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr QColor EmblemInk(0x40, 0x40, 0x40);
constexpr QColor SpecimenInk(0xe4, 0xe4, 0xe4);
constexpr QColor SpecimenHeadInk(0xb0, 0x20, 0x20);
constexpr qreal KopEmblem = 54;    ///< diameter
constexpr qreal KopTextInset = 60; ///< left and right of the letterhead's text
constexpr qreal KopRuleHeight = 7;

QPolygonF star(const QPointF &centre, qreal radius)
{
    QPolygonF polygon;
    for (int corner = 0; corner < 10; ++corner) {
        const qreal reach = corner % 2 == 0 ? radius : radius * 0.42;
        const qreal angle = -std::numbers::pi / 2 + corner * std::numbers::pi / 5;
        polygon << centre + QPointF(std::cos(angle), std::sin(angle)) * reach;
    }
    return polygon;
}

/// A line of capitals, set smaller until it needs one line, though never less than readable.
TextLines fittingLine(const QString &text, TextStyle style, qreal room, const QPaintDevice *device)
{
    constexpr qreal smallest = 9;
    while (style.size > smallest && TextLines(text, style, room, device).count() > 1)
        style.size -= 0.5;
    return TextLines(text, style, room, device);
}

/// The letterhead's lines, from the top.
std::vector<TextLines> kopLines(const QPaintDevice *device, const OfficeSettings &office,
                                qreal width)
{
    TextStyle style{.face = TextStyle::Face::Serif, .alignment = Qt::AlignHCenter};
    const qreal room = width - 2 * KopTextInset;
    std::vector<TextLines> lines;
    lines.push_back(fittingLine(office.pemerintah.toUpper(), style.sized(13), room, device));
    lines.push_back(fittingLine(office.dinas.toUpper(), style.sized(15).bolder(), room, device));
    if (!office.alamat.isEmpty())
        lines.emplace_back(office.alamat, style.sized(8.5), room, device);
    return lines;
}

qreal kopTextHeight(const std::vector<TextLines> &lines)
{
    qreal height = 0;
    for (const TextLines &text : lines)
        height += text.height();
    return height;
}

} // namespace

QString specimenText()
{
    return u"SPESIMEN – TIDAK BERLAKU"_s;
}

void drawEmblem(QPainter &painter, const QPointF &centre, qreal diameter)
{
    const qreal radius = diameter / 2;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(EmblemInk, diameter * 0.028));
    painter.drawEllipse(centre, radius * 0.97, radius * 0.97);
    painter.setPen(QPen(EmblemInk, diameter * 0.012));
    painter.drawEllipse(centre, radius * 0.84, radius * 0.84);
    painter.setPen(Qt::NoPen);
    painter.setBrush(EmblemInk);
    painter.drawPolygon(star(centre, radius * 0.56));
    painter.restore();
}

qreal kopSuratHeight(const QPaintDevice *device, const OfficeSettings &office, qreal width)
{
    return std::max(kopTextHeight(kopLines(device, office, width)), KopEmblem) + KopRuleHeight;
}

void drawKopSurat(PdfCanvas &canvas, const OfficeSettings &office, const QPointF &topLeft,
                  qreal width)
{
    QPainter &painter = canvas.painter();
    const auto lines = kopLines(canvas.device(), office, width);
    const qreal textHeight = kopTextHeight(lines);
    const qreal height = std::max(textHeight, KopEmblem);
    drawEmblem(painter, topLeft + QPointF(KopEmblem / 2, height / 2), KopEmblem);
    qreal y = topLeft.y() + (height - textHeight) / 2;
    for (const TextLines &text : lines) {
        text.draw(painter, QPointF(topLeft.x() + KopTextInset, y));
        y += text.height();
    }
    const qreal rule = topLeft.y() + height + 4;
    painter.setPen(QPen(Qt::black, 1.8));
    painter.drawLine(QPointF(topLeft.x(), rule), QPointF(topLeft.x() + width, rule));
    painter.setPen(QPen(Qt::black, 0.5));
    painter.drawLine(QPointF(topLeft.x(), rule + 2.4), QPointF(topLeft.x() + width, rule + 2.4));
}

void drawSpecimenMark(PdfCanvas &canvas)
{
    const QSizeF page = canvas.pageSize();
    const bool isLandscape = page.width() > page.height();
    QPainter &painter = canvas.painter();
    const TextStyle across{.face = TextStyle::Face::Sans,
                           .size = 44,
                           .bold = true,
                           .color = SpecimenInk,
                           .alignment = Qt::AlignHCenter};
    const TextLines text(specimenText(), across, 700, canvas.device());
    painter.save();
    // Rises to the right: its low end is far from the place of the signature.
    painter.translate(page.width() / 2, page.height() * (isLandscape ? 0.45 : 0.47));
    painter.rotate(isLandscape ? -24 : -52);
    text.draw(painter, QPointF(-350, -text.height() / 2));
    painter.restore();
    const TextStyle head = across.sized(8.5).coloured(SpecimenHeadInk);
    const TextLines words(specimenText(), head, page.width(), canvas.device());
    words.draw(painter, QPointF(0, 8));
}

void drawPageNumber(PdfCanvas &canvas, const QString &what, int pages)
{
    if (pages < 2)
        return;
    const TextStyle style{.face = TextStyle::Face::Sans,
                          .size = 7.5,
                          .color = EmblemInk,
                          .alignment = Qt::AlignHCenter};
    const QString number = u"Halaman %1 dari %2"_s.arg(canvas.page() + 1).arg(pages);
    const QString words = what.isEmpty() ? number : what + u" – "_s + number;
    const TextLines text(words, style, canvas.pageSize().width(), canvas.device());
    text.draw(canvas.painter(), QPointF(0, canvas.pageSize().height() - 34));
}

} // namespace sipenduduk
