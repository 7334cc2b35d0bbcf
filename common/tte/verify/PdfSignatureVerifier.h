#pragma once

#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"

namespace sipenduduk {

/// Judges the signatures of a PDF. Thread-safe: holds no changing state.
///
/// Shares no code with the writer. Checks per signature: /ByteRange exactly around /Contents,
/// strict DER, one SignerInfo, SHA-256 or better, RSA >= 2048 or P-256/P-384, content type,
/// message digest, signing-certificate-v2, the signature itself, its time stamp, the chain at the
/// proven time (else at the time of check), revocation by what the file carries, key usage, and
/// what was changed afterwards. Document time stamps prove the time of all before them. Nothing is
/// fetched from a network.
class PdfSignatureVerifier
{
public:
    /// Largest file judged, in bytes.
    static constexpr qsizetype MaxFileSize = 100 * 1024 * 1024;
    /// Most signatures judged: each one reads the file again up to its end.
    static constexpr qsizetype MaxSignatures = 32;

    explicit PdfSignatureVerifier(TrustAnchors anchors);

    /// `at` is the time of the check, at which the chain of a signature without a time stamp and
    /// that of the last time stamp must be valid; invalid means now.
    [[nodiscard]] PdfVerification verify(const QByteArray &pdf, const QDateTime &at = {}) const;

private:
    TrustAnchors m_anchors;
};

} // namespace sipenduduk
