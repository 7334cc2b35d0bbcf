#pragma once

#include "common/Result.h"
#include "common/tte/x509/OpenSsl.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>
#include <vector>

namespace sipenduduk {

class SigningKey;
class TimestampClient;

/// A CMS, and why it has no time stamp if one was wanted.
struct CadesSignature
{
    QByteArray der;
    bool isStamped = false;
    std::optional<Error> stampError;
};

/// Wraps the signatures of one key into CMS as PAdES B-B wants it: detached,
/// signing-certificate-v2, algorithm protection (RFC 6211), no signing time; with a time stamp
/// over the signature it is B-T. OpenSSL sees the public key only.
class CadesBuilder
{
public:
    /// Both must outlive the builder; no `stamps`: no time stamps. Internal when the certificates
    /// of the key cannot be read.
    [[nodiscard]] static Result<CadesBuilder> create(SigningKey &key, TimestampClient *stamps);

    /// CMS over a SHA-256 of the signed bytes. A time stamp that cannot be had at `now` (UTC)
    /// leaves the signature as it is. Errors of SigningKey::sign().
    [[nodiscard]] Result<CadesSignature> build(const QByteArray &digest,
                                               const QDateTime &now) const;

private:
    CadesBuilder(SigningKey &key, TimestampClient *stamps)
        : m_key(&key)
        , m_stamps(stamps)
    {
    }

    SigningKey *m_key;
    TimestampClient *m_stamps;
    std::vector<ossl::Cert> m_chain;
};

} // namespace sipenduduk
