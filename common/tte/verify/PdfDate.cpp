#include "common/tte/verify/PdfDate.h"

#include <QTimeZone>

namespace sipenduduk {

namespace {

/// Two digits at `at`, -1 when they are not there.
int twoDigits(QByteArrayView text, qsizetype at)
{
    if (at + 2 > text.size() || text[at] < '0' || text[at] > '9' || text[at + 1] < '0'
        || text[at + 1] > '9')
        return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// Seconds east of UTC from "Z", "+07'00'" or "+07'00"; nothing for anything else.
bool zoneOf(QByteArrayView text, int &seconds)
{
    if (text == "Z" || text == "Z00'00'")
        return seconds = 0, true;
    const bool isShaped = (text.size() == 6 || text.size() == 7) && text[3] == '\''
        && (text[0] == '+' || text[0] == '-') && (text.size() == 6 || text[6] == '\'');
    const int hours = twoDigits(text, 1);
    const int minutes = twoDigits(text, 4);
    if (!isShaped || hours < 0 || hours > 23 || minutes < 0 || minutes > 59)
        return false;
    seconds = (hours * 3600 + minutes * 60) * (text[0] == '-' ? -1 : 1);
    return true;
}

} // namespace

QDateTime pdfDate(QByteArrayView text)
{
    constexpr qsizetype FieldsSize = 16; // D:YYYYMMDDHHmmSS
    if (!text.startsWith("D:") || text.size() <= FieldsSize)
        return {};
    const QDate date(twoDigits(text, 2) * 100 + twoDigits(text, 4), twoDigits(text, 6),
                     twoDigits(text, 8));
    const QTime time(twoDigits(text, 10), twoDigits(text, 12), twoDigits(text, 14));
    int zone = 0;
    if (!date.isValid() || !time.isValid() || !zoneOf(text.sliced(FieldsSize), zone))
        return {};
    return QDateTime(date, time, QTimeZone::UTC).addSecs(-zone);
}

} // namespace sipenduduk
