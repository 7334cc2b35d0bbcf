#pragma once

#include "server/admin/AdminResult.h"

#include <QStringList>

/// The sub-commands. Each takes its arguments, without program and sub-command, says what it did,
/// and fails with a sentence for the administrator.
namespace sipenduduk::commands {

[[nodiscard]] AdminResult<> setup(const QStringList &arguments);
[[nodiscard]] AdminResult<> run(const QStringList &arguments);
[[nodiscard]] AdminResult<> user(const QStringList &arguments);
[[nodiscard]] AdminResult<> backup(const QStringList &arguments);
[[nodiscard]] AdminResult<> doctor(const QStringList &arguments);

} // namespace sipenduduk::commands
