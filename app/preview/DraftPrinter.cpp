#include "app/preview/DraftPrinter.h"

#include "app/preview/DraftMark.h"

#include <QPainter>
#include <QPrinter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr double PrintScale = 300.0 / 72; // 300 dots per inch are enough for text

void turnPaper(QPrinter &printer, const QSizeF &page)
{
    printer.setPageOrientation(page.width() > page.height() ? QPageLayout::Landscape
                                                            : QPageLayout::Portrait);
}

void paintSheet(QPainter &painter, const QPrinter &printer, const QImage &image, bool isDraft)
{
    const QRectF paper(QPointF(0, 0), printer.pageRect(QPrinter::DevicePixel).size());
    const QSizeF size = QSizeF(image.size()).scaled(paper.size(), Qt::KeepAspectRatio);
    QRectF place(QPointF(0, 0), size);
    place.moveCenter(paper.center());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, image);
    if (isDraft)
        paintDraftMark(painter, place);
}

} // namespace

Result<> printPages(QPrinter &printer, PageSource &source, bool isDraft,
                    const std::atomic_bool &cancelled)
{
    QPainter painter;
    for (int page = 0; page < source.pageSizes().size(); ++page) {
        const auto image = source.render({page, PrintScale, 0}, cancelled);
        if (!image)
            return std::unexpected(image.error());
        turnPaper(printer, source.pageSizes().at(page));
        const bool isReady = page == 0 ? painter.begin(&printer) : printer.newPage();
        if (!isReady)
            return fail(ErrorCode::Storage, u"the printer takes no page"_s);
        paintSheet(painter, printer, *image, isDraft);
    }
    if (!painter.end())
        return fail(ErrorCode::Storage, u"the printer did not finish"_s);
    return {};
}

} // namespace sipenduduk
