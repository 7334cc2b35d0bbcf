#pragma once

#include "common/Result.h"

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

/// Reasons in Error::detail: clients and tests tell them apart by these words.
namespace SiakPdfReason {
inline constexpr char16_t Size[] = u"siak-pdf/size";              ///< TooLarge
inline constexpr char16_t Header[] = u"siak-pdf/header";          ///< Malformed
inline constexpr char16_t Damaged[] = u"siak-pdf/damaged";        ///< Malformed
inline constexpr char16_t Trailing[] = u"siak-pdf/trailing";      ///< Malformed
inline constexpr char16_t Pages[] = u"siak-pdf/pages";            ///< Malformed: none, or over 50
inline constexpr char16_t Encrypted[] = u"siak-pdf/encrypted";    ///< Unsupported
inline constexpr char16_t Hybrid[] = u"siak-pdf/hybrid-xref";     ///< Unsupported
inline constexpr char16_t Active[] = u"siak-pdf/active-content";  ///< Unsupported
inline constexpr char16_t Embedded[] = u"siak-pdf/embedded-file"; ///< Unsupported
inline constexpr char16_t Xfa[] = u"siak-pdf/xfa";                ///< Unsupported
inline constexpr char16_t External[] = u"siak-pdf/external-data"; ///< Unsupported
inline constexpr char16_t Optional[] = u"siak-pdf/optional-content"; ///< Unsupported: layers
inline constexpr char16_t Certified[] = u"siak-pdf/certified";       ///< Unsupported: DocMDP, UR3
inline constexpr char16_t Signed[] = u"siak-pdf/signed"; ///< Unsupported: signed already
} // namespace SiakPdfReason

/// Largest upload, in bytes.
inline constexpr qsizetype MaxSiakPdfSize = 20 * 1024 * 1024;

/// Whether these bytes may become a draft: they are stored, shown, approved and signed exactly as
/// they are, so nothing may be in them that acts, hides or forbids our signature.
///
/// The bytes are hostile: nothing is repaired, decompression is bounded. Reads only; thread-safe.
[[nodiscard]] Result<SiakPdf> checkSiakPdf(const QByteArray &bytes);

} // namespace sipenduduk
