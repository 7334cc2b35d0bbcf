#include "server/documents/QrSymbol.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int QuietZone = 4; ///< modules
constexpr qsizetype MaxQrText = 500;

using QrPointer = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

/// One rectangle per run of dark modules: smaller, and without hairlines between modules.
void drawModules(QPainter &painter, const QRcode &code, const QPointF &origin, qreal module)
{
    for (int row = 0; row < code.width; ++row) {
        for (int column = 0; column < code.width;) {
            int end = column;
            while (end < code.width && (code.data[row * code.width + end] & 1) != 0)
                ++end;
            if (end > column)
                painter.drawRect(QRectF(origin.x() + column * module, origin.y() + row * module,
                                        (end - column) * module, module));
            column = end + 1;
        }
    }
}

} // namespace

Result<> drawQrSymbol(QPainter &painter, const QRectF &square, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > MaxQrText)
        return fail(ErrorCode::InvalidArgument, u"qr: empty or too long"_s);
    const QrPointer code(QRcode_encodeString8bit(bytes.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return fail(ErrorCode::InvalidArgument, u"qr: cannot be encoded"_s);
    const qreal module = square.width() / (code->width + 2 * QuietZone);
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRect(square);
    painter.setBrush(Qt::black);
    drawModules(painter, *code, square.topLeft() + QPointF(QuietZone, QuietZone) * module, module);
    painter.restore();
    return {};
}

} // namespace sipenduduk
