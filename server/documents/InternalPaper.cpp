#include "server/documents/InternalPaper.h"

#include "server/documents/DocumentFonts.h"
#include "server/documents/DocumentOrnaments.h"
#include "server/documents/DocumentTemplate.h"
#include "server/documents/TemplateComposer.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qreal InternalMargin = 50;
constexpr qreal InternalTop = 36;
constexpr qreal InternalBottom = 48;
constexpr qsizetype MaxInternalText = 2'000;
constexpr int OfficeOffset = 7 * 3600; ///< seconds east of UTC: WIB has no summer time

void startInternalPage(PdfCanvas &canvas, const InternalPaper &paper, int pages)
{
    if (paper.mode == DraftMode::Latihan)
        drawSpecimenMark(canvas);
    drawPageNumber(canvas, paper.identity.title, pages);
}

void paintPlaced(PdfCanvas &canvas, const InternalPaper &paper, const QList<FlowItem> &items,
                 const QList<PlacedItem> &placed)
{
    const int pages = placed.isEmpty() ? 1 : placed.last().page + 1;
    startInternalPage(canvas, paper, pages);
    for (const PlacedItem &place : placed) {
        if (place.page > canvas.page()) {
            canvas.newPage();
            startInternalPage(canvas, paper, pages);
        }
        const FlowItem &item = items.at(place.item);
        if (place.hasHead)
            item.head->draw(canvas.painter(), {InternalMargin, place.y - item.head->height});
        if (item.draw)
            item.draw(canvas.painter(), {InternalMargin, place.y});
    }
}

} // namespace

Result<QByteArray> renderInternalPaper(const InternalPaper &paper)
{
    const auto source = loadDocumentTemplate(paper.templateName);
    if (!source)
        return std::unexpected(source.error());
    PdfCanvas canvas(paper.identity, paper.orientation);
    const qreal width = canvas.pageSize().width() - 2 * InternalMargin;
    const qreal bottom = canvas.pageSize().height() - InternalBottom;
    DraftInput input;
    input.office = paper.office;
    const OutputWording wording;
    TemplateComposer composer(canvas, input, wording, paper.values, width);
    const auto filled = paper.slotItems(canvas, width);
    for (const auto &[name, items] : filled.asKeyValueRange())
        composer.setSlot(name, items);
    const auto items = composer.compose(source->body);
    if (!items)
        return std::unexpected(items.error());
    paintPlaced(canvas, paper, *items,
                placeItems(*items, {InternalMargin, InternalTop, bottom, bottom}));
    return canvas.finish();
}

Result<> makePrintable(const QList<QString *> &texts)
{
    if (auto loaded = DocumentFonts::load(); !loaded)
        return loaded;
    for (QString *text : texts) {
        if (text->size() > MaxInternalText)
            return fail(ErrorCode::TooLarge, u"documents: text too long"_s);
        auto printable = DocumentFonts::printable(*text);
        if (!printable)
            return std::unexpected(printable.error());
        *text = *printable;
    }
    return {};
}

QString officeTime(const QDateTime &utc)
{
    if (!utc.isValid())
        return u"-"_s;
    const QTimeZone wib = QTimeZone::fromSecondsAheadOfUtc(OfficeOffset);
    return utc.toTimeZone(wib).toString(u"dd-MM-yyyy HH:mm:ss"_s);
}

} // namespace sipenduduk
