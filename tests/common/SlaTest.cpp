#include "common/Sla.h"
#include "tests/common/Printers.h"

#include <QTimeZone>

#include <catch2/catch_test_macros.hpp>

using namespace sipenduduk;
using namespace std::chrono_literals;

namespace {

/// Office-local wall time on Monday 2 November 2026, or days after it.
QDateTime monday(int hour, int minute, int second = 0, int daysAfter = 0)
{
    return QDateTime(QDate(2026, 11, 2).addDays(daysAfter), QTime(hour, minute, second),
                     QTimeZone::fromSecondsAheadOfUtc(7 * 3600))
        .toUTC();
}

SlaReport reportOf(const QList<SlaStay> &stays, const QDateTime &now)
{
    return slaReport(stays, SlaLimits{}, defaultOfficeCalendar(), now);
}

} // namespace

TEST_CASE("The SOP allows 18 minutes in all", "[sla]")
{
    const SlaLimits limits;
    CHECK(limits.of(SopStep::Registration) == 1min);
    CHECK(limits.of(SopStep::VerificationAndEntry) == 1min);
    CHECK(limits.of(SopStep::Kasi) == 5min);
    CHECK(limits.of(SopStep::Kabid) == 5min);
    CHECK(limits.of(SopStep::Kadin) == 5min);
    CHECK(limits.of(SopStep::Reception) == 1min);
    CHECK(limits.total() == 18min);
}

TEST_CASE("A permohonan on time is late nowhere", "[sla]")
{
    const SlaReport report = reportOf({{Status::Diajukan, monday(9, 0), monday(9, 1)},
                                       {Status::Diregistrasi, monday(9, 1), monday(9, 1, 30)},
                                       {Status::Diverifikasi, monday(9, 1, 30), monday(9, 2)},
                                       {Status::DiKasi, monday(9, 2), monday(9, 7)},
                                       {Status::DiKabid, monday(9, 7), monday(9, 12)},
                                       {Status::DiKadin, monday(9, 12), monday(9, 17)},
                                       {Status::Ditandatangani, monday(9, 17), monday(9, 18)},
                                       {Status::Terkirim, monday(9, 18), {}}},
                                      monday(14, 0));
    CHECK(report.slowest == -1);
    CHECK(report.withOffice == 18min); // the mail in the citizen's box costs the office nothing
    CHECK(report.withApplicant == 0ms);
    REQUIRE(report.stages.size() == 7); // verifying and entering are one
    CHECK(report.stages.at(1).status == Status::Diregistrasi);
    CHECK(report.stages.at(1).used == 1min);
}

TEST_CASE("Verifying and entering share one minute", "[sla]")
{
    const SlaReport report = reportOf({{Status::Diregistrasi, monday(9, 0), monday(9, 0, 40)},
                                       {Status::Diverifikasi, monday(9, 0, 40), monday(9, 1, 1)}},
                                      monday(10, 0));
    REQUIRE(report.stages.size() == 1);
    CHECK(report.stages.first().used == 61s);
    CHECK(report.stages.first().isLate);
    CHECK(report.slowest == 0);
}

TEST_CASE("The stage that overran the most is named", "[sla]")
{
    const SlaReport report = reportOf({{Status::Diajukan, monday(9, 0), monday(9, 3)},  // 2 over
                                       {Status::DiKasi, monday(9, 3), monday(9, 12)},   // 4 over
                                       {Status::DiKabid, monday(9, 12), monday(9, 17)}, // on time
                                       {Status::DiKadin, monday(9, 17), {}}},           // 3 over
                                      monday(9, 25));
    CHECK(report.stages.at(0).isLate);
    CHECK(report.stages.at(1).isLate);
    CHECK_FALSE(report.stages.at(2).isLate);
    CHECK(report.stages.at(3).isLate);
    CHECK(report.slowest == 1);
    CHECK(report.stages.at(3).used == 8min); // still there: up to now
}

TEST_CASE("The clock stops while the file is with the applicant", "[sla]")
{
    const SlaReport report =
        reportOf({{Status::Diajukan, monday(9, 0), monday(9, 1)},
                  {Status::DikembalikanKePemohon, monday(9, 1), monday(9, 0, 0, 3)},
                  {Status::Diajukan, monday(9, 0, 0, 3), monday(9, 0, 30, 3)}},
                 monday(10, 0, 0, 3));
    REQUIRE(report.stages.size() == 3);
    CHECK(report.stages.at(1).used == 0ms);
    CHECK_FALSE(report.stages.at(1).isLate);
    CHECK(report.stages.at(2).used == 30s); // a stage of its own, not added to the first
    CHECK(report.withOffice == 90s);
    CHECK(report.withApplicant == 72h - 1min);
    CHECK(report.slowest == -1);
}

TEST_CASE("Mending by the Editor has no limit but is the office's time", "[sla]")
{
    const SlaReport report =
        reportOf({{Status::DiEditor, monday(9, 0), monday(9, 30)}}, monday(10, 0));
    CHECK_FALSE(report.stages.first().step);
    CHECK_FALSE(report.stages.first().isLate);
    CHECK(report.withOffice == 30min);
}

TEST_CASE("A return to the Kasi or Kabid is measured like their own step", "[sla]")
{
    CHECK(sopStepOf(Status::DikembalikanKeKasi) == SopStep::Kasi);
    CHECK(sopStepOf(Status::DikembalikanKeKabid) == SopStep::Kabid);
    for (const Status status : {Status::DikembalikanKePemohon, Status::Ditolak, Status::DiEditor,
                                Status::Diterima, Status::Diambil, Status::DibatalkanPemohon,
                                Status::SiapDiambil, Status::Terkirim, Status::Baru})
        CHECK_FALSE(sopStepOf(status));
}

TEST_CASE("The night and an outage make no stage late", "[sla]")
{
    OfficeCalendar calendar = defaultOfficeCalendar();
    calendar.pauses = {{monday(8, 2, 0, 1), monday(11, 0, 0, 1), QStringLiteral("SIAK")}};
    const SlaReport report = slaReport({{Status::DiKasi, monday(14, 58), monday(11, 1, 0, 1)}},
                                       SlaLimits{}, calendar, monday(12, 0, 0, 1));
    CHECK(report.stages.first().used == 5min);
    CHECK_FALSE(report.stages.first().isLate);
}

TEST_CASE("A stage is due when its limit has run in working time", "[sla]")
{
    const SlaLimits limits;
    const OfficeCalendar calendar = defaultOfficeCalendar();
    CHECK(stageDue(Status::DiKasi, monday(9, 0), limits, calendar) == monday(9, 5));
    CHECK(stageDue(Status::DiKasi, monday(14, 58), limits, calendar) == monday(8, 3, 0, 1));
    CHECK_FALSE(stageDue(Status::DiEditor, monday(9, 0), limits, calendar));
    CHECK_FALSE(stageDue(Status::DiKasi, monday(9, 0), limits, OfficeCalendar{}));
}
