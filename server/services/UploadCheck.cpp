#include "server/services/UploadCheck.h"

#include "server/documents/PdfIntake.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int JpegQuality = 88; ///< text stays sharp, a phone's photo becomes a fifth

Result<CheckedUpload> checkPicture(const QByteArray &bytes, const QByteArray &format)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true); // the turn stands in the EXIF data that are left out
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return fail(ErrorCode::Malformed, u"picture"_s);
    if (qint64(size.width()) * size.height() > MaxUploadPixels)
        return fail(ErrorCode::TooLarge, u"pixels"_s);
    QImage picture;
    if (!reader.read(&picture))
        return fail(ErrorCode::Malformed, u"picture"_s);
    if (picture.hasAlphaChannel()) { // paper is white, JPEG knows no transparency
        QImage opaque(picture.size(), QImage::Format_RGB32);
        opaque.fill(Qt::white);
        picture = picture.convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < picture.height(); ++y) {
            const auto *from = reinterpret_cast<const QRgb *>(picture.constScanLine(y));
            auto *to = reinterpret_cast<QRgb *>(opaque.scanLine(y));
            for (int x = 0; x < picture.width(); ++x)
                to[x] = qAlpha(from[x]) < 128 ? qRgb(255, 255, 255) : from[x] | 0xff000000;
        }
        picture = opaque;
    }
    QByteArray encoded;
    QBuffer out(&encoded);
    if (!out.open(QIODevice::WriteOnly) || !picture.save(&out, "JPEG", JpegQuality))
        return fail(ErrorCode::Internal, u"picture not encodable"_s);
    return CheckedUpload{u"image/jpeg"_s, encoded};
}

} // namespace

Result<CheckedUpload> checkUpload(const QByteArray &bytes)
{
    if (bytes.size() > MaxUploadSize)
        return fail(ErrorCode::TooLarge, u"bytes"_s);
    if (bytes.startsWith("%PDF-")) {
        if (auto readable = checkReadablePdf(bytes); !readable)
            return std::unexpected(readable.error());
        return CheckedUpload{u"application/pdf"_s, bytes};
    }
    if (bytes.startsWith("\xff\xd8\xff"))
        return checkPicture(bytes, "jpeg");
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return checkPicture(bytes, "png");
    return fail(ErrorCode::Unsupported, u"type"_s);
}

} // namespace sipenduduk
