#pragma once

#include "common/tte/x509/CertificateInfo.h"
#include "common/tte/x509/OpenSsl.h"

#include <QByteArray>
#include <QList>

namespace sipenduduk {

class Pin;

/// What a PKCS#12 file holds.
struct Pkcs12Content
{
    CertificateInfo certificate; ///< the one that belongs to the key
    QList<QByteArray> chain;     ///< DER: signer first, then issuers as far as given, no root
    ossl::Key key;               ///< drop it where another library holds the key
};

/// Looks into a PKCS#12 with OpenSSL, because QCA answers a wrong passphrase, an EC key and a
/// missing legacy module alike. Malformed, WrongPin, Incomplete (no key or no certificate for
/// it), Unsupported (an algorithm that OpenSSL has not loaded).
[[nodiscard]] Result<Pkcs12Content> readPkcs12(const QByteArray &file, const Pin &passphrase);

} // namespace sipenduduk
