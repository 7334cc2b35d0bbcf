#include "app/permohonan/ActionGate.h"

#include "common/Permohonan.h"

#include <algorithm>
#include <array>

namespace sipenduduk {

namespace {

constexpr std::array TypedActions{Action::EditData, Action::JudgeBerkas, Action::MakeDraft};
constexpr std::array ForwardActions{Action::Register,   Action::Verify,      Action::Enter,
                                    Action::HandToKasi, Action::GiveParaf,   Action::Sign,
                                    Action::MakeReady,  Action::HandOverCard};

bool fitsDelivery(const Transition &row, const Dokumen &dokumen)
{
    if (row.guards.testFlag(Guard::ByMail))
        return dokumen.delivery == Delivery::Mail;
    if (row.guards.testFlag(Guard::ByCard))
        return dokumen.delivery == Delivery::Pickup;
    return true;
}

bool hasDrafts(const Permohonan &permohonan)
{
    return !permohonan.dokumenList.isEmpty()
        && std::ranges::all_of(permohonan.dokumenList, [](const Dokumen &dokumen) {
               return !dokumen.draftSha256.isEmpty();
           });
}

bool hasBothParafs(const Dokumen &dokumen)
{
    const auto has = [&](Role duty) {
        return std::ranges::any_of(dokumen.parafList, [&](const Paraf &paraf) {
            return paraf.duty == duty && paraf.draftSha256 == dokumen.draftSha256;
        });
    };
    return has(Role::Kasi) && has(Role::Kabid);
}

} // namespace

QList<OfferedAction> offeredActions(const Permohonan &permohonan, Role duty)
{
    QList<OfferedAction> offered;
    const PermohonanRow &row = permohonan.row;
    for (const Action action : Alur::actions(row.status, row.holder, duty)) {
        const auto found = Alur::find(row.status, row.holder, action, duty);
        if (found && !found->guards.testFlag(Guard::PerDokumen))
            offered.append({action, {}, found->guards});
    }
    for (const Dokumen &dokumen : permohonan.dokumenList) {
        for (const Action action : Alur::actions(dokumen.status, row.holder, duty)) {
            const auto found = Alur::find(dokumen.status, row.holder, action, duty);
            if (found && found->guards.testFlag(Guard::PerDokumen) && fitsDelivery(*found, dokumen))
                offered.append({action, dokumen.id, found->guards});
        }
    }
    return offered;
}

bool isButton(Action action)
{
    return !std::ranges::contains(TypedActions, action);
}

bool isForward(Action action)
{
    return std::ranges::contains(ForwardActions, action);
}

Guards missingGuards(const OfferedAction &offered, const Permohonan &permohonan,
                     const LocalState &local)
{
    Guards missing;
    const auto check = [&](Guard guard, bool isMet) {
        if (offered.guards.testFlag(guard) && !isMet)
            missing |= guard;
    };
    check(Guard::Received, permohonan.isReceivedByMe);
    check(Guard::VerdictsOk, local.isVerdictsOk);
    check(Guard::DataValid, local.isDataValid);
    check(Guard::DraftsMade, hasDrafts(permohonan) && !local.isDataUnsaved);
    check(Guard::BothParafs, std::ranges::all_of(permohonan.dokumenList, hasBothParafs));
    return missing;
}

int unseenPages(const Permohonan &permohonan)
{
    int unseen = 0;
    for (const Dokumen &dokumen : permohonan.dokumenList) {
        for (int page = 1; page <= dokumen.pageCount; ++page)
            unseen += dokumen.seenPages.contains(page) ? 0 : 1;
    }
    return unseen;
}

} // namespace sipenduduk
