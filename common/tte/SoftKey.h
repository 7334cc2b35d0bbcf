#pragma once

#include "common/tte/Pin.h"
#include "common/tte/SigningKey.h"

#include <memory>

namespace sipenduduk {

/// Largest PKCS#12 read, in bytes.
inline constexpr qsizetype MaxPkcs12Size = 1024 * 1024;

/// Opens a PKCS#12 (PBES2, PBMAC1 or legacy): RSA keys go to QCA, P-256 and P-384 to OpenSSL. Takes
/// 10 to 50 ms: call it on a worker.
///
/// Errors: TooLarge; Malformed (not a PKCS#12); WrongPin; Incomplete (no key, or no certificate for
/// it); Unsupported (weak or unknown kind of key, or QCA's plug-in or OpenSSL's legacy module
/// missing); Expired ("expired" or "not yet valid") and Forbidden (key usage) of the certificate at
/// `now` (UTC).
[[nodiscard]] Result<std::unique_ptr<SigningKey>> openPkcs12(const QByteArray &file, const Pin &pin,
                                                             const QDateTime &now);

} // namespace sipenduduk
