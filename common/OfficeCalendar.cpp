#include "common/OfficeCalendar.h"

#include <QTimeZone>

#include <algorithm>
#include <limits>
#include <vector>

namespace sipenduduk {

namespace {

constexpr qint64 MsPerDay = 24 * 60 * 60 * 1000LL;
constexpr qint64 OffsetMs = std::chrono::milliseconds(OfficeUtcOffset).count();
constexpr qint64 JulianDayOfEpoch = 2440588; ///< 1970-01-01
constexpr qint64 MostClosedDays = 400;

/// A half-open stretch of UTC milliseconds since the epoch.
struct Stretch
{
    qint64 from;
    qint64 until;
};
using Stretches = std::vector<Stretch>;

qint64 officeDayOf(qint64 utcMs)
{
    const qint64 local = utcMs + OffsetMs;
    return local >= 0 ? local / MsPerDay : (local - MsPerDay + 1) / MsPerDay;
}

qint64 startOfDay(qint64 day)
{
    return day * MsPerDay - OffsetMs;
}

/// `stretches` without `hole`.
Stretches without(const Stretches &stretches, const Stretch &hole)
{
    if (hole.from >= hole.until)
        return stretches;
    Stretches left;
    for (const Stretch &stretch : stretches) {
        if (stretch.from < std::min(stretch.until, hole.from))
            left.push_back({stretch.from, std::min(stretch.until, hole.from)});
        if (std::max(stretch.from, hole.until) < stretch.until)
            left.push_back({std::max(stretch.from, hole.until), stretch.until});
    }
    return left;
}

Stretch pauseStretch(const ClockPause &pause)
{
    if (!pause.from.isValid())
        return {0, 0};
    const qint64 until = pause.until.isValid() ? pause.until.toMSecsSinceEpoch()
                                               : std::numeric_limits<qint64>::max();
    return {pause.from.toMSecsSinceEpoch(), until};
}

/// When the clock runs on the office day numbered `day` (days since 1970-01-01), in order.
Stretches workingStretches(qint64 day, const OfficeCalendar &calendar)
{
    const DayHours &hours = calendar.hoursOn(QDate::fromJulianDay(day + JulianDayOfEpoch));
    if (!hours.open.isValid() || !hours.close.isValid() || hours.open >= hours.close)
        return {};
    const qint64 midnight = startOfDay(day);
    Stretches stretches{{midnight + hours.open.msecsSinceStartOfDay(),
                         midnight + hours.close.msecsSinceStartOfDay()}};
    for (const DaySpan &span : hours.breaks)
        if (span.from.isValid() && span.until.isValid())
            stretches = without(stretches,
                                {midnight + span.from.msecsSinceStartOfDay(),
                                 midnight + span.until.msecsSinceStartOfDay()});
    for (const ClockPause &pause : calendar.pauses)
        stretches = without(stretches, pauseStretch(pause));
    return stretches;
}

DayHours weekdayHours(const QTime &open, const QTime &close, const DaySpan &pause)
{
    return {open, close, {pause}};
}

} // namespace

const DayHours &OfficeCalendar::hoursOn(const QDate &day) const
{
    const auto special = specialDays.constFind(day);
    return special != specialDays.cend() ? *special : week[size_t(day.dayOfWeek() - 1)];
}

OfficeCalendar defaultOfficeCalendar()
{
    const QTime open(8, 0);
    const QTime close(15, 0);
    OfficeCalendar calendar;
    for (size_t day = 0; day < 4; ++day)
        calendar.week[day] = weekdayHours(open, close, {QTime(12, 0), QTime(13, 0)});
    calendar.week[4] = weekdayHours(open, close, {QTime(11, 30), QTime(13, 30)});
    return calendar;
}

std::chrono::milliseconds serviceTime(const QDateTime &received, const QDateTime &until,
                                      const OfficeCalendar &calendar)
{
    if (!received.isValid() || !until.isValid() || until <= received)
        return std::chrono::milliseconds(0);
    const qint64 from = received.toMSecsSinceEpoch();
    const qint64 to = until.toMSecsSinceEpoch();
    qint64 total = 0;
    for (qint64 day = officeDayOf(from); day <= officeDayOf(to); ++day)
        for (const Stretch &stretch : workingStretches(day, calendar))
            total +=
                std::max<qint64>(0, std::min(stretch.until, to) - std::max(stretch.from, from));
    return std::chrono::milliseconds(total);
}

std::optional<QDateTime> addServiceTime(const QDateTime &start, std::chrono::milliseconds amount,
                                        const OfficeCalendar &calendar)
{
    if (!start.isValid())
        return std::nullopt;
    if (amount.count() <= 0)
        return start;
    const qint64 from = start.toMSecsSinceEpoch();
    qint64 left = amount.count();
    qint64 lastOpenDay = officeDayOf(from);
    for (qint64 day = lastOpenDay; day - lastOpenDay <= MostClosedDays; ++day) {
        for (const Stretch &stretch : workingStretches(day, calendar)) {
            const qint64 begin = std::max(stretch.from, from);
            if (begin >= stretch.until)
                continue;
            if (left <= stretch.until - begin)
                return QDateTime::fromMSecsSinceEpoch(begin + left, start.timeRepresentation());
            left -= stretch.until - begin;
            lastOpenDay = day;
        }
    }
    return std::nullopt;
}

bool isOpen(const QDateTime &moment, const OfficeCalendar &calendar)
{
    const qint64 at = moment.toMSecsSinceEpoch();
    return std::ranges::any_of(workingStretches(officeDayOf(at), calendar),
                               [at](const Stretch &s) { return s.from <= at && at < s.until; });
}

QDate officeDate(const QDateTime &moment)
{
    return QDate::fromJulianDay(officeDayOf(moment.toMSecsSinceEpoch()) + JulianDayOfEpoch);
}

} // namespace sipenduduk
