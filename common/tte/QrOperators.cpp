#include "common/tte/QrOperators.h"

#include "common/tte/x509/OpenSsl.h"

#include <qrencode.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int QuietZone = 4; // modules, ISO/IEC 18004

/// One line of modules as rectangles "x y width 1 re".
void appendRuns(QByteArray &out, const unsigned char *line, int width, int y)
{
    for (int x = 0; x < width; ++x) {
        if ((line[x] & 1) == 0)
            continue;
        const int start = x;
        while (x < width && (line[x] & 1) != 0)
            ++x;
        out += QByteArray::number(start) + ' ' + QByteArray::number(y) + ' '
            + QByteArray::number(x - start) + " 1 re\n";
    }
}

} // namespace

Result<QByteArray> qrOperators(const QString &text, const QRectF &area)
{
    const QByteArray utf8 = text.toUtf8();
    const std::unique_ptr<QRcode, ossl::Free<QRcode_free>> code(
        utf8.isEmpty() ? nullptr : QRcode_encodeString8bit(utf8.constData(), 0, QR_ECLEVEL_M));
    if (!code)
        return fail(ErrorCode::InvalidArgument, u"text does not fit into a QR"_s);
    const double module = std::min(area.width(), area.height()) / (code->width + 2 * QuietZone);
    // Modules count from the top; PDF counts from the bottom.
    QByteArray out = "q 0 g " + QByteArray::number(module, 'f', 4) + " 0 0 "
        + QByteArray::number(-module, 'f', 4) + ' '
        + QByteArray::number(area.x() + QuietZone * module, 'f', 3) + ' '
        + QByteArray::number(area.y() + area.height() - QuietZone * module, 'f', 3) + " cm\n";
    for (int y = 0; y < code->width; ++y)
        appendRuns(out, code->data + ptrdiff_t(y) * code->width, code->width, y);
    return out + "f Q\n";
}

} // namespace sipenduduk
