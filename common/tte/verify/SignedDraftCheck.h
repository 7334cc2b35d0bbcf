#pragma once

#include "common/SignaturePlace.h"
#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"

#include <optional>

namespace sipenduduk {

/// What the server knows before it looks at an upload.
struct SignedDraftExpectation
{
    QByteArray signerCertificate; ///< DER, registered for the acting Kadin
    TrustAnchors anchors;
    QByteArray parafChain; ///< ParafChain::toBytes() of the server's own records
    QDateTime at;          ///< server time, UTC
    /// Where the look must stand; the default place of the page's orientation when not given.
    std::optional<SignaturePlace> place;
};

/// What a good upload says.
struct SignedInfo
{
    QByteArray signedSha256; ///< 32 bytes, of draft + appendix
    QByteArray draftSha256;  ///< 32 bytes
    qint64 signedSize = 0;   ///< bytes
    CertificateInfo signer;
    QDateTime claimedAt; ///< UTC, by the signer's clock
    QString fieldName;
};

/// Largest appendix of one signature, in bytes.
inline constexpr qsizetype MaxAppendixSize = 256 * 1024;

/// Decides whether `draft` followed by `appendix` may become the issued document.
///
/// The appendix must be one incremental update of exactly this draft that holds one new
/// signature with its widget and look, every byte of it accounted for, and nothing else:
/// catalog only in /AcroForm, one page only in /Annots. A time stamp beside the signature (B-T)
/// must be good and by an authority under the same anchors; none is needed. Errors:
/// Malformed (no such update, broken CMS), Tampered (digest, paraf chain or draft differ, more was
/// changed than is permitted, or the time stamp is damaged or of other bytes), Untrusted (other
/// signer, unknown chain, bad signature value, revoked, a time stamp by who may not give it),
/// Expired (certificate out of date at `at`), Unsupported (weak algorithm), TooLarge,
/// InvalidArgument (the expectation itself is unusable).
[[nodiscard]] Result<SignedInfo> checkSignedDraft(const QByteArray &draft,
                                                  const QByteArray &appendix,
                                                  const SignedDraftExpectation &expected);

/// Whether a PDF can become a draft that is signed later: readable without repair, not encrypted,
/// not certified against changes, no XFA, JavaScript, launch action or embedded file, not hybrid.
/// Ordinary signatures may be there: ours is appended. Meant for the upload of SIAK's PDF.
/// Malformed, Unsupported (with the reason) or TooLarge.
[[nodiscard]] Result<> checkDraftSignable(const QByteArray &draft);

} // namespace sipenduduk
