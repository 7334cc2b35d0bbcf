#pragma once

#include "common/Permohonan.h"

#include <QString>

namespace sipenduduk {

/// What the applicant is asked to do about a requirement with this verdict: a text to start
/// from, in Indonesian because it goes into his e-mail and onto the portal as it is. Empty for
/// Ok and Pending. `requirement` is the name in the catalogue.
[[nodiscard]] QString preparedSolution(Verdict verdict, const QString &requirement);

} // namespace sipenduduk
