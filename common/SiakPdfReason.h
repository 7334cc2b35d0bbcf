#pragma once

/// Why a PDF may not become a draft, as it stands in Error::detail: the server decides, the client
/// words it, tests tell the reasons apart. A colon and more for the log may follow.
namespace sipenduduk::SiakPdfReason {

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
inline constexpr char16_t Signed[] = u"siak-pdf/signed";         ///< Unsupported: signed already
inline constexpr char16_t Unsignable[] = u"siak-pdf/unsignable"; ///< any: no signature would hold

} // namespace sipenduduk::SiakPdfReason
