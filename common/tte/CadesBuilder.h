#pragma once

#include "common/Result.h"
#include "common/tte/x509/OpenSsl.h"

#include <QByteArray>

#include <vector>

namespace sipenduduk {

class SigningKey;

/// Wraps the signatures of one key into CMS as PAdES B-B wants it: detached,
/// signing-certificate-v2, algorithm protection (RFC 6211), no signing time. OpenSSL sees the
/// public key only.
class CadesBuilder
{
public:
    /// `key` must outlive the builder. Internal when its certificates cannot be read.
    [[nodiscard]] static Result<CadesBuilder> create(SigningKey &key);

    /// CMS (DER) over a SHA-256 of the signed bytes. Errors of SigningKey::sign().
    [[nodiscard]] Result<QByteArray> build(const QByteArray &digest) const;

private:
    explicit CadesBuilder(SigningKey &key)
        : m_key(&key)
    {
    }

    SigningKey *m_key;
    std::vector<ossl::Cert> m_chain;
};

} // namespace sipenduduk
