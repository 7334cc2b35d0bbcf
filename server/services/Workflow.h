#pragma once

#include "common/protocol/WorkMessages.h"
#include "server/services/Step.h"

#include <optional>

namespace sipenduduk {

/// What a step leaves behind: the answer for the one who acted, the news for the others.
struct StepOutcome
{
    protocol::ActReply reply;
    Change change;
    bool hasMail = false; ///< the outbox has something new
};

/// Executes the rows of Alur: checks version, state, duty and guards, then writes state, kartu
/// kendali, mail and queue event in the caller's transaction.
namespace Workflow {

/// Any version, for the system and the applicant, who never saw one. No number, since every
/// number can come in a message.
inline constexpr std::optional<int> AnyVersion;

/// Does `action` on `id`. Errors: NotFound, Forbidden, Conflict, NotAllowed, those of
/// checkGuards(), Storage.
[[nodiscard]] Result<StepOutcome> act(Connection &connection, const OfficeParts &parts,
                                      const Actor &actor, PermohonanId id,
                                      std::optional<int> version, Action action,
                                      const StepInput &input, const QDateTime &now);

/// For services that write more than a plain action does: opens the step and checks everything;
/// the caller writes what is its own and then calls complete().
[[nodiscard]] Result<Transition> begin(Step &step, PermohonanId id, std::optional<int> version,
                                       Action action);
[[nodiscard]] Result<StepOutcome> complete(Step &step, const Transition &transition);

} // namespace Workflow

} // namespace sipenduduk
