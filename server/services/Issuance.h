#pragma once

#include "common/protocol/SigningMessages.h"
#include "server/services/Workflow.h"

namespace sipenduduk {

/// One dokumen of an upload, verified and stored, to be recorded as signed.
struct AcceptedSignature
{
    DokumenId dokumen{};
    QByteArray draftSha256;
    QByteArray parafChain; ///< that it was verified against
    QByteArray signedSha256;
    qint64 signedSize = 0;
};

/// Step 5: what may be signed, and the one transaction that makes it signed.
class Issuance
{
public:
    Issuance(Connection &connection, const OfficeParts &parts, const Actor &actor,
             const QDateTime &now);

    /// Everything but the signatures must be right already: state, receipt, four eyes, both
    /// parafs on these drafts, every page shown to this officer (Incomplete, `views`) unless the
    /// office's sampling spares it.
    [[nodiscard]] Result<protocol::SigningOffer> offer(PermohonanId id, std::optional<int> version);

    /// Records the set as signed. Checks everything of offer() again in this transaction, and
    /// that drafts and parafs are the very ones that were verified (Conflict).
    [[nodiscard]] Result<StepOutcome> record(PermohonanId id, int version,
                                             const QList<AcceptedSignature> &signatures);

private:
    Result<bool> isSeen(Step &step);
    /// Whether every page was shown to him; Incomplete (`views`) when it was not and must.
    Result<bool> checkViews(Step &step);
    Result<QList<protocol::DokumenToSign>> toSign(Step &step);

    Connection &m_db;
    const OfficeParts &m_parts;
    const Actor &m_actor;
    QDateTime m_now;
};

} // namespace sipenduduk
