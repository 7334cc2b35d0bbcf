#include "app/preview/PictureSource.h"

#include <QBuffer>
#include <QImageReader>
#include <QTransform>

#include <cmath>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr double PictureDpi = 150;
/// Decoded pictures are kept at most this large: more than any screen shows of a page.
constexpr qint64 MaxKeptPixels = 24'000'000;
constexpr int PictureMemoryLimit = 256; // MiB, for 60 megapixels of four bytes

qint64 pixels(const QSize &size)
{
    return qint64(size.width()) * size.height();
}

} // namespace

PictureSource::PictureSource(QImage picture)
    : m_picture(std::move(picture))
{
    m_pageSizes.append((QSizeF(m_picture.size()) * 72 / PictureDpi).expandedTo(QSizeF(1, 1)));
}

Result<std::shared_ptr<PageSource>> PictureSource::open(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(PictureMemoryLimit);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true); // a phone's photograph says which way is up
    const QByteArray format = reader.format();
    if (format != "jpeg" && format != "png")
        return fail(ErrorCode::Unsupported, u"neither PDF, JPEG nor PNG"_s);
    const QSize size = reader.size();
    if (size.isEmpty())
        return fail(ErrorCode::Malformed, u"a picture without size"_s);
    if (pixels(size) > MaxPicturePixels)
        return fail(ErrorCode::TooLarge, u"a picture with too many pixels"_s);
    if (pixels(size) > MaxKeptPixels)
        reader.setScaledSize(size * std::sqrt(double(MaxKeptPixels) / double(pixels(size))));
    QImage picture = reader.read();
    if (picture.isNull())
        return fail(ErrorCode::Malformed, u"the picture cannot be decoded"_s);
    return std::shared_ptr<PageSource>(new PictureSource(std::move(picture)));
}

Result<QImage> PictureSource::render(const RenderOrder &order, const std::atomic_bool &cancelled)
{
    const double scale = clampedScale(m_pageSizes.first(), order.scale);
    const QSize size = (m_pageSizes.first() * scale).toSize().expandedTo(QSize(1, 1));
    QImage image = m_picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (cancelled)
        return fail(ErrorCode::Busy, u"the rendering was given up"_s);
    if (order.quarterTurns & 3)
        image = image.transformed(QTransform().rotate(90 * (order.quarterTurns & 3)));
    return image;
}

} // namespace sipenduduk
