#pragma once

#include "common/tte/Pin.h"
#include "common/tte/Pkcs11Module.h"
#include "common/tte/SigningKey.h"

#include <memory>
#include <variant>

namespace sipenduduk {

/// A PKCS#12 file.
struct KeyFile
{
    QString path;
    bool operator==(const KeyFile &) const = default;
};

/// One identity on a token that is known again when it comes back into a reader, also into another
/// one.
struct TokenKey
{
    QString module; ///< path of the vendor's PKCS#11 module
    QString label;  ///< of the token
    QString serial; ///< of the token
    QByteArray id;  ///< CKA_ID
    bool operator==(const TokenKey &) const = default;
};

/// Where a key is. No secret: it may be remembered.
using KeySource = std::variant<KeyFile, TokenKey>;

/// Opens the key with its PIN, which a token with a PIN pad does not look at. Takes as long as the
/// file system, the reader and the person at the pad do: on a worker.
///
/// Errors: NotFound ("key file", "module", or "token removed"), and those of openPkcs12(),
/// Pkcs11Module and Pkcs11Key::open().
[[nodiscard]] Result<std::shared_ptr<SigningKey>> openKey(const KeySource &source, Pin pin,
                                                          const QDateTime &now);

} // namespace sipenduduk
