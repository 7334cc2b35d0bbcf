#pragma once

#include <QStringList>

namespace sipenduduk {

/// `sipenduduk-sign upgrade`: raises a signed PDF to PAdES B-LT or B-LTA and writes it to another
/// file, whole or not at all, and only what the verifier calls good. Gives the exit code.
[[nodiscard]] int upgradeCommand(const QStringList &arguments);

} // namespace sipenduduk
