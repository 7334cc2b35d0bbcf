#pragma once

#include "tests/bench/BenchRow.h"

namespace sipenduduk {

/// Durable workflow steps per second over TLS, against the plain SQLite C API writing the same
/// rows with one durable commit per step. Runs in a process with SyncDelay preloaded.
[[nodiscard]] BenchRow measureSteps(const QString &name, int clients, int steps);

} // namespace sipenduduk
