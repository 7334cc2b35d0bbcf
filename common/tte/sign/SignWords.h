#pragma once

#include "common/Result.h"

#include <QString>

namespace sipenduduk {

/// Why a key could not be used or a document not be signed, in Indonesian, for the terminal.
[[nodiscard]] QString signProblem(const Error &error);

/// Why there is no time stamp.
[[nodiscard]] QString stampProblem(const Error &error);

/// Why a file cannot be upgraded at all.
[[nodiscard]] QString upgradeProblem(const Error &error);

/// Why certificates or revocation data are missing.
[[nodiscard]] QString revocationProblem(const Error &error);

} // namespace sipenduduk
