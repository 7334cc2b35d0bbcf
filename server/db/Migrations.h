#pragma once

#include "common/Result.h"

#include <QString>

namespace sipenduduk {

/// Brings a database file to the schema of this program. The files are
/// `resources/migrations/NNNN_name.sql`, run in order, each in a transaction, recorded in
/// `schema_version`; never edited once released.
namespace Migrations {

/// Creates or updates `path`; before a migration of an existing file its copy is put beside it
/// as `path.before-NNNN`. Errors: Storage; Unsupported when the file is newer than the program.
[[nodiscard]] Result<> apply(const QString &path);

/// A consistent copy of the database `source`, written to a new file `target`.
[[nodiscard]] Result<> copy(const QString &source, const QString &target);

/// Number of the newest migration that this program knows.
[[nodiscard]] int newest();

} // namespace Migrations

} // namespace sipenduduk
