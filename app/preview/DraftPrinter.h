#pragma once

#include "app/preview/PageSource.h"

class QPrinter;

namespace sipenduduk {

/// Paints every page on `printer`, each on a sheet of its own and as large as the paper allows,
/// with DRAF across it when asked. Runs on a worker. Errors: those of render(), Storage when the
/// printer cannot be written to.
[[nodiscard]] Result<> printPages(QPrinter &printer, PageSource &source, bool isDraft,
                                  const std::atomic_bool &cancelled);

} // namespace sipenduduk
