#include "common/tte/LookText.h"

#include <qpdf/QPDF.hh>

#include <QBuffer>
#include <QFont>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int LookResolution = 720; // dots per inch of the drawing: tenths of a point
constexpr double DotsPerPoint = LookResolution / 72.0;
constexpr double SmallestFont = 4.0; // points

QFont lookFont(const QString &family, double points, bool isBold)
{
    QFont font(family);
    font.setPointSizeF(points);
    font.setBold(isBold);
    font.setHintingPreference(QFont::PreferNoHinting); // same outlines on every machine
    return font;
}

/// One paragraph, made smaller until it fits; gives the height it took, in dots.
double drawParagraph(QPainter &painter, QRectF area, const QString &text, QFont font, int flags)
{
    const auto boundsFor = [&](const QFont &candidate) {
        return QFontMetricsF(candidate, painter.device()).boundingRect(area, flags, text);
    };
    QRectF bounds = boundsFor(font);
    while ((bounds.height() > area.height() || bounds.width() > area.width())
           && font.pointSizeF() > SmallestFont) {
        font.setPointSizeF(font.pointSizeF() - 0.25);
        bounds = boundsFor(font);
    }
    painter.setFont(font);
    painter.drawText(area, flags, text);
    return bounds.height();
}

QRectF inDots(const QRectF &points)
{
    return {points.topLeft() * DotsPerPoint, points.size() * DotsPerPoint};
}

void drawBeside(QPainter &painter, const SignatureText &text, const QString &signedAt,
                const QString &family, const QRectF &area)
{
    constexpr int Flags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;
    QRectF rest = area;
    const auto paragraph = [&](const QString &line, double points, bool isBold, double share) {
        if (line.isEmpty())
            return;
        QRectF place = rest;
        place.setHeight(std::min(rest.height(), area.height() * share));
        const double used =
            drawParagraph(painter, place, line, lookFont(family, points, isBold), Flags);
        rest.setTop(rest.top() + std::min(used, place.height()) + DotsPerPoint);
    };
    paragraph(u"Ditandatangani secara elektronik oleh:"_s, 6, false, 0.25);
    paragraph(text.name, 8, true, 0.4);
    paragraph(text.nip.isEmpty() ? QString() : u"NIP. "_s + text.nip, 7, false, 0.15);
    paragraph(signedAt, 6.5, false, 0.15);
    if (text.isPractice) {
        painter.setPen(QColor(176, 0, 0));
        paragraph(u"SPESIMEN – TIDAK BERLAKU"_s, 6.5, true, 0.15);
    }
}

QByteArray drawPdf(const SignatureText &text, const QString &signedAt, const QString &fontFamily,
                   const QSizeF &size)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(LookResolution);
    writer.setPageSize(QPageSize(size, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    const LookLayout layout(size);
    drawParagraph(painter, inDots(layout.title), text.titleLines.join(u'\n'),
                  lookFont(fontFamily, 7.5, true),
                  Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap);
    drawBeside(painter, text, signedAt, fontFamily, inDots(layout.text));
    painter.end();
    return buffer.data();
}

/// The only page of `pdf` as a form XObject.
PdfImport importPage(const QByteArray &pdf, const QSizeF &size)
{
    QPDF qpdf;
    qpdf.setSuppressWarnings(true);
    qpdf.processMemoryFile("look", pdf.constData(), size_t(pdf.size()));
    QPDFObjectHandle page = qpdf.getAllPages().at(0);
    QPDFObjectHandle form = page.getKey("/Contents");
    QPDFObjectHandle dictionary = form.getDict();
    dictionary.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dictionary.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
    dictionary.replaceKey("/Resources", page.getKey("/Resources"));
    dictionary.replaceKey(
        "/BBox",
        QPDFObjectHandle::newArray(QPDFObjectHandle::Rectangle(0, 0, size.width(), size.height())));
    PdfImport import;
    import.take(form);
    return import;
}

} // namespace

LookLayout::LookLayout(const QSizeF &size)
{
    constexpr double TitleShare = 0.3;
    constexpr double Gap = 2;
    const double titleHeight = size.height() * TitleShare;
    const double side = std::min(size.height() - titleHeight, size.width() * 0.45);
    title = QRectF(0, 0, size.width(), titleHeight - Gap);
    text = QRectF(side + Gap, titleHeight + 2 * Gap, size.width() - side - Gap,
                  size.height() - titleHeight - 2 * Gap);
    qr = QRectF(0, size.height() - titleHeight - side, side, side);
}

Result<PdfImport> drawLookText(const SignatureText &text, const QString &signedAt,
                               const QString &fontFamily, const QSizeF &size)
{
    try {
        return importPage(drawPdf(text, signedAt, fontFamily, size), size);
    } catch (const std::exception &) {
        return fail(ErrorCode::Internal, u"look: drawing cannot be read back"_s);
    }
}

} // namespace sipenduduk
