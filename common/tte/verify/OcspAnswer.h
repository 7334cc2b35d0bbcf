#pragma once

#include "common/tte/verify/RevocationAnswer.h"
#include "common/tte/verify/TrustAnchors.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/ocsp.h>

#include <optional>

namespace sipenduduk {

/// One OCSP response (RFC 6960), held against the certificates that it may be about.
class OcspAnswer
{
public:
    /// Nothing unless `der` is exactly one successful basic response.
    [[nodiscard]] static std::optional<OcspAnswer> read(const QByteArray &der);

    /// What it says. Believed only when the issuer signed it, or a responder whom the issuer gave
    /// a certificate with OCSPSigning, with SHA-256 or better, under a chain to the anchors that
    /// was valid when it was produced. `certificates` (DER) help to build that chain. Whether a
    /// responder's own certificate was revoked is not asked: its authority decides how long it
    /// lives.
    ///
    /// The names in it may be hashed with SHA-1, as most responders do: they are an index within
    /// signed bytes and protect nothing.
    [[nodiscard]] RevocationAnswer answerTo(const RevocationQuery &query,
                                            const QList<QByteArray> &certificates,
                                            const TrustAnchors &anchors) const;

private:
    using Response = std::unique_ptr<OCSP_BASICRESP, ossl::Free<OCSP_BASICRESP_free>>;

    OcspAnswer(Response response, QByteArray der);
    [[nodiscard]] OCSP_SINGLERESP *partAbout(const RevocationQuery &query) const;
    [[nodiscard]] bool isBelievable(const QList<QByteArray> &certificates,
                                    const TrustAnchors &anchors) const;

    Response m_response;
    QByteArray m_der;
};

} // namespace sipenduduk
