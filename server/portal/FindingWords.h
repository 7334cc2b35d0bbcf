#pragma once

#include "common/Temuan.h"

#include <QString>

namespace sipenduduk {

struct Layanan;

/// What a citizen reads beside the field: what is wrong and how to mend it, a whole sentence in
/// Indonesian. `layanan` names other fields that a finding speaks of; null for the registration.
[[nodiscard]] QString wordFinding(const Finding &finding, const Layanan *layanan);

} // namespace sipenduduk
