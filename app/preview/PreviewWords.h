#pragma once

#include "common/Result.h"

#include <QString>

namespace sipenduduk {

/// Why a berkas or a draft is not shown, as a whole sentence with what to do about it.
[[nodiscard]] QString previewProblem(const Error &error);

} // namespace sipenduduk
