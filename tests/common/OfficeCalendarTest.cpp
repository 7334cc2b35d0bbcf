#include "common/OfficeCalendar.h"
#include "tests/common/Printers.h"

#include <QTimeZone>

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace sipenduduk;
using namespace std::chrono_literals;

namespace {

/// Office-local wall time of a day of November 2026; Monday is the 2nd.
QDateTime at(int day, int hour, int minute, int second = 0, int ms = 0)
{
    const QDateTime local(QDate(2026, 11, day), QTime(hour, minute, second, ms),
                          QTimeZone::fromSecondsAheadOfUtc(7 * 3600));
    return local.toUTC();
}

OfficeCalendar plainCalendar() // 8 to 15, no breaks
{
    OfficeCalendar calendar;
    for (size_t day = 0; day < 5; ++day)
        calendar.week[day] = {QTime(8, 0), QTime(15, 0), {}};
    return calendar;
}

/// The same by counting second for second, from the wall clock.
std::chrono::milliseconds countedTime(const QDateTime &from, const QDateTime &until,
                                      const OfficeCalendar &calendar)
{
    std::chrono::milliseconds sum(0);
    for (QDateTime t = from; t < until; t = t.addSecs(60))
        if (isOpen(t, calendar))
            sum += 60s;
    return sum;
}

} // namespace

TEST_CASE("Time inside one office day counts to the millisecond", "[calendar]")
{
    const OfficeCalendar calendar = plainCalendar();
    CHECK(serviceTime(at(2, 9, 0), at(2, 9, 5), calendar) == 5min);
    CHECK(serviceTime(at(2, 9, 0, 0, 1), at(2, 9, 0, 0, 2), calendar) == 1ms);
    CHECK(serviceTime(at(2, 9, 5), at(2, 9, 0), calendar) == 0ms);
    CHECK(serviceTime(at(2, 9, 0), at(2, 9, 0), calendar) == 0ms);
    CHECK(serviceTime(QDateTime(), at(2, 9, 0), calendar) == 0ms);
    CHECK(serviceTime(at(2, 9, 0), QDateTime(), calendar) == 0ms);
}

TEST_CASE("A request received outside working hours counts from the next opening", "[calendar]")
{
    const OfficeCalendar calendar = plainCalendar();
    CHECK(serviceTime(at(2, 5, 0), at(2, 8, 1), calendar) == 1min);
    CHECK(serviceTime(at(2, 20, 0), at(3, 8, 1), calendar) == 1min);
    CHECK(serviceTime(at(6, 20, 0), at(9, 8, 1), calendar) == 1min); // Friday evening to Monday
    CHECK(serviceTime(at(7, 10, 0), at(8, 10, 0), calendar) == 0ms); // a weekend
    CHECK(serviceTime(at(2, 14, 59), at(3, 8, 1), calendar) == 2min);
    CHECK(serviceTime(at(2, 0, 0), at(9, 0, 0), calendar) == 35h);
}

TEST_CASE("The office day is that of Pekanbaru, not of Greenwich", "[calendar]")
{
    const OfficeCalendar calendar = plainCalendar();
    // 06.30 UTC on Monday is 13.30 in the office; 22.00 UTC on Sunday is Monday 05.00.
    CHECK(isOpen(QDateTime(QDate(2026, 11, 2), QTime(6, 30), QTimeZone::UTC), calendar));
    CHECK_FALSE(isOpen(QDateTime(QDate(2026, 11, 2), QTime(8, 30), QTimeZone::UTC), calendar));
    CHECK(officeDate(QDateTime(QDate(2026, 11, 1), QTime(22, 0), QTimeZone::UTC))
          == QDate(2026, 11, 2));
    CHECK(officeDate(QDateTime(QDate(2026, 11, 1), QTime(16, 59), QTimeZone::UTC))
          == QDate(2026, 11, 1));
    CHECK(officeDate(QDateTime(QDate(1969, 12, 31), QTime(16, 59), QTimeZone::UTC))
          == QDate(1969, 12, 31));
    CHECK(officeDate(QDateTime(QDate(1969, 12, 31), QTime(17, 0), QTimeZone::UTC))
          == QDate(1970, 1, 1));
    CHECK(isOpen(at(2, 8, 0), calendar));
    CHECK_FALSE(isOpen(at(2, 15, 0), calendar));
}

TEST_CASE("Breaks do not count, and may overlap or stick out", "[calendar]")
{
    OfficeCalendar calendar = plainCalendar();
    calendar.week[4].breaks = {{QTime(11, 30), QTime(13, 30)},
                               {QTime(13, 0), QTime(14, 0)},
                               {QTime(7, 0), QTime(8, 30)},
                               {QTime(14, 0), QTime(14, 0)},
                               {}};
    CHECK(serviceTime(at(6, 0, 0), at(6, 23, 0), calendar) == 4h); // 8.30–11.30 and 14–15
    CHECK(serviceTime(at(6, 11, 0), at(6, 14, 15), calendar) == 45min);
    CHECK_FALSE(isOpen(at(6, 12, 0), calendar));
}

