#pragma once

#include "common/Result.h"
#include "common/tte/Pin.h"

#include <optional>

namespace sipenduduk {

/// Longest PIN read, in bytes.
inline constexpr qsizetype MaxPinLength = 256;

/// The first line of `descriptor`, or else what is typed at the terminal, unseen. Never an argument
/// of the command: everybody on the computer could read that.
///
/// NotFound when there is nothing to read from, TooLarge.
[[nodiscard]] Result<Pin> readPin(std::optional<int> descriptor, const QString &prompt);

} // namespace sipenduduk
