#pragma once

#include "common/tte/verify/RevocationAnswer.h"
#include "common/tte/x509/OpenSsl.h"

#include <optional>

namespace sipenduduk {

/// One certificate revocation list (RFC 5280), held against the certificates it may be about.
class CertificateList
{
public:
    /// Nothing unless `der` is exactly one CRL.
    [[nodiscard]] static std::optional<CertificateList> read(const QByteArray &der);

    /// What it says. Believed only when the certificate's issuer signed it himself, with SHA-256
    /// or better, and may sign lists. Silent about certificates outside of its scope (issuer,
    /// distribution point, users or authorities only). Indirect lists, lists of some reasons only,
    /// delta lists and lists with unknown critical extensions are not supported: Silent.
    [[nodiscard]] RevocationAnswer answerTo(const RevocationQuery &query) const;

private:
    using List = std::unique_ptr<X509_CRL, ossl::Free<X509_CRL_free>>;

    CertificateList(List list, QByteArray der);
    [[nodiscard]] bool isAbout(const RevocationQuery &query) const;
    [[nodiscard]] bool isBelievable(X509 *issuer) const;

    List m_list;
    QByteArray m_der;
};

} // namespace sipenduduk
