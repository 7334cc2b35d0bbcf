#pragma once

#include "common/Alur.h"
#include "server/services/Step.h"

namespace sipenduduk {

/// What an action writes of its own besides state, hand-over, mail and event: parafs, defects,
/// the set of dokumen, their delivery.
[[nodiscard]] Result<> applyEffects(Step &step, const Transition &transition);

} // namespace sipenduduk
