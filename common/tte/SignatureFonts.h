#pragma once

#include <QString>

namespace sipenduduk {

/// Family of the fonts that the visible signature is written with; registered on first use and
/// shipped with the program, so that every computer draws the same. GUI thread.
[[nodiscard]] QString signatureFontFamily();

} // namespace sipenduduk
