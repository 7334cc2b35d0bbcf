#include "server/services/Issuance.h"

#include "common/tte/ParafChain.h"
#include "server/db/BlobRepository.h"
#include "server/db/UserRepository.h"
#include "server/services/OfficeParts.h"
#include "server/services/SigningQueue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<QByteArray> parafChainOf(const DokumenRecord &dokumen, const QList<ParafRecord> &parafs)
{
    ParafChain chain;
    chain.draftSha256 = dokumen.draftSha256;
    for (const ParafRecord &paraf : parafs) {
        if (paraf.dokumen == dokumen.id)
            chain.entries.append({word(paraf.duty), paraf.at});
    }
    return chain.toBytes();
}

const AcceptedSignature *signatureFor(const QList<AcceptedSignature> &signatures,
                                      const protocol::DokumenToSign &wanted)
{
    const auto found = std::ranges::find_if(signatures, [&](const AcceptedSignature &s) {
        return s.dokumen == wanted.dokumen && s.draftSha256 == wanted.draftSha256
            && s.parafChain == wanted.parafChain;
    });
    return found == signatures.end() ? nullptr : &*found;
}

} // namespace

Issuance::Issuance(Connection &connection, const OfficeParts &parts, const Actor &actor,
                   const QDateTime &now)
    : m_db(connection)
    , m_parts(parts)
    , m_actor(actor)
    , m_now(now)
{
}

Result<bool> Issuance::isSeen(Step &step)
{
    const auto list = step.dokumenList();
    if (!list)
        return std::unexpected(list.error());
    for (const DokumenRecord &dokumen : **list) {
        const auto seen = DokumenRepository(m_db).seenPages(dokumen.id, dokumen.draftSha256,
                                                            m_actor.session.user);
        if (!seen)
            return std::unexpected(seen.error());
        for (int page = 1; page <= dokumen.pageCount; ++page) {
            if (!seen->contains(page))
                return false;
        }
    }
    return true;
}

Result<bool> Issuance::checkViews(Step &step)
{
    const auto seen = isSeen(step);
    if (!seen || *seen)
        return seen;
    const auto must = SigningQueue(m_db, m_parts.profile.signing, m_now)
                          .mustBeSeen(m_actor.session.user, step.head.id);
    if (!must)
        return must;
    return *must ? Result<bool>(fail(ErrorCode::Incomplete, u"views"_s)) : false;
}

Result<QList<protocol::DokumenToSign>> Issuance::toSign(Step &step)
{
    const auto list = step.dokumenList();
    const auto parafs = DokumenRepository(m_db).parafs(step.head.id);
    if (!list || !parafs)
        return std::unexpected(!list ? list.error() : parafs.error());
    QList<protocol::DokumenToSign> wanted;
    for (const DokumenRecord &dokumen : **list) {
        const auto chain = parafChainOf(dokumen, *parafs);
        if (!chain)
            return std::unexpected(chain.error());
        wanted.append(
            {.dokumen = dokumen.id,
             .draftSha256 = dokumen.draftSha256,
             .parafChain = *chain,
             .verifyUrl = u"%1/cek/%2"_s.arg(m_parts.profile.portalUrl, dokumen.verifyToken)});
    }
    return wanted;
}

Result<protocol::SigningOffer> Issuance::offer(PermohonanId id, std::optional<int> version)
{
    Step step(m_db, m_parts, m_actor, m_now);
    step.input.hasSignatures = true; // asked about everything else
    const auto transition = Workflow::begin(step, id, version, Action::Sign);
    if (!transition)
        return std::unexpected(transition.error());
    if (auto viewed = checkViews(step); !viewed)
        return std::unexpected(viewed.error());
    auto wanted = toSign(step);
    const auto certificate = UserRepository(m_db).certificate(m_actor.session.user);
    if (!wanted || !certificate)
        return std::unexpected(!wanted ? wanted.error() : certificate.error());
    protocol::SigningOffer offer;
    offer.version = step.head.version;
    offer.titleLines = m_actor.session.title.split(u'\n', Qt::SkipEmptyParts);
    offer.name = m_actor.session.name;
    offer.nip = m_actor.session.nip;
    offer.certificate = *certificate;
    offer.dokumenList = std::move(*wanted);
    offer.at = m_now;
    offer.timestampUrls = m_parts.profile.timestampUrls;
    offer.timestampPolicy = m_parts.profile.timestampPolicy;
    offer.rootsPem = m_parts.profile.tteAnchorsPem;
    offer.pinDokumen = m_parts.profile.signing.pinDokumen;
    offer.pinMinutes = m_parts.profile.signing.pinMinutes;
    return offer;
}

Result<StepOutcome> Issuance::record(PermohonanId id, int version,
                                     const QList<AcceptedSignature> &signatures)
{
    Step step(m_db, m_parts, m_actor, m_now);
    step.input.hasSignatures = true;
    const auto transition = Workflow::begin(step, id, version, Action::Sign);
    if (!transition)
        return std::unexpected(transition.error());
    const auto viewed = checkViews(step);
    if (!viewed)
        return std::unexpected(viewed.error());
    // What he signed without looking at it is told in the kartu kendali.
    const QString note = *viewed
        ? QString()
        : u"Tidak dilihat: aturan sampel %1%"_s.arg(m_parts.profile.signing.samplePercent);
    const auto wanted = toSign(step);
    const auto list = step.dokumenList();
    if (!wanted || !list)
        return std::unexpected(!wanted ? wanted.error() : list.error());
    if (wanted->size() != signatures.size())
        return fail(ErrorCode::Incomplete, u"signatures"_s);
    for (qsizetype i = 0; i < wanted->size(); ++i) {
        const AcceptedSignature *given = signatureFor(signatures, wanted->at(i));
        if (!given)
            return fail(ErrorCode::Conflict, u"draft or parafs changed"_s);
        DokumenRecord &dokumen = (*list)->operator[](i);
        dokumen.status = Status::Ditandatangani;
        dokumen.signedSha256 = given->signedSha256;
        dokumen.signedAt = m_now;
        if (auto kept = BlobRepository(m_db).insert(given->signedSha256, given->signedSize, m_now);
            !kept)
            return std::unexpected(kept.error());
        if (auto set = DokumenRepository(m_db).setSigned(dokumen); !set)
            return std::unexpected(set.error());
        if (auto line = step.addLine(LineKind::Tte, note, Role::None, &dokumen); !line)
            return std::unexpected(line.error());
    }
    return Workflow::complete(step, *transition);
}

} // namespace sipenduduk
