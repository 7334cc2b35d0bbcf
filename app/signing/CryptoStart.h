#pragma once

#include "common/tte/TteRuntime.h"

namespace sipenduduk {

/// Starts the cryptography that signing needs. main() owns exactly one, made after the
/// QApplication and destroyed after the last window; the signing dialog asks check() itself and
/// says what is missing, so that the rest of the desk works without it.
using CryptoStart = TteRuntime;

} // namespace sipenduduk
