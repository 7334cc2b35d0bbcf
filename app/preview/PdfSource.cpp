#include "app/preview/PdfSource.h"

#include <poppler-qt6.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// A page of the office takes 5 to 30 ms; one that takes this long is meant to hang the reader.
constexpr qint64 LongestRendering = 20'000; // ms

struct RenderWatch
{
    const std::atomic_bool &cancelled;
    QElapsedTimer timer;
};

bool mustAbort(const QVariant &closure)
{
    const auto *watch = static_cast<const RenderWatch *>(closure.value<void *>());
    return watch->cancelled || watch->timer.elapsed() > LongestRendering;
}

bool neverPartly(const QVariant &)
{
    return false;
}

void ignorePart(const QImage &, const QVariant &) {}

void ignorePopplerMessage(const QString &, const QVariant &)
{
    // Poppler quotes file contents in its messages; none of it may reach a log.
}

/// Scaled down to what PDF itself allows, the shape kept.
QSizeF boundedSize(QSizeF size)
{
    const double longest = std::max(size.width(), size.height());
    if (longest > MaxPageSide)
        size *= MaxPageSide / longest;
    return size.expandedTo(QSizeF(1, 1));
}

} // namespace

PdfSource::PdfSource() = default;
PdfSource::~PdfSource() = default;

Result<std::shared_ptr<PageSource>> PdfSource::open(const QByteArray &bytes)
{
    static const bool isSilenced = [] {
        Poppler::setDebugErrorFunction(ignorePopplerMessage, {});
        return true;
    }();
    Q_UNUSED(isSilenced)
    const std::shared_ptr<PdfSource> source(new PdfSource);
    source->m_bytes = bytes;
    source->m_document = Poppler::Document::loadFromData(source->m_bytes);
    if (!source->m_document)
        return fail(ErrorCode::Malformed, u"not a readable PDF"_s);
    // A document that wants a password is no null pointer; it has pages of no size.
    if (source->m_document->isLocked())
        return fail(ErrorCode::Unsupported, u"the PDF wants a password"_s);
    const int pages = source->m_document->numPages();
    if (pages < 1)
        return fail(ErrorCode::Malformed, u"a PDF without pages"_s);
    if (pages > MaxPages)
        return fail(ErrorCode::TooLarge, u"a PDF with too many pages"_s);
    for (int i = 0; i < pages; ++i) {
        const auto page = source->m_document->page(i);
        if (!page)
            return fail(ErrorCode::Malformed, u"a page of the PDF cannot be read"_s);
        source->m_pageSizes.append(boundedSize(page->pageSizeF()));
    }
    source->m_document->setRenderHint(Poppler::Document::Antialiasing);
    source->m_document->setRenderHint(Poppler::Document::TextAntialiasing);
    return source;
}

Result<QImage> PdfSource::render(const RenderOrder &order, const std::atomic_bool &cancelled)
{
    const auto page = m_document->page(order.page);
    if (!page)
        return fail(ErrorCode::Malformed, u"no such page"_s);
    const QSizeF bounded = m_pageSizes.at(order.page);
    const double scale = clampedScale(bounded, order.scale);
    // The true page may be larger than the bounded one; both end up with the same pixels.
    const double dpi = 72 * scale * bounded.width() / std::max(1.0, page->pageSizeF().width());
    RenderWatch watch{cancelled, {}};
    watch.timer.start();
    const QImage image = page->renderToImage(
        dpi, dpi, -1, -1, -1, -1, Poppler::Page::Rotation(order.quarterTurns & 3), ignorePart,
        neverPartly, mustAbort, QVariant::fromValue(static_cast<void *>(&watch)));
    if (mustAbort(QVariant::fromValue(static_cast<void *>(&watch))))
        return fail(ErrorCode::Busy, u"the rendering was given up"_s);
    // Where memory is refused inside, Poppler answers with an image of one pixel.
    const QSizeF wanted = bounded * scale;
    const bool isBogus = image.width() * 2.0 < std::min(wanted.width(), wanted.height())
        || (image.width() <= 1 && wanted.width() > 2);
    if (image.isNull() || isBogus)
        return fail(ErrorCode::Malformed, u"the page cannot be drawn"_s);
    return image;
}

} // namespace sipenduduk
