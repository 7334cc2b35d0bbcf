#include "server/services/Guards.h"

#include "common/IsianPermohonan.h"
#include "common/OfficeCalendar.h"
#include "common/SyaratPermohonan.h"
#include "server/db/BerkasRepository.h"
#include "server/db/KartuKendaliRepository.h"
#include "server/services/Addresses.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxSolution = 1000;

std::unexpected<Error> incomplete(const QString &what)
{
    return fail(ErrorCode::Incomplete, what);
}

Result<> received(Step &step, const Transition &)
{
    if (step.head.receivedBy != step.actor.session.user)
        return incomplete(u"received"_s);
    return {};
}

Result<> verdictsOk(Step &step, const Transition &)
{
    const auto entered = step.entered();
    const auto berkas = BerkasRepository(step.db).list(step.head.id);
    if (!entered || !berkas)
        return std::unexpected(!entered ? entered.error() : berkas.error());
    const JawabanSyarat &answers = (*entered)->answers;
    if (!(*entered)->isAnswersConfirmed || !unansweredConditions(step.layanan(), answers).isEmpty())
        return incomplete(u"answers"_s);
    QSet<QString> inOrder;
    for (const Berkas &upload : *berkas) {
        if (upload.isSuperseded)
            continue;
        if (upload.verdict != Verdict::Ok)
            return incomplete(u"verdicts"_s);
        inOrder.insert(upload.requirement);
    }
    if (!missingRequirements(step.layanan(), answers, inOrder).isEmpty())
        return incomplete(u"requirements"_s);
    return {};
}

Result<> dataValid(Step &step, const Transition &)
{
    const auto entered = step.entered();
    if (!entered)
        return std::unexpected(entered.error());
    const auto findings = checkIsian(step.layanan(), (*entered)->data, officeDate(step.now));
    const auto has = [&](FindingLevel level) {
        return std::ranges::any_of(findings, [&](const Finding &f) { return f.level == level; });
    };
    if (has(FindingLevel::Error))
        return incomplete(u"data"_s);
    if (has(FindingLevel::Warning) && (*entered)->warningReason.trimmed().isEmpty())
        return incomplete(u"warnings"_s);
    return {};
}

Result<> draftsMade(Step &step, const Transition &)
{
    const auto list = step.dokumenList();
    const auto dataVersion = PermohonanRepository(step.db).dataVersion(step.head.id);
    if (!list || !dataVersion)
        return std::unexpected(!list ? list.error() : dataVersion.error());
    const bool areMade =
        !(*list)->isEmpty() && std::ranges::all_of(**list, [&](const DokumenRecord &d) {
            return !d.draftSha256.isEmpty() && d.draftData == *dataVersion;
        });
    return areMade ? Result<>() : incomplete(u"drafts"_s);
}

bool isKnown(const Layanan &layanan, const Defect &defect)
{
    // The wire carries any number; beyond the enum it would index past tables of words.
    if (defect.verdict < Verdict::Pending || defect.verdict > Verdict::Missing)
        return false;
    switch (defect.target) {
    case DefectTarget::Requirement: return layanan.requirement(defect.code) != nullptr;
    case DefectTarget::Field: return layanan.field(defect.code) != nullptr;
    case DefectTarget::Draft: return layanan.outputOf(defect.code) != nullptr;
    case DefectTarget::Other: return defect.code.isEmpty();
    }
    return false;
}

Result<> defects(Step &step, const Transition &)
{
    if (step.input.defects.isEmpty())
        return incomplete(u"defects"_s);
    for (const Defect &defect : step.input.defects) {
        if (!isKnown(step.layanan(), defect))
            return fail(ErrorCode::InvalidArgument, u"defect"_s);
        if (defect.solution.trimmed().isEmpty() || defect.solution.size() > MaxSolution)
            return incomplete(u"defects"_s);
    }
    return {};
}

