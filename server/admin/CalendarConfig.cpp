#include "server/admin/CalendarConfig.h"

#include "server/admin/AdminTexts.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QStringList Weekdays{u"monday"_s, u"tuesday"_s,  u"wednesday"_s, u"thursday"_s,
                           u"friday"_s, u"saturday"_s, u"sunday"_s};

std::optional<DaySpan> spanFrom(const QString &text)
{
    const QStringList ends = text.split(u'-');
    if (ends.size() != 2)
        return std::nullopt;
    const DaySpan span{QTime::fromString(ends[0].trimmed(), u"HH:mm"_s),
                       QTime::fromString(ends[1].trimmed(), u"HH:mm"_s)};
    if (!span.from.isValid() || !span.until.isValid() || span.from >= span.until)
        return std::nullopt;
    return span;
}

/// "closed", or "08:00-15:00, break 12:00-13:00, break …".
std::optional<DayHours> hoursFrom(const QString &text)
{
    if (text == u"closed"_s)
        return DayHours();
    QStringList parts = text.split(u',');
    const auto open = spanFrom(parts.takeFirst());
    if (!open)
        return std::nullopt;
    DayHours hours{open->from, open->until, {}};
    for (const QString &part : std::as_const(parts)) {
        const QString trimmed = part.trimmed();
        const auto pause =
            trimmed.startsWith(u"break "_s) ? spanFrom(trimmed.sliced(6)) : std::nullopt;
        if (!pause)
            return std::nullopt;
        hours.breaks.append(*pause);
    }
    return hours;
}

} // namespace

AdminResult<OfficeCalendar> calendarFrom(const ConfigFile &file)
{
    OfficeCalendar calendar = defaultOfficeCalendar();
    for (const QString &key : file.keys(u"calendar"_s)) {
        const QString name = u"calendar."_s + key;
        const auto hours = hoursFrom(file.value(name));
        if (!hours)
            return refuse(
                file.place(name)
                + AdminTexts::tr(
                    "write \"closed\", or hours such as \"08:00-15:00, break 12:00-13:00\"."));
        const qsizetype weekday = Weekdays.indexOf(key);
        const QDate day = QDate::fromString(key, Qt::ISODate);
        if (weekday < 0 && !day.isValid())
            return refuse(
                file.place(name)
                + AdminTexts::tr(
                    "this is neither a weekday (monday … sunday) nor a date (2026-12-25)."));
        if (weekday >= 0)
            calendar.week[std::size_t(weekday)] = *hours;
        else
            calendar.specialDays.insert(day, *hours);
    }
    return calendar;
}

} // namespace sipenduduk
