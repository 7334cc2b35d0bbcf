#pragma once

#include "common/tte/verify/RevocationAnswer.h"
#include "common/tte/verify/SignatureReport.h"
#include "common/tte/verify/TrustAnchors.h"
#include "common/tte/verify/ValidationData.h"

#include <memory>
#include <vector>

namespace sipenduduk {

class CertificateList;
class OcspAnswer;

/// What is known of the revocation of the certificates of one chain.
struct RevocationOutcome
{
    /// Revoked: one of them was, at whatever time. Good: none was, for the time of the question,
    /// by an answer about the first and about every authority that names a source of answers.
    RevocationState state = RevocationState::NotChecked;
    QDateTime asOf;                          ///< UTC, of the oldest answer that Good stands on
    QDateTime revokedAt;                     ///< UTC, the first revocation; when Revoked
    int reason = RevocationAnswer::NoReason; ///< its CRLReason
    bool isComplete = false;  ///< every certificate that names a source of answers is answered for
    bool hasUnusable = false; ///< an answer about one of them is damaged or not authorised
    QList<QByteArray> used;   ///< DER of the answers that it stands on
};

/// The OCSP answers and revocation lists of a file, read once for all its signatures. Not
/// thread-safe.
class RevocationEvidence
{
public:
    /// What cannot be read is counted by unreadable() and else left out. `anchors` must outlive
    /// the evidence.
    RevocationEvidence(const ValidationData &data, const TrustAnchors &anchors);

    /// This and more.
    [[nodiscard]] RevocationEvidence with(const ValidationData &more) const;

    /// Number of answers and lists that are none.
    [[nodiscard]] int unreadable() const { return m_unreadable; }

    /// `chain` is DER from a certificate to its root, which nobody can revoke. `at`: the time for
    /// which the answer is wanted; `now`: the time of the check. UTC.
    [[nodiscard]] RevocationOutcome check(const QList<QByteArray> &chain, const QDateTime &at,
                                          const QDateTime &now) const;

private:
    void add(const ValidationData &data);
    [[nodiscard]] QList<RevocationAnswer> answersTo(const RevocationQuery &query) const;

    const TrustAnchors *m_anchors;
    QList<QByteArray> m_certificates;
    std::vector<std::shared_ptr<const OcspAnswer>> m_ocsps;
    std::vector<std::shared_ptr<const CertificateList>> m_crls;
    int m_unreadable = 0;
};

} // namespace sipenduduk
