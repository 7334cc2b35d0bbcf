#include "common/tte/SignatureLook.h"

#include "common/tte/LookText.h"
#include "common/tte/PdfRevision.h"
#include "common/tte/QrOperators.h"
#include "common/tte/SignatureLook_p.h"

#include <QFontDatabase>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Turns the drawing against the page, so that it stands upright when displayed.
QByteArray matrixFor(int rotate)
{
    switch (rotate) {
    case 90: return "[ 0 1 -1 0 0 0 ]"_ba;
    case 180: return "[ -1 0 0 -1 0 0 ]"_ba;
    case 270: return "[ 0 -1 1 0 0 0 ]"_ba;
    default: return "[ 1 0 0 1 0 0 ]"_ba;
    }
}

QString zoneName(int utcOffsetSeconds)
{
    switch (utcOffsetSeconds) {
    case 7 * 3600: return u"WIB"_s;
    case 8 * 3600: return u"WITA"_s;
    case 9 * 3600: return u"WIT"_s;
    default: return QString();
    }
}

} // namespace

SignatureLook::SignatureLook(QString fontFamily, int utcOffsetSeconds)
    : m_d(std::make_unique<Private>())
{
    m_d->fontFamily = std::move(fontFamily);
    m_d->utcOffsetSeconds = utcOffsetSeconds;
}

SignatureLook::~SignatureLook() = default;

QString SignatureLook::loadFontFamily(const QList<QByteArray> &fontFiles)
{
    QString family;
    for (const QByteArray &file : fontFiles) {
        const int id = QFontDatabase::addApplicationFontFromData(file);
        if (id < 0)
            return {};
        if (family.isEmpty())
            family = QFontDatabase::applicationFontFamilies(id).value(0);
    }
    return family;
}

QString SignatureLook::Private::localTime(const QDateTime &at) const
{
    const QDateTime local = at.toOffsetFromUtc(utcOffsetSeconds);
    const QLocale indonesian(QLocale::Indonesian, QLocale::Indonesia);
    return indonesian.toString(local, u"d MMMM yyyy HH:mm "_s) + zoneName(utcOffsetSeconds);
}

Result<> SignatureLook::Private::prepareDrawing(const SignatureText &wanted, const QDateTime &at,
                                                const QSizeF &place)
{
    const QString time = localTime(at);
    if (!drawing.isEmpty() && text == wanted && signedAt == time && size == place)
        return {};
    auto made = drawLookText(wanted, time, fontFamily, place);
    if (!made)
        return std::unexpected(made.error());
    drawing = std::move(*made);
    text = wanted;
    signedAt = time;
    size = place;
    return {};
}

Result<int> SignatureLook::Private::appendTo(PdfRevision &revision, const SignatureText &wanted,
                                             const QDateTime &at, const QString &url,
                                             const QSizeF &place, int rotate)
{
    if (const auto prepared = prepareDrawing(wanted, at, place); !prepared)
        return std::unexpected(prepared.error());
    const auto qr = qrOperators(url, LookLayout(place).qr);
    if (!qr)
        return std::unexpected(qr.error());
    const int drawn = drawing.appendTo(revision);
    // qCompress puts four bytes of length in front of the zlib stream that PDF wants.
    constexpr int QrCompression = 1; // a few hundred short runs: a better level saves no byte
    const QByteArray content = qCompress("q /T Do Q\n" + *qr, QrCompression).sliced(4);
    const int form = revision.newObject();
    revision.append(
        form, 0,
        "<< /Type /XObject /Subtype /Form /BBox [ 0 0 " + QByteArray::number(place.width(), 'f', 2)
            + ' ' + QByteArray::number(place.height(), 'f', 2) + " ] /Matrix " + matrixFor(rotate)
            + " /Resources << /XObject << /T " + QByteArray::number(drawn)
            + " 0 R >> >> /Filter /FlateDecode /Length " + QByteArray::number(content.size())
            + " >>\nstream\n" + content + "\nendstream");
    return form;
}

} // namespace sipenduduk
