#pragma once

#include "server/documents/DraftInput.h"

namespace sipenduduk {

/// The kartu keluarga as far as the fields of the permohonan tell it: its table of members, or
/// the persons named by single fields (child, father and mother; husband and wife; the person
/// registered). What no field says stays empty; the office completes it by uploading SIAK's sheet.
/// No members at all where the fields name only those who move away.
[[nodiscard]] KartuKeluargaData gatheredKartuKeluarga(const DraftInput &input);

} // namespace sipenduduk
