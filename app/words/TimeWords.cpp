#include "app/words/Words.h"

#include "common/OfficeCalendar.h"

#include <QCoreApplication>
#include <QLocale>

namespace sipenduduk {

namespace {

struct TimeTr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QDateTime inOffice(const QDateTime &utc)
{
    return utc.toOffsetFromUtc(int(std::chrono::seconds(OfficeUtcOffset).count()));
}

QString joined(const QString &large, const QString &small)
{
    //: A duration of two parts, as in "2 hours 5 minutes".
    return small.isEmpty() ? large : TimeTr::tr("%1 %2", "duration").arg(large, small);
}

} // namespace

QString words::dateTime(const QDateTime &utc)
{
    //: How a date with time is written; see QLocale::toString() for the letters.
    return utc.isValid() ? QLocale().toString(inOffice(utc), TimeTr::tr("d MMM yyyy HH:mm"))
                         : QString();
}

QString words::exactDateTime(const QDateTime &utc)
{
    //: How a date with time to the second is written; see QLocale::toString() for the letters.
    return utc.isValid() ? QLocale().toString(inOffice(utc), TimeTr::tr("d MMM yyyy HH:mm:ss"))
                         : QString();
}

QString words::date(const QDate &date)
{
    //: How a date is written; see QLocale::toString() for the letters.
    return date.isValid() ? QLocale().toString(date, TimeTr::tr("d MMM yyyy")) : QString();
}

QString words::duration(qint64 milliseconds)
{
    const qint64 minutes = milliseconds / 60'000;
    const int days = int(minutes / 1440);
    const int hours = int(minutes / 60 % 24);
    const int rest = int(minutes % 60);
    if (minutes < 1)
        return TimeTr::tr("under a minute");
    const QString hourText = hours ? TimeTr::tr("%n hours", nullptr, hours) : QString();
    if (days)
        return joined(TimeTr::tr("%n days", nullptr, days), hourText);
    const QString minuteText = rest ? TimeTr::tr("%n minutes", nullptr, rest) : QString();
    return hours ? joined(hourText, minuteText) : minuteText;
}

QString words::shortHash(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.first(qMin<qsizetype>(4, sha256.size())).toHex());
}

} // namespace sipenduduk
