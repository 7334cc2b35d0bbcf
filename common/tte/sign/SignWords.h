#pragma once

#include "common/Result.h"

#include <QString>

namespace sipenduduk {

/// Why a key could not be used or a document not be signed, in Indonesian, for the terminal.
[[nodiscard]] QString signProblem(const Error &error);

/// Why there is no time stamp.
[[nodiscard]] QString stampProblem(const Error &error);

} // namespace sipenduduk
