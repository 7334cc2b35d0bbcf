#pragma once

#include "common/tte/KartuKendaliExport.h"
#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"

namespace sipenduduk {

/// Where an exported kartu kendali is broken.
enum class ExportPart {
    None = 0,      ///< nowhere: intact
    Header = 1,    ///< a member beside lines and signature
    Line = 2,      ///< a line; see KartuKendaliVerification::line
    Signature = 3, ///< the member "signature", or a signer who is not the office's seal
};

struct KartuKendaliVerification
{
    ExportPart broken = ExportPart::Header;
    qsizetype line = 0;                    ///< 1-based, for ExportPart::Line
    ErrorCode code = ErrorCode::Malformed; ///< Malformed, Tampered, Untrusted, Expired, TooLarge
    QString detail;                        ///< English, for the log
    KartuKendaliHeader header;             ///< filled when intact
    QList<KartuKendaliLine> lines;         ///< filled when intact
    CertificateInfo signer;                ///< filled when intact

    [[nodiscard]] bool isIntact() const { return broken == ExportPart::None; }
};

/// Judges an export: canonical byte for byte, every line's hash, links and numbers without
/// holes, the seal's certificate (SealPurposeOid, chain to `anchors` at `at`; invalid means now),
/// the signature. Names the first broken part even when the bytes no longer parse.
[[nodiscard]] KartuKendaliVerification verifyKartuKendali(const QByteArray &bytes,
                                                          const TrustAnchors &anchors,
                                                          const QDateTime &at = {});

} // namespace sipenduduk
