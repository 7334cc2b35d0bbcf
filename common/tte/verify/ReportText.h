#pragma once

#include "common/tte/verify/KartuKendaliVerifier.h"
#include "common/tte/verify/SignatureReport.h"

namespace sipenduduk {

/// What the program says of a signed PDF: Indonesian, for a citizen at a console.
[[nodiscard]] QString reportText(const PdfVerification &report);

/// What an attack is called by those who published it; empty for none.
[[nodiscard]] QString attackName(AttackPattern pattern);

/// What the program says of an exported kartu kendali.
[[nodiscard]] QString reportText(const KartuKendaliVerification &report);

/// One sentence for a defect, Indonesian.
[[nodiscard]] QString faultText(SignatureFault fault);

} // namespace sipenduduk
