#pragma once

#include <QStringList>

namespace sipenduduk {

/// `sipenduduk-sign list-keys`: what is in a key file or on the tokens, and whether one may sign
/// with it today. Gives the exit code.
[[nodiscard]] int listKeysCommand(const QStringList &arguments);

} // namespace sipenduduk
