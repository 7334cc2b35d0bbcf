#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QJsonObject>

#include <memory>

namespace sipenduduk {

/// The server's own signature under what it exports (not a TTE: no officer stands behind it).
/// Keeps its key in memory; sealing is thread-safe.
class OfficeSeal
{
public:
    /// Reads the key (PEM, unencrypted PKCS#8) and certificate (PEM) made by
    /// OfficeCa::issueSealCertificate. Malformed, or InvalidArgument when they do not belong
    /// together or are for another purpose.
    [[nodiscard]] static Result<OfficeSeal> fromPem(const QByteArray &certificatePem,
                                                    const QByteArray &keyPem);

    OfficeSeal(OfficeSeal &&) noexcept;
    OfficeSeal &operator=(OfficeSeal &&) noexcept;
    ~OfficeSeal();

    /// Canonical bytes of `object` with the member "signature" added: {"algorithm",
    /// "certificate" (base64 DER), "digest" (base64 SHA-256), "value" (base64)}, made with
    /// ECDSA P-256/SHA-256 over the canonical bytes without that member. InvalidArgument when
    /// the object is not canonicalisable or is signed already.
    [[nodiscard]] Result<QByteArray> sealJson(const QJsonObject &object) const;

    /// ECDSA P-256/SHA-256 over `bytes`, DER; e.g. the daily Merkle root.
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &bytes) const;

private:
    struct Private;
    explicit OfficeSeal(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
