#pragma once

#include "common/Result.h"
#include "common/tte/seal/OfficeCa.h"
#include "common/tte/x509/OpenSsl.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace sipenduduk {

/// A certificate with its key, as OpenSSL holds them.
struct KeyedCertificate
{
    ossl::Cert certificate;
    ossl::Key key;

    [[nodiscard]] Result<IssuedCertificate> toPem() const;
    /// InvalidArgument when key and certificate do not belong together.
    [[nodiscard]] static Result<KeyedCertificate> fromPem(const IssuedCertificate &pem);
};

/// What stands in a new certificate.
struct CertificateRequest
{
    QString commonName;
    QDateTime notBefore; ///< UTC
    QDateTime notAfter;  ///< UTC
    /// Extensions by NID in the notation of OpenSSL's x509v3_config(5), beside the key identifiers.
    QList<std::pair<int, QByteArray>> extensions;
};

/// New P-256 key; null when OpenSSL fails.
[[nodiscard]] ossl::Key makeEcKey();
/// New RSA key of 2048 bits; null when OpenSSL fails.
[[nodiscard]] ossl::Key makeRsaKey();

/// Makes a certificate for `key`, signed by `issuer` (null: by itself) with SHA-256 and a random
/// serial of 126 bits. InvalidArgument for a name longer than 64 characters or a bad extension.
[[nodiscard]] Result<KeyedCertificate> makeCertificate(const CertificateRequest &request,
                                                       ossl::Key key,
                                                       const KeyedCertificate *issuer);

/// DER of `certificate`.
[[nodiscard]] QByteArray derOf(X509 *certificate);
/// PEM of `certificate`.
[[nodiscard]] QByteArray pemOf(X509 *certificate);

} // namespace sipenduduk
