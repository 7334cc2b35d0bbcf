#pragma once

#include "common/tte/Pkcs12File.h"
#include "common/tte/SigningKey.h"

namespace sipenduduk {

/// An elliptic-curve key from a PKCS#12 file, held and used by OpenSSL: QCA 2.3 has no such keys.
/// The private number lives in OpenSSL's secure heap, which TteRuntime sets up.
class OpenSslSoftKey : public SigningKey
{
public:
    /// `content` holds a P-256 or P-384 key.
    explicit OpenSslSoftKey(Pkcs12Content content);

    [[nodiscard]] const CertificateInfo &certificate() const override;
    [[nodiscard]] const QList<QByteArray> &chain() const override;
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &tbs) override;

private:
    Pkcs12Content m_content;
};

} // namespace sipenduduk