Result<> reason(Step &step, const Transition &)
{
    return step.input.note.trimmed().isEmpty() ? incomplete(u"reason"_s) : Result<>();
}

Result<> passwordFresh(Step &step, const Transition &)
{
    return step.actor.isPasswordFresh ? Result<>()
                                      : fail(ErrorCode::PasswordRequired, u"paraf window"_s);
}

Result<> fourEyes(Step &step, const Transition &transition)
{
    const auto approved = KartuKendaliRepository(step.db).hasApprovedAs(
        step.head.id, step.actor.session.user, transition.by);
    if (!approved)
        return std::unexpected(approved.error());
    return *approved ? fail(ErrorCode::FourEyes, u"another approval"_s) : Result<>();
}

Result<> bothParafs(Step &step, const Transition &)
{
    const auto list = step.dokumenList();
    const auto parafs = DokumenRepository(step.db).parafs(step.head.id);
    if (!list || !parafs)
        return std::unexpected(!list ? list.error() : parafs.error());
    for (const DokumenRecord &dokumen : **list) {
        for (const Role duty : {Role::Kasi, Role::Kabid}) {
            const bool isGiven = std::ranges::any_of(*parafs, [&](const ParafRecord &p) {
                return p.dokumen == dokumen.id && p.duty == duty;
            });
            if (!isGiven)
                return incomplete(u"parafs"_s);
        }
    }
    return {};
}

Result<> signatures(Step &step, const Transition &)
{
    return step.input.hasSignatures ? Result<>() : incomplete(u"signatures"_s);
}

Result<> newAddress(Step &step, const Transition &)
{
    return isMailAddress(step.input.address) ? Result<>() : incomplete(u"address"_s);
}

Result<> taker(Step &step, const Transition &)
{
    return step.input.note.trimmed().isEmpty() ? incomplete(u"taker"_s) : Result<>();
}

Result<> delivered(Step &step, Delivery delivery)
{
    const auto dokumen = step.dokumen();
    if (!dokumen)
        return std::unexpected(dokumen.error());
    return (*dokumen)->delivery == delivery ? Result<>()
                                            : fail(ErrorCode::NotAllowed, u"delivery"_s);
}

Result<> byMail(Step &step, const Transition &)
{
    return delivered(step, Delivery::Mail);
}

Result<> byCard(Step &step, const Transition &)
{
    return delivered(step, Delivery::Pickup);
}

/// What the applicant renewed is looked at by Intake, which has the uploads in hand.
Result<> lookedAtElsewhere(Step &, const Transition &)
{
    return {};
}

struct GuardCheck
{
    Guard guard;
    Result<> (*check)(Step &, const Transition &);
};

// Cheap ones first; who may not at all hears that before what is missing.
constexpr std::array Checks{
    GuardCheck{Guard::ByMail, byMail},
    GuardCheck{Guard::ByCard, byCard},
    GuardCheck{Guard::Received, received},
    GuardCheck{Guard::FourEyes, fourEyes},
    GuardCheck{Guard::Reason, reason},
    GuardCheck{Guard::Defects, defects},
    GuardCheck{Guard::NewAddress, newAddress},
    GuardCheck{Guard::Taker, taker},
    GuardCheck{Guard::PasswordFresh, passwordFresh},
    GuardCheck{Guard::VerdictsOk, verdictsOk},
    GuardCheck{Guard::DataValid, dataValid},
    GuardCheck{Guard::DraftsMade, draftsMade},
    GuardCheck{Guard::BothParafs, bothParafs},
    GuardCheck{Guard::Signatures, signatures},
    GuardCheck{Guard::DefectsAnswered, lookedAtElsewhere},
};

} // namespace

Result<> checkGuards(Step &step, const Transition &transition)
{
    for (const GuardCheck &entry : Checks) {
        if (!transition.guards.testFlag(entry.guard))
            continue;
        if (auto checked = entry.check(step, transition); !checked)
            return checked;
    }
    return {};
}

} // namespace sipenduduk
