#pragma once

#include "common/tte/verify/PdfFile.h"
#include "common/tte/verify/RevisionHistory.h"
#include "common/tte/verify/RevocationEvidence.h"
#include "common/tte/verify/SignatureFields.h"
#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"

namespace sipenduduk {

/// What all signatures of one file are judged with.
struct JudgeContext
{
    const PdfFile &file;
    const RevisionHistory &history;
    const TrustAnchors &anchors;
    QDateTime at;                       ///< UTC, time of the check
    QList<QByteArray> certificates;     ///< DER, of the file's /DSS
    const RevocationEvidence &evidence; ///< of the same
};

/// What the good document time stamps behind a signature prove of it.
struct LaterProof
{
    QDateTime at; ///< UTC, genTime of the first; invalid: there is none
    QString by;   ///< name of its authority
    /// DER of the answers and lists in the /DSS under the last of them.
    QList<QByteArray> evidence;
};

/// The worst verdict that `findings` lead to; Sah for none.
[[nodiscard]] SignatureVerdict verdictOf(const QList<SignatureFinding> &findings);

/// Judges one signature of one file.
///
/// Its chain is judged at the time that its time stamp proves, else at the time of the check. A
/// time that the signer claims must not be later than the proven one by more than five minutes:
/// EN 319 102-1 (5.5.4) takes the claim for nothing but a claim and a contradiction of times for
/// INDETERMINATE, so this leaves the signature open (ClaimAfterTimestamp).
///
/// A certificate that was revoked later than the proven time does no harm; without a proven time
/// any revocation makes the signature invalid. Nothing in the file about revocation is no fault.
///
/// A document time stamp (/DocTimeStamp, ETSI.RFC3161) is judged as a time stamp over its range.
[[nodiscard]] VerifiedSignature judgeSignature(const JudgeContext &context,
                                               const SignatureField &field,
                                               const LaterProof &later);

} // namespace sipenduduk
