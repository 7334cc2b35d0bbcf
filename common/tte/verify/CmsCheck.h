#pragma once

#include "common/tte/verify/SignatureReport.h"

#include <QByteArrayView>

namespace sipenduduk {

/// What a CMS says when its bytes are held against the bytes it signs.
struct CmsOutcome
{
    CertificateInfo signer;           ///< empty when it could not be found
    QList<QByteArray> certificates;   ///< DER, all that the CMS carries
    QString algorithm;                ///< for people
    QList<SignatureFinding> findings; ///< no DigestMismatch or BadSignatureValue: intact
};

/// Checks everything about a CMS but the chain of its certificate.
///
/// `before` and `after` are the two signed ranges of the file.
[[nodiscard]] CmsOutcome checkCms(QByteArrayView der, QByteArrayView before, QByteArrayView after);

} // namespace sipenduduk
