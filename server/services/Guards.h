#pragma once

#include "common/Alur.h"
#include "server/services/Step.h"

namespace sipenduduk {

/// Whether everything that `transition` requires besides state and duty is so.
/// Incomplete with the guard's name as detail (`received`, `verdicts`, `requirements`,
/// `answers`, `data`, `warnings`, `drafts`, `defects`, `reason`, `views`, `parafs`, `signatures`,
/// `address`, `taker`), FourEyes, PasswordRequired, NotAllowed for a dokumen of another delivery.
[[nodiscard]] Result<> checkGuards(Step &step, const Transition &transition);

} // namespace sipenduduk
