#pragma once

#include "common/OfficeCalendar.h"
#include "common/Status.h"

#include <QDateTime>
#include <QList>

#include <array>
#include <chrono>
#include <optional>

namespace sipenduduk {

/// Stages for which the SOP sets a time. Source: domain/sop.md, the six steps.
enum class SopStep {
    Registration = 0,         ///< FO takes the permohonan into the register
    VerificationAndEntry = 1, ///< FO verifies, enters and makes the draft
    Kasi = 2,
    Kabid = 3,
    Kadin = 4,
    Reception = 5, ///< by the citizen
};
inline constexpr int SopStepCount = 6;

/// The stage in which a permohonan of this status is; none while it is with the applicant (to
/// mend, to open the mail, to collect), with the Editor (no time set for mending), at the end.
[[nodiscard]] std::optional<SopStep> sopStepOf(Status status);

/// Working seconds allowed per stage. As the SOP has it: 18 minutes in all.
struct SlaLimits
{
    std::array<std::chrono::seconds, SopStepCount> perStep{
        std::chrono::seconds(60),  std::chrono::seconds(60),  std::chrono::seconds(300),
        std::chrono::seconds(300), std::chrono::seconds(300), std::chrono::seconds(60)};
    bool operator==(const SlaLimits &) const = default;

    [[nodiscard]] std::chrono::seconds of(SopStep step) const { return perStep[size_t(step)]; }
    [[nodiscard]] std::chrono::seconds total() const;
};

/// One stay of the permohonan at one status, from the kartu kendali.
struct SlaStay
{
    Status status = Status::Diajukan;
    QDateTime received; ///< UTC
    QDateTime handedOn; ///< UTC; invalid: it is still there
    bool operator==(const SlaStay &) const = default;
};

/// What one stage cost. Stays that follow each other within one step are one stage with one
/// clock: verifying and entering have a minute together. A later return starts a new stage.
struct SlaStage
{
    Status status = Status::Diajukan; ///< of its first stay
    std::optional<SopStep> step;      ///< none: no limit
    std::chrono::milliseconds used{}; ///< working time
    bool isLate = false;              ///< used more than the limit of the step
    bool operator==(const SlaStage &) const = default;
};

struct SlaReport
{
    QList<SlaStage> stages;                    ///< in the order of the stays
    std::chrono::milliseconds withOffice{};    ///< working time, none of it with the applicant
    std::chrono::milliseconds withApplicant{}; ///< returned for revision: real time, day and night
    int slowest = -1; ///< index of the stage that overran its limit the most; -1: none late
    bool operator==(const SlaReport &) const = default;
};

/// Reckons all stays, oldest first, up to `now` (UTC).
///
/// The clock stops while the file is with the applicant and during the pauses of `calendar`.
/// Source: domain/rules.md 4, "Rules for the clock", 1 to 4.
[[nodiscard]] SlaReport slaReport(const QList<SlaStay> &stays, const SlaLimits &limits,
                                  const OfficeCalendar &calendar, const QDateTime &now);

/// When the limit of a stage of `status`, begun at `received` (UTC), runs out; none without a limit
/// or when the calendar knows no opening hours.
[[nodiscard]] std::optional<QDateTime> stageDue(Status status, const QDateTime &received,
                                                const SlaLimits &limits,
                                                const OfficeCalendar &calendar);

} // namespace sipenduduk
