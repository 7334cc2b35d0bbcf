#pragma once

#include "common/Result.h"
#include "common/SiakPdfReason.h"

#include <QByteArray>
#include <QSizeF>

namespace sipenduduk {

/// What a PDF that the FO uploads in place of our own draft is.
struct SiakPdf
{
    int pages = 0;
    QSizeF lastPage; ///< as displayed, in points; gives defaultSignaturePlace()
    bool operator==(const SiakPdf &) const = default;
};

/// Largest upload, in bytes.
inline constexpr qsizetype MaxSiakPdfSize = 20 * 1024 * 1024;

/// Whether these bytes may become a draft: they are stored, shown, approved and signed exactly as
/// they are, so nothing may be in them that acts, hides or forbids our signature.
///
/// The bytes are hostile: nothing is repaired, decompression is bounded. Reads only; thread-safe.
/// The detail of an error is one of SiakPdfReason.
[[nodiscard]] Result<SiakPdf> checkSiakPdf(const QByteArray &bytes);

} // namespace sipenduduk
