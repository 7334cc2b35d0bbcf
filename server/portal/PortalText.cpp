#include "server/portal/PortalText.h"

#include "common/OfficeCalendar.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QLocale &indonesian()
{
    static const QLocale Locale(QLocale::Indonesian, QLocale::Indonesia);
    return Locale;
}

constexpr qsizetype ShownAtFront = 6;
constexpr qsizetype ShownAtBack = 4;

} // namespace

QString longDate(const QDate &date)
{
    return indonesian().toString(date, u"d MMMM yyyy"_s);
}

QString longTime(const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    const QDateTime local = utc.toUTC().addDuration(OfficeUtcOffset);
    return u"%1 pukul %2 WIB"_s.arg(longDate(local.date()), local.time().toString(u"HH.mm"_s));
}

QString fileSize(qint64 bytes)
{
    constexpr qint64 Kilo = 1024;
    if (bytes < Kilo * Kilo)
        return u"%1 KB"_s.arg(qMax(qint64(1), bytes / Kilo));
    return u"%1 MB"_s.arg(indonesian().toString(double(bytes) / (Kilo * Kilo), 'f', 1));
}

QString maskedNumber(const QString &number)
{
    if (number.size() <= ShownAtFront + ShownAtBack)
        return number;
    return number.first(ShownAtFront)
        + QString(number.size() - ShownAtFront - ShownAtBack, QChar(0x2022))
        + number.last(ShownAtBack);
}

} // namespace sipenduduk
