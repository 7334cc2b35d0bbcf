#pragma once

#include "common/KatalogLayanan.h"
#include "common/Permohonan.h"

namespace sipenduduk::test {

class PermohonanOffice;

/// The catalogue that the program carries.
[[nodiscard]] const KatalogLayanan &katalog();

/// A birth as it stands in this state, received by the officer who holds it, with its uploads
/// and, from `dientri` on, its three dokumen with drafts; the bytes of both are put into `office`.
[[nodiscard]] Permohonan birth(PermohonanOffice &office, Status status, Role holder);

/// Data of a birth without an error; the NIK of the reporter brings one warning.
[[nodiscard]] QMap<QString, QString> birthData();

} // namespace sipenduduk::test
