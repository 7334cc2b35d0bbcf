#pragma once

#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"
#include "common/tte/x509/OpenSsl.h"

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

using CertificateStore = std::unique_ptr<X509_STORE, ossl::Free<X509_STORE_free>>;

/// The roots of `anchors` with the rules of checkChain(), for OpenSSL's own checks.
[[nodiscard]] CertificateStore storeOf(const TrustAnchors &anchors, const QDateTime &at);

/// Certificates (DER) as OpenSSL wants them; unreadable ones are left out.
[[nodiscard]] ossl::CertStack stackOf(const QList<QByteArray> &certificates);

} // namespace sipenduduk