TEST_CASE("Holidays close, shortened days and weekend events have hours of their own", "[calendar]")
{
    OfficeCalendar calendar = plainCalendar();
    calendar.close(QDate(2026, 11, 3));
    calendar.specialDays.insert(QDate(2026, 11, 4), {QTime(8, 0), QTime(12, 0), {}});
    calendar.specialDays.insert(QDate(2026, 11, 7), {QTime(9, 0), QTime(11, 0), {}});
    CHECK(serviceTime(at(3, 0, 0), at(4, 0, 0), calendar) == 0ms);
    CHECK(serviceTime(at(4, 0, 0), at(5, 0, 0), calendar) == 4h);
    CHECK(serviceTime(at(7, 0, 0), at(8, 0, 0), calendar) == 2h);
    calendar.specialDays.insert(QDate(2026, 11, 5),
                                {QTime(12, 0), QTime(8, 0), {}}); // turned round
    CHECK(serviceTime(at(5, 0, 0), at(6, 0, 0), calendar) == 0ms);
}

TEST_CASE("A declared outage stops the clock, also while it lasts", "[calendar]")
{
    OfficeCalendar calendar = plainCalendar();
    calendar.pauses = {{at(2, 9, 0), at(2, 10, 0), QStringLiteral("SIAK")},
                       {at(2, 9, 30), at(2, 10, 30), QStringLiteral("network")}};
    CHECK(serviceTime(at(2, 8, 0), at(2, 11, 0), calendar) == 90min);
    calendar.pauses.append({at(3, 14, 0), QDateTime(), QStringLiteral("SIAK")});
    CHECK(serviceTime(at(3, 8, 0), at(9, 8, 0), calendar) == 6h);
    CHECK_FALSE(addServiceTime(at(3, 14, 30), 1min, calendar));
    calendar.pauses = {{QDateTime(), at(2, 12, 0), {}}, {at(2, 12, 0), at(2, 11, 0), {}}};
    CHECK(serviceTime(at(2, 8, 0), at(2, 15, 0), calendar) == 7h); // nonsense stops nothing
}

TEST_CASE("A due time lies where the allowed time has run", "[calendar]")
{
    const OfficeCalendar calendar = plainCalendar();
    CHECK(addServiceTime(at(2, 9, 0), 5min, calendar) == at(2, 9, 5));
    CHECK(addServiceTime(at(2, 14, 58), 5min, calendar) == at(3, 8, 3));
    CHECK(addServiceTime(at(2, 14, 55), 5min, calendar) == at(2, 15, 0));
    CHECK(addServiceTime(at(6, 14, 59), 2min, calendar) == at(9, 8, 1));
    CHECK(addServiceTime(at(2, 3, 0), 1min, calendar) == at(2, 8, 1));
    CHECK(addServiceTime(at(2, 3, 0), 0min, calendar) == at(2, 3, 0));
    CHECK(addServiceTime(at(2, 8, 0), 70h, calendar) == at(13, 15, 0));
    CHECK_FALSE(addServiceTime(QDateTime(), 1min, calendar));
    CHECK_FALSE(addServiceTime(at(2, 9, 0), 1min, OfficeCalendar{}));
}

TEST_CASE(
    "Over any stretch the sum agrees with counting minute by minute, and a due time is the first",
    "[calendar]")
{
    OfficeCalendar calendar = defaultOfficeCalendar();
    calendar.close(QDate(2026, 11, 10));
    calendar.specialDays.insert(QDate(2026, 11, 14), {QTime(9, 0), QTime(11, 30), {}});
    calendar.pauses = {{at(5, 10, 7), at(6, 9, 13), {}}, {at(12, 14, 0), at(16, 8, 30), {}}};
    std::mt19937 random(20261122); // fixed: the same cases every time
    std::uniform_int_distribution<int> minutes(0, 21 * 24 * 60);
    for (int i = 0; i < 60; ++i) {
        const QDateTime from = at(1, 0, 0).addSecs(60LL * minutes(random));
        const QDateTime until = at(1, 0, 0).addSecs(60LL * minutes(random));
        const auto time = serviceTime(from, until, calendar);
        REQUIRE(time == countedTime(from, until, calendar));
        const QDateTime middle = from.addSecs(from.secsTo(until) / 2);
        if (from < until)
            REQUIRE(serviceTime(from, middle, calendar) + serviceTime(middle, until, calendar)
                    == time);
        const auto due = addServiceTime(from, time, calendar);
        REQUIRE(due);
        REQUIRE(serviceTime(from, *due, calendar) == time);
        if (time > 0ms)
            REQUIRE(serviceTime(from, due->addMSecs(-1), calendar) == time - 1ms);
    }
}

TEST_CASE("The calendar to start from has five working days and a long break on Friday",
          "[calendar]")
{
    const OfficeCalendar calendar = defaultOfficeCalendar();
    CHECK(serviceTime(at(2, 0, 0), at(3, 0, 0), calendar) == 6h);
    CHECK(serviceTime(at(6, 0, 0), at(7, 0, 0), calendar) == 5h);
    CHECK(serviceTime(at(7, 0, 0), at(9, 0, 0), calendar) == 0ms);
}
