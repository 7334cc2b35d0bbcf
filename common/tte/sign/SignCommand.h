#pragma once

#include <QStringList>

namespace sipenduduk {

/// `sipenduduk-sign sign`: signs one PDF visibly and writes it to another file, whole or not at
/// all. Gives the exit code.
[[nodiscard]] int signCommand(const QStringList &arguments);

} // namespace sipenduduk
