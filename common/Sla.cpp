#include "common/Sla.h"

#include <algorithm>
#include <numeric>

namespace sipenduduk {

namespace {

using std::chrono::milliseconds;

bool isWithApplicant(Status status)
{
    switch (status) {
    case Status::DikembalikanKePemohon:
    case Status::Terkirim:
    case Status::SiapDiambil:
    case Status::Diterima:
    case Status::Diambil:
    case Status::Ditolak:
    case Status::DibatalkanPemohon: return true;
    default: return false;
    }
}

QDateTime endOf(const SlaStay &stay, const QDateTime &now)
{
    return stay.handedOn.isValid() ? stay.handedOn : now;
}

void addStay(QList<SlaStage> &stages, const SlaStay &stay, milliseconds used)
{
    const auto step = sopStepOf(stay.status);
    if (step && !stages.isEmpty() && stages.last().step == step)
        stages.last().used += used;
    else
        stages << SlaStage{stay.status, step, used};
}

milliseconds realTime(const SlaStay &stay, const QDateTime &now)
{
    return std::max(milliseconds(0), milliseconds(stay.received.msecsTo(endOf(stay, now))));
}

/// Index of the late stage with the largest overrun; the earlier one of equals.
int slowestOf(const QList<SlaStage> &stages, const SlaLimits &limits)
{
    int slowest = -1;
    milliseconds worst(0);
    for (int i = 0; i < int(stages.size()); ++i) {
        const SlaStage &stage = stages.at(i);
        if (!stage.step || !stage.isLate)
            continue;
        const milliseconds overrun = stage.used - limits.of(*stage.step);
        if (overrun > worst) {
            worst = overrun;
            slowest = i;
        }
    }
    return slowest;
}

} // namespace

std::optional<SopStep> sopStepOf(Status status)
{
    switch (status) {
    case Status::Diajukan: return SopStep::Registration;
    case Status::Diregistrasi:
    case Status::Diverifikasi:
    case Status::Dientri: return SopStep::VerificationAndEntry;
    case Status::DiKasi:
    case Status::DikembalikanKeKasi: return SopStep::Kasi;
    case Status::DiKabid:
    case Status::DikembalikanKeKabid: return SopStep::Kabid;
    case Status::DiKadin: return SopStep::Kadin;
    case Status::Ditandatangani: return SopStep::Reception;
    default: return std::nullopt;
    }
}

std::chrono::seconds SlaLimits::total() const
{
    return std::accumulate(perStep.cbegin(), perStep.cend(), std::chrono::seconds(0));
}

SlaReport slaReport(const QList<SlaStay> &stays, const SlaLimits &limits,
                    const OfficeCalendar &calendar, const QDateTime &now)
{
    SlaReport report;
    for (const SlaStay &stay : stays) {
        const bool isOffice = !isWithApplicant(stay.status);
        const milliseconds used =
            isOffice ? serviceTime(stay.received, endOf(stay, now), calendar) : milliseconds(0);
        addStay(report.stages, stay, used);
        report.withOffice += used;
        if (stay.status == Status::DikembalikanKePemohon)
            report.withApplicant += realTime(stay, now);
    }
    for (SlaStage &stage : report.stages)
        stage.isLate = stage.step && stage.used > limits.of(*stage.step);
    report.slowest = slowestOf(report.stages, limits);
    return report;
}

std::optional<QDateTime> stageDue(Status status, const QDateTime &received, const SlaLimits &limits,
                                  const OfficeCalendar &calendar)
{
    const auto step = sopStepOf(status);
    return step ? addServiceTime(received, limits.of(*step), calendar) : std::nullopt;
}

} // namespace sipenduduk
