#pragma once

#include "common/tte/Pin.h"
#include "common/tte/Pkcs11Module.h"
#include "common/tte/SigningKey.h"

#include <memory>

namespace sipenduduk {

/// A key that never leaves its token. One log-in for the life of this object; a PIN that the token
/// refuses is never tried a second time.
class Pkcs11Key : public SigningKey
{
public:
    /// Logs in and finds the key of `identity`. `pin` is not looked at when the token has a PIN
    /// pad: the person types on the reader while this waits. It is kept only for a key that wants
    /// it before every signature, until this object ends.
    ///
    /// Errors: WrongPin; Locked; NotFound ("token removed"); Incomplete (no private key for the
    /// certificate); Unsupported (kind of key, or the token has no way to sign with it); Expired
    /// and Forbidden of the certificate at `now` (UTC), before any PIN is tried; Busy when the
    /// person cancels at the reader, or while another key of this token is open.
    [[nodiscard]] static Result<std::unique_ptr<SigningKey>> open(
        std::shared_ptr<const Pkcs11Module> module, const Token &token,
        const TokenIdentity &identity, Pin pin, const QDateTime &now);

    ~Pkcs11Key() override;

    [[nodiscard]] const CertificateInfo &certificate() const override;
    [[nodiscard]] const QList<QByteArray> &chain() const override;
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &tbs) override;

private:
    struct Private;
    explicit Pkcs11Key(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace sipenduduk
