#pragma once

#include "common/Result.h"
#include "common/tte/upgrade/RevocationProof.h"
#include "common/tte/upgrade/SignatureParts.h"

#include <optional>

namespace sipenduduk {

class RevocationClient;

/// Gathers what a /DSS needs so that signers and time stamp authorities can be judged without a
/// network: their chains, and an answer for every certificate that names where to ask. What the
/// file has already is not asked for again.
class MaterialCollector
{
public:
    /// `known`: what the file's /DSS holds. `now`: UTC. The client must outlive the collector.
    MaterialCollector(RevocationClient &client, ValidationMaterial known, const QDateTime &now);

    /// Of a signer whose signature is proven to have existed at `provenAt` (UTC). Untrusted when
    /// one of the chain was revoked before, Expired when it was not valid; else why something is
    /// not to be had (RevocationClient::check(), ChainFinder::chainOf()).
    [[nodiscard]] Result<> addSigner(const SignerParts &signer, const QDateTime &provenAt);

    /// Of a time stamp authority, whose key must have been guarded until a newer time stamp covers
    /// this one, or until now: `until`, UTC. A certificate that was merely given up later
    /// (superseded, cessation of operation: RFC 3161, 4) leaves its time stamps as they are.
    [[nodiscard]] Result<> addAuthority(const TimestampParts &stamp, const QDateTime &until);

    /// What the file does not have yet.
    [[nodiscard]] ValidationMaterial missing() const { return m_gathered.without(m_known); }

private:
    struct Span
    {
        QDateTime at;    ///< of the signature
        QDateTime until; ///< how long nobody may have got at the key; `at` for a signer
        bool isSigner = false;
    };

    Result<> addChain(const QList<QByteArray> &chain, const Span &span);
    Result<> include(const RevocationProof &proof, const Span &span);
    Result<RevocationProof> proofFor(const QList<QByteArray> &chain, const QDateTime &at);
    [[nodiscard]] std::optional<RevocationProof> knownProof(const QList<QByteArray> &chain,
                                                            const QDateTime &at) const;

    RevocationClient &m_client;
    ValidationMaterial m_known;
    ValidationMaterial m_gathered;
    QDateTime m_now;
};

} // namespace sipenduduk
