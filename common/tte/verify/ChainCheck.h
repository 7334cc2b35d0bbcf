#pragma once

#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"

namespace sipenduduk {

enum class ChainState { Trusted = 1, OutOfDate = 2, Untrusted = 3 };

struct ChainOutcome
{
    ChainState state = ChainState::Untrusted;
    QString detail;                 ///< OpenSSL's reason, English
    QList<QByteArray> certificates; ///< DER, from the signer to the root, when Trusted
};

/// Builds a chain from `leaf` over `others` and the intermediates to a root, valid at `at`.
/// Keys below RSA 2048 and digests below SHA-2 are refused anywhere but in the root.
[[nodiscard]] ChainOutcome checkChain(const QByteArray &leaf, const QList<QByteArray> &others,
                                      const TrustAnchors &anchors, const QDateTime &at);

} // namespace sipenduduk
