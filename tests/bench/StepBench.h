#pragma once

#include "tests/bench/BenchRow.h"

namespace sipenduduk {

/// Durable workflow steps per second over TLS, against the plain SQLite C API writing the same
/// rows with one durable commit per step. The sides take turns, `turns` each, so that the moods of
/// the disk meet both. Runs in a process with SyncDelay preloaded.
[[nodiscard]] BenchRow measureSteps(const QString &name, int clients, int steps, int turns);

} // namespace sipenduduk
