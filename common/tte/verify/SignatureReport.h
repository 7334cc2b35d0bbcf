#pragma once

#include "common/tte/verify/AttackPattern.h"
#include "common/tte/x509/CertificateInfo.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QRectF>
#include <QString>

namespace sipenduduk {

/// What a verification says; never TidakSah for what merely could not be checked.
enum class SignatureVerdict { Sah = 1, BelumDapatDipastikan = 2, TidakSah = 3 };

/// One defect of a file or of a signature. Append only.
enum class SignatureFault {
    UnreadablePdf = 1, ///< damaged, or not a PDF at all
    NoSignature = 2,
    WrongByteRange = 3,           ///< not [0 a b c] exactly around /Contents
    MalformedContents = 4,        ///< hex, strict DER, or zero padding
    MalformedCms = 5,             ///< versions, number of signers, attributes
    WrongSubFilter = 6,           ///< not ETSI.CAdES.detached
    WeakAlgorithm = 7,            ///< SHA-1, MD5, RSA below 2048 bits, foreign curve
    DigestMismatch = 8,           ///< the signed bytes were changed
    BadSignatureValue = 9,        ///< the key did not make this signature
    WrongSigningCertificate = 10, ///< signing-certificate-v2 missing or for another one
    WrongKeyUsage = 11,           ///< the certificate is not for signatures
    UntrustedChain = 12,          ///< no way to a trusted root
    ExpiredCertificate = 13,      ///< a certificate of the chain is over at the time of the check
    NotValidWhenSigned = 14,      ///< already over, or not begun, at the claimed signing time
    UnusedCertificate = 15,       ///< a certificate in the CMS that belongs to no chain
    ChangedAfterwards = 16,  ///< the file was changed after the signature beyond what is permitted
    BytesAfterwards = 17,    ///< bytes follow that no signature covers
    DraftMismatch = 18,      ///< the paraf chain is about other bytes
    UncheckedAttribute = 19, ///< data beside the signature (or time stamp) that is not evaluated
    SharedObject = 20,       ///< two fields share one signature, or one field has an odd shape
    UnsupportedAlgorithm = 21, ///< perhaps good, but not evaluated here
    WrongTimestamp = 22,       ///< the time stamp is over other bytes
    MalformedTimestamp = 23,   ///< no strict RFC 3161 token
    BadTimestampValue = 24,    ///< the time stamp authority did not make this token
    /// Not for time stamps alone, or not valid at the time that the token states.
    WrongTimestampCertificate = 25,
    UntrustedTimestamp = 26, ///< no way from the time stamp authority to a trusted root
    /// The authority's certificate is over or was revoked, and no later time stamp proves the
    /// token.
    ExpiredTimestamp = 27,
    ClaimAfterTimestamp = 28, ///< the claimed time is later than the proven one
    RevokedCertificate = 29,  ///< revoked before the proven time, or at all when none is proven
    UnusableRevocation = 30,  ///< revocation data that are damaged or not by who may give them
    UncheckedRevision = 31,   ///< revocation data appended in a shape that is not fully read
    UnsupportedPdf = 40,      ///< perhaps good, but encrypted, hybrid or too large to be read here
};

/// How far a PAdES signature carries (ETSI EN 319 142-1), by what is there and good.
enum class PadesLevel {
    BB = 1,   ///< a signature
    BT = 2,   ///< and its time is proven
    BLT = 3,  ///< and what is needed to check it offline is in the file
    BLTA = 4, ///< and all that is under a document time stamp
};

/// What the file itself says of the revocation of a signer and the authorities above him.
enum class RevocationState {
    NotChecked = 1, ///< nothing that could be used
    Good = 2,
    Revoked = 3, ///< a fault only when the time of the signature is not proven to be earlier
};

struct SignatureFinding
{
    SignatureFault fault = SignatureFault::UnreadablePdf;
    QString detail;                              ///< English, for the log; no name, no NIK
    AttackPattern pattern = AttackPattern::None; ///< what published attack it looks like
    bool operator==(const SignatureFinding &) const = default;
};

/// All that is known of one signature of a file.
struct VerifiedSignature
{
    QString fieldName;
    /// Not a signature of a person: an authority says when all before it existed.
    bool isDocumentTimestamp = false;
    CertificateInfo signer; ///< or the time stamp authority; empty when it could not be read
    QDateTime claimedAt;    ///< UTC, /M: what the signer's computer said
    /// UTC, genTime of its own good time stamp, else of the first document time stamp over it (of
    /// a document time stamp: its own); invalid when there is none.
    QDateTime provenAt;
    QString provenBy; ///< name of the authority behind provenAt
    RevocationState revocation = RevocationState::NotChecked;
    QDateTime revocationAsOf;          ///< UTC, of the oldest answer that Good stands on
    QDateTime revokedAt;               ///< UTC, when Revoked
    PadesLevel level = PadesLevel::BB; ///< only of meaning when the signature is good
    QString algorithm;                 ///< "RSA-2048, SHA-256"
    int page = -1;                     ///< 0-based page of the widget; -1 when it has none
    QRectF rect;                       ///< /Rect in PDF points, y upwards; empty when invisible
    qint64 coveredBytes = 0;           ///< end of the revision that is covered
    bool coversWholeFile = false;
    bool isIntact = false;  ///< digest and signature value are right
    bool isTrusted = false; ///< the chain ends in an anchor, valid at provenAt or when checked
    QByteArray parafChain;  ///< /SIPENDUDUK.Paraf as it stands in the file; may be empty
    qint64 draftSize = 0;   ///< bytes of the draft that was approved; 0 when not stated
    QByteArray draftSha256; ///< of the first draftSize bytes; empty when not stated
    QList<SignatureFinding> findings;
    SignatureVerdict verdict = SignatureVerdict::TidakSah;
};

struct PdfVerification
{
    QList<VerifiedSignature> signatures;                   ///< in the order in which they were made
    QList<SignatureFinding> findings;                      ///< of the file as a whole
    SignatureVerdict verdict = SignatureVerdict::TidakSah; ///< the worst of all
};

} // namespace sipenduduk
