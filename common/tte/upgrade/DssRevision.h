#pragma once

#include "common/Result.h"
#include "common/tte/upgrade/ValidationMaterial.h"

namespace sipenduduk {

/// An incremental update of `pdf` that brings `more` into its /DSS; what is there stays, as the
/// streams that it is.
///
/// Errors of PdfRevision::open() and validationMaterialOf(); TooLarge when both together are
/// more than that reads.
[[nodiscard]] Result<QByteArray> dssRevision(const QByteArray &pdf, const ValidationMaterial &more);

} // namespace sipenduduk
