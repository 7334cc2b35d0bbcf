#pragma once

#include "common/KatalogLayanan.h"
#include "server/admin/AdminResult.h"

namespace sipenduduk {

/// The catalogue that is compiled into this program.
[[nodiscard]] AdminResult<KatalogLayanan> builtInKatalog();

} // namespace sipenduduk
