#pragma once

#include "common/Result.h"
#include "server/documents/DraftInput.h"

namespace sipenduduk {

/// `input` with every text made printable, or the reason why it cannot be a draft: the checks
/// of DraftRenderer::render() on what comes from outside.
[[nodiscard]] Result<DraftInput> checkedDraftInput(const DraftInput &input);

} // namespace sipenduduk
