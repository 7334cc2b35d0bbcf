#include "common/KartuKendaliStages.h"

namespace sipenduduk {

namespace {

KartuKendaliStage begun(const KartuKendaliLine &line, Role holder)
{
    KartuKendaliStage stage;
    stage.status = line.status;
    stage.holder = holder;
    stage.handedIn = line.at;
    return stage;
}

void end(QList<KartuKendaliStage> &stages, const KartuKendaliLine &line)
{
    if (stages.isEmpty() || stages.last().handedOn.isValid())
        return;
    stages.last().handedOn = line.at;
    stages.last().leftBy = Action(line.action);
    stages.last().note = line.note;
}

void receive(QList<KartuKendaliStage> &stages, const KartuKendaliLine &line)
{
    if (Action(line.action) == Action::Register) { // ends one step of the FO and begins the next
        if (!stages.isEmpty()) {
            stages.last().received = line.at;
            stages.last().officer = line.officer;
        }
        end(stages, line);
        stages.append(begun(line, line.duty));
    }
    if (stages.isEmpty())
        return;
    stages.last().received = line.at;
    stages.last().officer = line.officer;
}

} // namespace

QList<KartuKendaliStage> stagesOf(const QList<KartuKendaliLine> &lines)
{
    QList<KartuKendaliStage> stages;
    for (const KartuKendaliLine &line : lines) {
        switch (line.kind) {
        case LineKind::Pengajuan:
        case LineKind::Penyerahan:
            end(stages, line);
            stages.append(begun(line, line.counterpart));
            break;
        case LineKind::Penerimaan: receive(stages, line); break;
        case LineKind::Pengiriman:
        case LineKind::Selesai: end(stages, line); break;
        case LineKind::Pekerjaan:
        case LineKind::Paraf:
        case LineKind::Tte: break;
        }
    }
    return stages;
}

} // namespace sipenduduk
