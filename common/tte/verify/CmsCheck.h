#pragma once

#include "common/tte/verify/CmsMessage.h"
#include "common/tte/verify/SignatureReport.h"

#include <QByteArrayView>

namespace sipenduduk {

/// What a CMS says when its bytes are held against the bytes it signs.
struct CmsOutcome
{
    CertificateInfo signer;           ///< empty when it could not be found
    QList<QByteArray> certificates;   ///< DER, all that the CMS carries
    QByteArray signatureValue;        ///< what a signature time stamp is over
    QByteArray timestamp;             ///< the one TimeStampToken beside it, unread; mostly empty
    QList<QByteArray> crls;           ///< DER, unread, covered by no signature of this CMS
    QList<QByteArray> ocsps;          ///< DER of OCSPResponse, likewise
    QString algorithm;                ///< for people
    QList<SignatureFinding> findings; ///< no DigestMismatch or BadSignatureValue: intact
};

/// Checks everything about a CMS but the chain of its certificate.
///
/// `before` and `after` are the two signed ranges of the file.
[[nodiscard]] CmsOutcome checkCms(QByteArrayView der, QByteArrayView before, QByteArrayView after);

/// The same for a time stamp token, whose content is inside; an ESS signing-certificate of the
/// first version will do as well.
[[nodiscard]] CmsOutcome checkToken(const CmsMessage &token);

} // namespace sipenduduk
