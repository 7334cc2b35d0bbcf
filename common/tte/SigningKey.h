#pragma once

#include "common/tte/x509/CertificateInfo.h"

namespace sipenduduk {

/// A private key that signs, wherever it lives: in a file (openPkcs12) or on a token (Pkcs11Key).
/// Used by one thread at a time.
class SigningKey
{
public:
    SigningKey() = default;
    virtual ~SigningKey() = default;
    SigningKey(const SigningKey &) = delete;
    SigningKey &operator=(const SigningKey &) = delete;

    /// The signer's certificate.
    [[nodiscard]] virtual const CertificateInfo &certificate() const = 0;

    /// DER; the signer's first, then its issuers as far as known, without the root.
    [[nodiscard]] virtual const QList<QByteArray> &chain() const = 0;

    /// Signature over SHA-256 of `tbs`: PKCS#1 v1.5 for RSA, DER ECDSA-Sig-Value for EC.
    /// WrongPin, Locked or Untrusted as a token may answer; Internal when the key refuses.
    [[nodiscard]] virtual Result<QByteArray> sign(const QByteArray &tbs) = 0;
};

} // namespace sipenduduk
