#pragma once

#include "common/tte/verify/RevocationEvidence.h"
#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"

#include <QByteArrayView>

namespace sipenduduk {

/// What a time stamp says when it is held against the bytes that it is over.
struct TimestampOutcome
{
    QDateTime at;                     ///< UTC, genTime; invalid unless the token is good
    CertificateInfo authority;        ///< empty when it could not be found
    QString policy;                   ///< dotted OID under which it was issued
    QString algorithm;                ///< for people
    RevocationOutcome revocation;     ///< of the authority and those above it
    QList<SignatureFinding> findings; ///< none: good

    [[nodiscard]] bool isGood() const { return at.isValid(); }
};

/// What belongs to every time stamp of a file.
struct TimestampContext
{
    const TrustAnchors &anchors;           ///< of signers and of time stamp authorities alike
    const QList<QByteArray> &certificates; ///< DER, from /DSS; help to build a chain
    /// Until when the token certainly existed: the next time stamp over it, or the time of check.
    QDateTime until; // UTC
    QDateTime now;   ///< UTC, time of the check
    const RevocationEvidence &evidence;
};

/// Judges an RFC 3161 TimeStampToken over `before` followed by `after`.
///
/// Asked for: strict DER, one SignerInfo, version 1 of TSTInfo without critical extensions, an
/// imprint and signature with SHA-256 or better, an ESS signing-certificate, a certificate for
/// time stamps alone (that extended key usage, critical) and a chain to the anchors that was
/// valid at genTime (WrongTimestampCertificate if not) and still is at `until`
/// (ExpiredTimestamp if not: a key that is no longer guarded could stamp any time). The same
/// for a certificate that `evidence` says was revoked, by RFC 3161, 4: one that was merely given
/// up (superseded, cessation of operation) leaves earlier time stamps as they are. Accuracy,
/// ordering, nonce and the name of the authority inside the token decide nothing. Of the two
/// names for one RSA signature (rsaEncryption, sha256WithRSAEncryption) either is taken.
[[nodiscard]] TimestampOutcome checkTimestamp(QByteArrayView token, QByteArrayView before,
                                              QByteArrayView after,
                                              const TimestampContext &context);

} // namespace sipenduduk
