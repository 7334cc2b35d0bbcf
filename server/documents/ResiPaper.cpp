#include "server/documents/ResiPaper.h"

#include "server/documents/DocumentFonts.h"
#include "server/documents/InternalPaper.h"
#include "server/documents/QrSymbol.h"
#include "server/documents/TextLines.h"

#include <QPainter>
#include <QPen>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qreal ResiQr = 86; ///< points: 30 mm with the quiet zone
constexpr qreal TickBox = 8;
constexpr qsizetype MaxRequirements = 60;

void drawTick(QPainter &painter, const QRectF &box, bool isTicked)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::black, 0.7));
    painter.drawRect(box);
    if (!isTicked)
        return;
    painter.setPen(QPen(Qt::black, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{QPointF(box.left() + 1.6, box.top() + 4.2),
                                   QPointF(box.left() + 3.4, box.top() + 6.2),
                                   QPointF(box.left() + 6.6, box.top() + 1.6)});
}

FlowItem tickItem(const ResiPaperSyarat &requirement, PdfCanvas &canvas, qreal width)
{
    const TextStyle style{.face = TextStyle::Face::Sans, .size = 9.5};
    const QString words =
        requirement.name + (requirement.isReceived ? QString() : u" (belum diterima)"_s);
    const auto text = std::make_shared<TextLines>(words, style, width - 18, canvas.device());
    const bool isTicked = requirement.isReceived;
    const auto draw = [text, isTicked](QPainter &painter, const QPointF &at) {
        drawTick(painter, QRectF(at + QPointF(2, 2.6), QSizeF(TickBox, TickBox)), isTicked);
        text->draw(painter, at + QPointF(18, 0));
    };
    return {text->height() + 2, draw, false, {}};
}

FlowItem statusItem(const QString &address, PdfCanvas &canvas, qreal width)
{
    const TextStyle style{.face = TextStyle::Face::Sans, .size = 9.5};
    const auto text = std::make_shared<TextLines>(
        u"Perkembangan permohonan dapat dilihat pada laman:\n"_s + address, style,
        width - ResiQr - 14, canvas.device());
    const auto draw = [text, address, width](QPainter &painter, const QPointF &at) {
        const QRectF square(at + QPointF(width - ResiQr, 0), QSizeF(ResiQr, ResiQr));
        std::ignore = drawQrSymbol(painter, square, address); // its length was checked before
        text->draw(painter, at + QPointF(0, 10));
    };
    return {std::max(ResiQr, text->height() + 12), draw, false, {}};
}

TemplateValues resiValues(const ResiPaperInput &input)
{
    return {{u"nomor"_s, input.nomor},     {u"layanan"_s, input.layanan},
            {u"pemohon"_s, input.pemohon}, {u"diterima"_s, officeTime(input.diterima) + u" WIB"_s},
            {u"janji"_s, input.janji},     {u"pengaduan"_s, input.office.pengaduan}};
}

} // namespace

Result<QByteArray> renderResi(const ResiPaperInput &input)
{
    constexpr qsizetype longestAddress = 300;
    if (input.nomor.isEmpty() || !input.diterima.isValid() || input.alamatStatus.isEmpty()
        || input.alamatStatus.toUtf8().size() > longestAddress)
        return fail(ErrorCode::InvalidArgument, u"resi: number, time or status address"_s);
    if (input.requirements.size() > MaxRequirements)
        return fail(ErrorCode::TooLarge, u"resi: too many requirements"_s);
    ResiPaperInput checked = input;
    QList<QString *> texts{
        &checked.nomor,        &checked.layanan,       &checked.pemohon,
        &checked.janji,        &checked.alamatStatus,  &checked.office.pemerintah,
        &checked.office.dinas, &checked.office.alamat, &checked.office.pengaduan};
    for (ResiPaperSyarat &requirement : checked.requirements)
        texts += &requirement.name;
    if (auto printable = makePrintable(texts); !printable)
        return std::unexpected(printable.error());
    InternalPaper paper;
    paper.templateName = u"resi"_s;
    paper.identity = {u"Resi "_s + checked.nomor, u"resi/"_s + checked.nomor, u"resi/1"_s,
                      checked.diterima.toUTC().date()};
    paper.office = checked.office;
    paper.mode = checked.mode;
    paper.values = resiValues(checked);
    paper.slotItems = [&checked](PdfCanvas &canvas, qreal width) {
        QList<FlowItem> ticks;
        for (const ResiPaperSyarat &requirement : std::as_const(checked.requirements))
            ticks.append(tickItem(requirement, canvas, width));
        return QMap<QString, QList<FlowItem>>{
            {u"syarat"_s, ticks}, {u"status"_s, {statusItem(checked.alamatStatus, canvas, width)}}};
    };
    return renderInternalPaper(paper);
}

} // namespace sipenduduk
