#pragma once

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>
#include <QTime>

#include <array>
#include <chrono>
#include <optional>

namespace sipenduduk {

/// The office is in Pekanbaru: UTC+7 all year (WIB).
inline constexpr std::chrono::hours OfficeUtcOffset{7};

/// A stretch of one day, office-local; empty unless from < until.
struct DaySpan
{
    QTime from;
    QTime until;
    bool operator==(const DaySpan &) const = default;
};

/// Opening hours of one day. Closed unless open < close.
struct DayHours
{
    QTime open;
    QTime close;
    QList<DaySpan> breaks; ///< any order, may overlap
    bool operator==(const DayHours &) const = default;
};

/// A time in which the clock stands still: an outage that an officer declared, or a berkas that
/// is with the applicant. An invalid `until` means that it has not ended.
struct ClockPause
{
    QDateTime from;  ///< UTC
    QDateTime until; ///< UTC
    QString reason;
    bool operator==(const ClockPause &) const = default;
};

/// When the office works: a table that the admin maintains. Source: domain/rules.md 4.
struct OfficeCalendar
{
    std::array<DayHours, 7> week;      ///< Monday first
    QMap<QDate, DayHours> specialDays; ///< holidays (closed), shortened days, weekend events
    QList<ClockPause> pauses;
    bool operator==(const OfficeCalendar &) const = default;

    /// Hours of `day`: a special day before the weekday.
    [[nodiscard]] const DayHours &hoursOn(const QDate &day) const;
    void close(const QDate &day) { specialDays.insert(day, {}); }
};

/// Monday to Friday 08.00–15.00 with the breaks of noon and of the Friday prayer, no holidays:
/// a start to be edited by the admin, not a fact about the office.
[[nodiscard]] OfficeCalendar defaultOfficeCalendar();

/// Working time from `received` to `until`, 0 or more.
///
/// Closed hours, breaks, holidays and pauses of `calendar` do not count.
/// Both times are UTC; the calendar is office-local (UTC+7).
/// Source: domain/rules.md, "Rules for the clock", 1, 2 and 4.
[[nodiscard]] std::chrono::milliseconds serviceTime(const QDateTime &received,
                                                    const QDateTime &until,
                                                    const OfficeCalendar &calendar);

/// The first moment (UTC) at which `amount` of working time has run since `start`; `start`
/// itself for 0 or less. None when the office stays closed (or paused) for 400 days in a row.
[[nodiscard]] std::optional<QDateTime> addServiceTime(const QDateTime &start,
                                                      std::chrono::milliseconds amount,
                                                      const OfficeCalendar &calendar);

/// Whether the clock runs at `moment` (UTC).
[[nodiscard]] bool isOpen(const QDateTime &moment, const OfficeCalendar &calendar);

/// The office's date at `moment`.
[[nodiscard]] QDate officeDate(const QDateTime &moment);

} // namespace sipenduduk
