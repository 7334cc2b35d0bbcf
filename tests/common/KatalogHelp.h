#pragma once

#include "common/KatalogLayanan.h"

#include <QByteArray>

namespace sipenduduk {

/// The bytes that the program carries.
[[nodiscard]] QByteArray shippedKatalogBytes();

/// The catalogue that the program carries; the test fails when it is refused.
[[nodiscard]] const KatalogLayanan &shippedKatalog();

/// A service of it; the test fails when there is none.
[[nodiscard]] const Layanan &shippedLayanan(QStringView code);

} // namespace sipenduduk
