#include "server/services/Workflow.h"

#include "server/services/Effects.h"
#include "server/services/Guards.h"
#include "server/services/Letters.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

bool isPerDokumen(Action action)
{
    return std::ranges::any_of(Alur::table(), [&](const Transition &row) {
        return row.action == action && row.guards.testFlag(Guard::PerDokumen);
    });
}

/// The state that decides: of the permohonan, or of the one dokumen that is moved.
Result<Status> decidingState(Step &step)
{
    if (!isPerDokumen(step.action))
        return step.head.status;
    const auto dokumen = step.dokumen();
    if (!dokumen)
        return std::unexpected(dokumen.error());
    return (*dokumen)->status;
}

bool isReturn(Action action)
{
    using enum Action;
    return action == ReturnToEditor || action == ReturnToKasi || action == ReturnToKabid
        || action == HandToFo || action == HandToEditor || action == Resubmit;
}

bool movesOn(Action action)
{
    using enum Action;
    return action == GiveParaf || action == HandToKasi || action == Sign;
}

/// In words for the one who gets it back; the structured defects stand beside.
QString lineNote(const Step &step)
{
    QStringList parts;
    if (!step.input.note.trimmed().isEmpty())
        parts.append(step.input.note.trimmed());
    for (const Defect &defect : step.input.defects)
        parts.append(defect.code.isEmpty() ? defect.solution
                                           : u"%1: %2"_s.arg(defect.code, defect.solution));
    return parts.join(u"; "_s).left(2000);
}

LineKind lineKind(const Transition &transition, bool changesHands)
{
    using enum Action;
    if (transition.guards.testFlag(Guard::PerDokumen))
        return LineKind::Pengiriman;
    switch (transition.action) {
    case Submit:
    case Resubmit: return LineKind::Pengajuan;
    case Register:
    case Receive: return LineKind::Penerimaan;
    case Reject:
    case Cancel: return LineKind::Selesai;
    default: return changesHands ? LineKind::Penyerahan : LineKind::Pekerjaan;
    }
}

/// Who holds the set after the TTE: the counter while something waits there, else the mail
/// worker while something is not sent, else the applicant, else nobody.
Role holderOfSet(const QList<DokumenRecord> &list)
{
    const auto any = [&](auto claim) { return std::ranges::any_of(list, claim); };
    using enum Status;
    if (any([](const DokumenRecord &d) {
            return d.status == GagalKirim || d.status == SiapDiambil
                || (d.status == Ditandatangani && d.delivery == Delivery::Pickup);
        }))
        return Role::Fo;
    if (any([](const DokumenRecord &d) { return d.status == Ditandatangani; }))
        return Role::Sistem;
    return any([](const DokumenRecord &d) { return d.status == Terkirim; }) ? Role::Pemohon
                                                                            : Role::None;
}

Result<> moveSet(Step &step)
{
    const auto list = step.dokumenList();
    if (!list)
        return std::unexpected(list.error());
    QList<Status> states;
    for (const DokumenRecord &dokumen : **list)
        states.append(dokumen.status);
    step.head.status = Alur::ofSet(states);
    step.head.holder = holderOfSet(**list);
    return {};
}

Result<> moveHead(Step &step, const Transition &transition)
{
    PermohonanHead &head = step.head;
    const Role before = head.holder;
    head.status = transition.to;
    head.holder = transition.holder;
    if (transition.guards.testFlag(Guard::PerDokumen) || transition.action == Action::Sign) {
        if (auto moved = moveSet(step); !moved)
            return moved;
    }
    if (transition.action == Action::Register || transition.action == Action::Receive)
        head.receivedBy = step.actor.session.user;
    if (isReturn(transition.action))
        head.isReturned = true;
    else if (movesOn(transition.action))
        head.isReturned = false;
    if (head.holder != before) {
        head.receivedBy = {};
        head.handedBy = step.actor.duty;
        head.stepSince = step.now;
    }
    return {};
}

Result<> addTransitionLine(Step &step, const Transition &transition, Role before, Role giver)
{
    const bool changesHands = step.head.holder != before;
    const LineKind kind = lineKind(transition, changesHands);
    if (kind == LineKind::Pengiriman) {
        const auto dokumen = step.dokumen();
        if (!dokumen)
            return std::unexpected(dokumen.error());
        return step.addLine(kind, lineNote(step), step.head.holder, *dokumen);
    }
    const Role counterpart = kind == LineKind::Penerimaan ? giver
        : changesHands || kind == LineKind::Pengajuan     ? step.head.holder
                                                          : Role::None;
    return step.addLine(kind, lineNote(step), counterpart);
}

} // namespace

Result<Transition> Workflow::begin(Step &step, PermohonanId id, std::optional<int> version,
                                   Action action)
{
    step.action = action;
    if (auto opened = step.open(id); !opened)
        return std::unexpected(opened.error());
    if (version && *version != step.head.version)
        return fail(ErrorCode::Conflict, u"version"_s);
    const Result<Status> state = decidingState(step);
    if (!state)
        return std::unexpected(state.error());
    const auto transition = Alur::find(*state, step.head.holder, action, step.actor.duty);
    if (!transition)
        return fail(ErrorCode::NotAllowed, u"%1 in %2"_s.arg(int(action)).arg(word(*state)));
    if (auto checked = checkGuards(step, *transition); !checked)
        return std::unexpected(checked.error());
    return *transition;
}

Result<StepOutcome> Workflow::complete(Step &step, const Transition &transition)
{
    const Role before = step.head.holder;
    const Role giver = step.head.handedBy;
    if (auto applied = applyEffects(step, transition); !applied)
        return std::unexpected(applied.error());
    if (auto moved = moveHead(step, transition); !moved)
        return std::unexpected(moved.error());
    if (auto line = addTransitionLine(step, transition, before, giver); !line)
        return std::unexpected(line.error());
    if (transition.mail != MailEvent::None) {
        if (auto queued = Letters::queue(step, transition.mail); !queued)
            return std::unexpected(queued.error());
    }
    Result<Change> change = step.finish();
    if (!change)
        return std::unexpected(change.error());
    return StepOutcome{.reply = {step.head.version, step.head.status, step.head.holder},
                       .change = std::move(*change),
                       .hasMail = transition.mail != MailEvent::None};
}

Result<StepOutcome> Workflow::act(Connection &connection, const OfficeParts &parts,
                                  const Actor &actor, PermohonanId id, std::optional<int> version,
                                  Action action, const StepInput &input, const QDateTime &now)
{
    Step step(connection, parts, actor, now);
    step.input = input;
    const Result<Transition> transition = begin(step, id, version, action);
    if (!transition)
        return std::unexpected(transition.error());
    return complete(step, *transition);
}

} // namespace sipenduduk
