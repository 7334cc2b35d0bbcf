#pragma once

#include "common/tte/verify/PdfFile.h"

#include <QByteArrayView>

namespace sipenduduk {

/// Accounts for every byte that was appended to a draft.
///
/// After at most one line end: whole objects back to back, each of them listed in the file's
/// cross-reference at exactly its place, then one cross-reference section whose /Prev is the
/// draft's, `startxref` and `%%EOF`. No comments, no second copy of an object, no gaps: another
/// reader of PDF, however it repairs, finds nothing that this one did not see. Malformed
/// otherwise.
[[nodiscard]] Result<> scanAppendix(const PdfFile &draft, const PdfFile &whole);

} // namespace sipenduduk
