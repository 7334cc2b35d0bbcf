#include "server/services/Signing.h"

#include "common/tte/ParafChain.h"
#include "common/tte/verify/SignedDraftCheck.h"
#include "server/db/BlobStore.h"
#include "server/db/Store.h"
#include "server/services/Issuance.h"
#include "server/services/OfficeParts.h"

#include <QThreadPool>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr std::chrono::minutes ClockTolerance{2};

/// A signature says when it was made by a clock that nobody here controls. It follows the parafs
/// that it rests on, and does not lie in the future. Only whole seconds stand in the file.
bool isPlausibleTime(const QDateTime &claimed, const QByteArray &parafChain, const QDateTime &now)
{
    const auto chain = ParafChain::fromBytes(parafChain);
    if (!chain || claimed > now.addDuration(ClockTolerance))
        return false;
    return std::ranges::all_of(
        chain->entries, [&](const ParafEntry &paraf) { return claimed.addSecs(1) > paraf.at; });
}

Result<AcceptedSignature> verifyOne(const OfficeParts &parts, const protocol::DokumenToSign &wanted,
                                    const protocol::SignedDokumen &given,
                                    const SignedDraftExpectation &expected)
{
    if (given.draftSha256 != wanted.draftSha256)
        return fail(ErrorCode::Conflict, u"draft"_s);
    const auto draft = parts.blobs->getNow(wanted.draftSha256);
    if (!draft)
        return std::unexpected(draft.error());
    const auto info = checkSignedDraft(*draft, given.appendix, expected);
    if (!info)
        return std::unexpected(info.error());
    if (!isPlausibleTime(info->claimedAt, wanted.parafChain, expected.at))
        return fail(ErrorCode::InvalidArgument, u"signing time"_s);
    const auto stored = parts.blobs->putNow(*draft + given.appendix);
    if (!stored)
        return std::unexpected(stored.error());
    if (*stored != info->signedSha256)
        return fail(ErrorCode::Internal, u"stored bytes are not the verified ones"_s);
    return AcceptedSignature{.dokumen = wanted.dokumen,
                             .draftSha256 = wanted.draftSha256,
                             .parafChain = wanted.parafChain,
                             .signedSha256 = *stored,
                             .signedSize = info->signedSize};
}

/// On a pool thread.
Result<QList<AcceptedSignature>> verifySet(const OfficeParts &parts,
                                           const protocol::SigningOffer &offer,
                                           const protocol::SignSet &request, const QDateTime &now)
{
    if (offer.certificate.isEmpty())
        return fail(ErrorCode::Untrusted, u"no certificate is registered"_s);
    const auto anchors = TrustAnchors::fromBytes(parts.profile.tteAnchorsPem);
    if (!anchors)
        return fail(ErrorCode::Untrusted, u"no roots are configured"_s);
    QList<AcceptedSignature> verified;
    for (const protocol::DokumenToSign &wanted : offer.dokumenList) {
        const auto given = std::ranges::find(request.signatures, wanted.dokumen,
                                             &protocol::SignedDokumen::dokumen);
        if (given == request.signatures.end())
            return fail(ErrorCode::Incomplete, u"signatures"_s);
        const SignedDraftExpectation expected{.signerCertificate = offer.certificate,
                                              .anchors = *anchors,
                                              .parafChain = wanted.parafChain,
                                              .at = now,
                                              .place = {}};
        auto signature = verifyOne(parts, wanted, *given, expected);
        if (!signature)
            return std::unexpected(signature.error());
        verified.append(std::move(*signature));
    }
    return verified;
}

} // namespace

Signing::Signing(Office &office, OfficeParts &parts, QThreadPool &pool)
    : m_office(office)
    , m_parts(parts)
    , m_pool(pool)
{
}

Answer<protocol::ActReply> Signing::accept(const Session &session, const protocol::SignSet &request,
                                           const Office::Key &key)
{
    const QDateTime now = m_parts.now();
    return m_office.signingBasis(session, request, key)
        .then(
            m_pool,
            [&office = m_office, &parts = m_parts, session, request, key, now](
                Result<std::optional<protocol::SigningOffer>> offer) -> Answer<protocol::ActReply> {
                if (!offer)
                    return std::unexpected(offer.error());
                if (!*offer) // answered before: the kept answer is given again
                    return office.recordSignatures(session, request, key, {});
                const auto verified = verifySet(parts, **offer, request, now);
                if (!verified)
                    return std::unexpected(verified.error());
                return office.recordSignatures(session, request, key, *verified);
            });
}

} // namespace sipenduduk
