#pragma once

#include "common/Result.h"

#include <QString>

namespace sipenduduk {

/// Why a file was not taken and what to do, a whole sentence for the citizen. `error` as of
/// checkUpload() or DraftStore::addBerkas().
[[nodiscard]] QString wordUploadError(const Error &error);

} // namespace sipenduduk
