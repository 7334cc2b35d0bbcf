#pragma once

#include "common/tte/Pin.h"
#include "common/tte/SigningKey.h"

#include <memory>

namespace sipenduduk {

struct Pkcs12Content;

/// An RSA key from a PKCS#12 file, held and used by QCA.
class QcaSoftKey : public SigningKey
{
public:
    /// `content` is what was found in `file`. Unsupported when QCA cannot use it.
    [[nodiscard]] static Result<std::unique_ptr<SigningKey>> open(const QByteArray &file,
                                                                  const Pin &pin,
                                                                  Pkcs12Content content);

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
