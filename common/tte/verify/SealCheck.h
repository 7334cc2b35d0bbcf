#pragma once

#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace sipenduduk {

enum class SealState {
    Good = 1,
    ContentChanged = 2, ///< the seal is whole, but was made for other bytes
    SealBroken = 3,     ///< the seal itself is damaged or not the office's
};

struct SealOutcome
{
    SealState state = SealState::SealBroken;
    ErrorCode code = ErrorCode::Malformed; ///< Malformed, Tampered, Untrusted, Expired
    QString detail;
    CertificateInfo signer;
};

/// Judges the member "signature" of an export over the canonical bytes without it. The
/// certificate must carry SealPurposeOid alone, so that no other certificate of the office's
/// authority can forge.
[[nodiscard]] SealOutcome checkSeal(const QJsonObject &signature, QByteArrayView content,
                                    const TrustAnchors &anchors, const QDateTime &at);

} // namespace sipenduduk
