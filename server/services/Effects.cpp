#include "server/services/Effects.h"

#include "common/SyaratPermohonan.h"
#include "server/db/BerkasRepository.h"
#include "server/services/Addresses.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// The set that the service brings, by the answers as they are confirmed. A set made before a
/// revision is kept where it is the same, so that its numbers stay.
Result<> makeSet(Step &step)
{
    const auto entered = step.entered();
    const auto present = step.dokumenList();
    if (!entered || !present)
        return std::unexpected(!entered ? entered.error() : present.error());
    const QList<Keluaran> wanted = wantedOutputs(step.layanan(), (*entered)->answers);
    DokumenRepository repository(step.db);
    int position = 0;
    while (position < wanted.size() && position < (*present)->size()
           && (*present)->at(position).output == wanted.at(position).dokumen)
        ++position;
    if (auto removed = repository.removeFrom(step.head.id, position); !removed)
        return removed;
    for (; position < wanted.size(); ++position) {
        DokumenRecord record;
        record.permohonan = step.head.id;
        record.position = position;
        record.output = wanted.at(position).dokumen;
        record.delivery = wanted.at(position).delivery;
        record.verifyToken = newToken();
        record.downloadToken = newToken();
        if (auto inserted = repository.insert(record); !inserted)
            return std::unexpected(inserted.error());
    }
    return {};
}

Result<> giveParafs(Step &step)
{
    const auto list = step.dokumenList();
    if (!list)
        return std::unexpected(list.error());
    for (const DokumenRecord &dokumen : **list) {
        const ParafRecord paraf{.dokumen = dokumen.id,
                                .draftSha256 = dokumen.draftSha256,
                                .duty = step.actor.duty,
                                .user = step.actor.session.user,
                                .officer = step.actor.session.name,
                                .at = step.now};
        if (auto put = DokumenRepository(step.db).putParaf(paraf); !put)
            return put;
        DokumenRecord shown = dokumen;
        shown.status = step.head.status;
        if (auto line = step.addLine(LineKind::Paraf, {}, Role::None, &shown); !line)
            return line;
    }
    return {};
}

Result<> noteDefects(Step &step)
{
    return BerkasRepository(step.db).replaceDefects(step.head.id, step.input.defects);
}

/// The one who gets it back must look anew: his paraf on these drafts is void.
Result<> voidParaf(Step &step, Role duty)
{
    if (auto noted = noteDefects(step); !noted)
        return noted;
    return DokumenRepository(step.db).removeParafs(step.head.id, duty);
}

Result<> moveDokumen(Step &step, const Transition &transition)
{
    const auto dokumen = step.dokumen();
    if (!dokumen)
        return std::unexpected(dokumen.error());
    (*dokumen)->status = transition.to;
    return DokumenRepository(step.db).setStatus((*dokumen)->id, transition.to);
}

Result<> correctAddress(Step &step)
{
    step.head.email = step.input.address;
    return PermohonanRepository(step.db).setAddress(step.head.id, step.input.address);
}

} // namespace

Result<> applyEffects(Step &step, const Transition &transition)
{
    if (transition.guards.testFlag(Guard::PerDokumen)) {
        if (auto moved = moveDokumen(step, transition); !moved)
            return moved;
    }
    switch (transition.action) {
    case Action::Enter: return makeSet(step);
    case Action::GiveParaf: return giveParafs(step);
    case Action::AskRevision:
    case Action::ReturnToEditor: return noteDefects(step);
    case Action::ReturnToKasi: return voidParaf(step, Role::Kasi);
    case Action::ReturnToKabid: return voidParaf(step, Role::Kabid);
    case Action::HandToKasi: return BerkasRepository(step.db).replaceDefects(step.head.id, {});
    case Action::CorrectAddress: return correctAddress(step);
    default: return {};
    }
}

} // namespace sipenduduk
