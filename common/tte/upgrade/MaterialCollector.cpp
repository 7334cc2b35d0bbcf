#include "common/tte/upgrade/MaterialCollector.h"

#include "common/tte/upgrade/CertificateAccess.h"
#include "common/tte/upgrade/RevocationClient.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// unspecified where it is spelled out, affiliationChanged, superseded, cessationOfOperation.
bool isMerelyGivenUp(int reason)
{
    return reason == 0 || (reason >= 3 && reason <= 5);
}

} // namespace

MaterialCollector::MaterialCollector(RevocationClient &client, ValidationMaterial known,
                                     const QDateTime &now)
    : m_client(client)
    , m_known(std::move(known))
    , m_now(now)
{
}

Result<> MaterialCollector::addSigner(const SignerParts &signer, const QDateTime &provenAt)
{
    const auto chain = m_client.chains().chainOf(
        signer.certificate, signer.certificates + m_known.certificates, provenAt);
    if (!chain)
        return std::unexpected(chain.error());
    return addChain(*chain, {provenAt, provenAt, true});
}

Result<> MaterialCollector::addAuthority(const TimestampParts &stamp, const QDateTime &until)
{
    const SignerParts &authority = stamp.authority;
    const QList<QByteArray> others = authority.certificates + m_known.certificates;
    const auto chain = m_client.chains().chainOf(authority.certificate, others, stamp.at);
    if (!chain)
        return std::unexpected(chain.error());
    if (until > stamp.at) { // over in the meantime: anybody may have its key now
        const auto later = m_client.chains().chainOf(authority.certificate, others + *chain, until);
        if (!later)
            return std::unexpected(later.error());
    }
    return addChain(*chain, {stamp.at, std::max(stamp.at, until), false});
}

Result<> MaterialCollector::addChain(const QList<QByteArray> &chain, const Span &span)
{
    for (qsizetype i = 0; i + 1 < chain.size(); ++i) {
        const ossl::Cert certificate = certificateFromDer(chain[i]);
        if (!certificate)
            return fail(ErrorCode::Malformed, u"certificate"_s);
        m_gathered.add({{chain[i]}, {}, {}});
        const auto proof = proofFor(chain.sliced(i), span.until);
        if (proof) {
            if (const auto good = include(*proof, span); !good)
                return good;
            continue;
        }
        // An authority that names no source revokes nothing; of a signer something must be known.
        const bool isSigner = i == 0 && span.isSigner;
        if (isSigner || namesRevocationSource(certificate.get()))
            return std::unexpected(proof.error());
    }
    return {};
}

Result<> MaterialCollector::include(const RevocationProof &proof, const Span &span)
{
    if (proof.status == RevocationStatus::Unknown)
        return fail(ErrorCode::Untrusted, u"certificate is unknown to its authority"_s);
    const bool isRevoked = proof.status == RevocationStatus::Revoked;
    if (isRevoked
        && (proof.revokedAt <= span.at
            || (proof.revokedAt <= span.until && !isMerelyGivenUp(proof.reason))))
        return fail(ErrorCode::Untrusted, u"certificate was revoked"_s);
    m_gathered.add(proof.material);
    return {};
}

Result<RevocationProof> MaterialCollector::proofFor(const QList<QByteArray> &chain,
                                                    const QDateTime &at)
{
    if (auto known = knownProof(chain, at))
        return *std::move(known);
    return m_client.check(chain, at, m_now);
}

std::optional<RevocationProof> MaterialCollector::knownProof(const QList<QByteArray> &chain,
                                                             const QDateTime &at) const
{
    const ossl::Cert certificate = certificateFromDer(chain[0]);
    const ossl::Cert issuer = certificateFromDer(chain[1]);
    if (!certificate || !issuer)
        return std::nullopt;
    const RevocationQuestion question{certificate.get(), issuer.get(),
                                      chain.sliced(1) + m_known.certificates,
                                      m_client.settings().roots, m_now};
    std::optional<RevocationProof> best;
    const auto consider = [&](const Result<RevocationProof> &proof) {
        const bool isOfUse = proof && proof->status != RevocationStatus::Unknown
            && proof->asOf <= m_now + MaxResponderClockDifference && proof->isAbout(at);
        if (isOfUse && (!best || proof->status > best->status))
            best = *proof;
    };
    for (const QByteArray &der : m_known.ocsps)
        consider(proofInOcsp(der, question));
    for (const QByteArray &der : m_known.crls)
        consider(proofInList(der, question));
    return best;
}

} // namespace sipenduduk
