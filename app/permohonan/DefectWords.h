#pragma once

#include <QString>

namespace sipenduduk {

class KatalogLayanan;
struct Defect;
struct Permohonan;

/// The open defects of a permohonan as lines for the one who mends them; empty without any.
[[nodiscard]] QString defectLines(const Permohonan &permohonan, const KatalogLayanan &katalog);

} // namespace sipenduduk
