#pragma once

#include "common/Result.h"
#include "common/protocol/SigningMessages.h"

#include <QString>

namespace sipenduduk {

/// Where a signing stopped.
enum class SigningStage { Offer, Drafts, Key, Signing, Sending };

/// Why a signing stopped, as a whole sentence with what to do about it. The permohonan is unsigned
/// and still waits, unless the line broke while it was sent. `isToken` tells where the key is.
[[nodiscard]] QString signingProblem(SigningStage stage, const Error &error, bool isToken);

/// Why a permohonan deserves a closer look, and whether it may be signed without one.
[[nodiscard]] QString attentionText(const protocol::SignableRow &row);

} // namespace sipenduduk
