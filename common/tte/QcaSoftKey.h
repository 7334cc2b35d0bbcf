#pragma once

#include "common/tte/Pin.h"
#include "common/tte/SigningKey.h"

#include <memory>

namespace sipenduduk {

/// An RSA key from a PKCS#12 file, held and used by QCA.
class QcaSoftKey : public SigningKey
{
public:
    /// Largest PKCS#12 read, in bytes.
    static constexpr qsizetype MaxFileSize = 1024 * 1024;

    /// Opens a PKCS#12 (PBES2, PBMAC1 or legacy). Takes 10 to 50 ms: call it on a worker.
    ///
    /// Errors: TooLarge; Malformed (not a PKCS#12); WrongPin; Incomplete (no key, or no
    /// certificate for it); Unsupported (EC key, weak key, or QCA's plug-in or OpenSSL's legacy
    /// module missing); Expired ("expired" or "not yet valid") and Forbidden (key usage) of the
    /// certificate at `now` (UTC).
    [[nodiscard]] static Result<std::unique_ptr<QcaSoftKey>> openPkcs12(const QByteArray &file,
                                                                        const Pin &pin,
                                                                        const QDateTime &now);

    ~QcaSoftKey() override;

    [[nodiscard]] const CertificateInfo &certificate() const override;
    [[nodiscard]] const QList<QByteArray> &chain() const override;
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &tbs) override;

private:
    struct Private;
    explicit QcaSoftKey(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
