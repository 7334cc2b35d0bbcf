#include "common/tte/upgrade/SignatureUpgrader.h"

#include "common/tte/PdfRevision.h"
#include "common/tte/upgrade/DocumentTimestamp.h"
#include "common/tte/upgrade/DssRevision.h"
#include "common/tte/upgrade/MaterialCollector.h"
#include "common/tte/upgrade/SignatureParts.h"
#include "common/tte/x509/CertificateInfo.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype UsualGrowth = 256 * 1024; ///< bytes

/// What a file says of itself.
struct SignedState
{
    QList<SignatureParts> parts;
    ValidationMaterial material;
};

Result<SignedState> stateOf(const QByteArray &pdf)
{
    const auto file = PdfRevision::open(pdf);
    if (!file)
        return std::unexpected(file.error());
    auto parts = signaturePartsOf(*file);
    if (!parts)
        return std::unexpected(parts.error());
    auto material = validationMaterialOf(*file);
    if (!material)
        return std::unexpected(material.error());
    return SignedState{*std::move(parts), *std::move(material)};
}

/// Time of the first document time stamp over what ends at `end`; invalid when there is none.
QDateTime coveredAt(const QList<SignatureParts> &parts, qint64 end)
{
    QDateTime first;
    for (const SignatureParts &part : parts) {
        const auto &stamp = part.timestamp;
        if (part.isDocumentTimestamp && stamp && part.end > end
            && (!first.isValid() || stamp->at < first))
            first = stamp->at;
    }
    return first;
}

/// When a signature is proven to have existed; invalid when nothing proves it.
QDateTime provenTimeOf(const QList<SignatureParts> &parts, const SignatureParts &part)
{
    const auto &own = part.timestamp;
    return own ? own->at : coveredAt(parts, part.end);
}

bool areAllProven(const QList<SignatureParts> &parts)
{
    return std::ranges::all_of(
        parts, [&](const SignatureParts &part) { return provenTimeOf(parts, part).isValid(); });
}

/// The way of one file.
class Upgrade
{
public:
    Upgrade(const QByteArray &pdf, const QDateTime &now)
        : m_size(pdf.size())
        , m_whole(pdf)
        , m_now(now)
    {
    }

    Result<UpgradedFile> run(UpgradeLevel wanted, TimestampClient &stamps,
                             RevocationClient &revocations)
    {
        const auto state = stateOf(m_whole);
        if (!state)
            return std::unexpected(state.error());
        UpgradeLevel level = areAllProven(state->parts) ? UpgradeLevel::BT : UpgradeLevel::BB;
        Result<> step;
        if (level == UpgradeLevel::BB && wanted >= UpgradeLevel::BT) {
            step = addTimestamp(stamps);
            level = step ? UpgradeLevel::BT : level;
        }
        if (step && wanted >= UpgradeLevel::BLT) {
            step = addMaterial(revocations);
            level = step ? UpgradeLevel::BLT : level;
        }
        if (step && wanted == UpgradeLevel::BLTA) {
            step = addTimestamp(stamps);
            level = step ? UpgradeLevel::BLTA : level;
        }
        UpgradedFile result{m_whole.sliced(m_size), std::min(level, wanted), std::nullopt};
        if (!step)
            result.obstacle = step.error();
        return result;
    }

private:
    void append(const QByteArray &revision)
    {
        m_whole.reserve(m_whole.size() + std::max(revision.size(), UsualGrowth));
        m_whole += revision;
    }

    Result<> addTimestamp(TimestampClient &stamps)
    {
        const auto revision = documentTimestamp(m_whole, stamps, m_now);
        if (!revision)
            return std::unexpected(revision.error());
        append(*revision);
        return {};
    }

    Result<> addMaterial(RevocationClient &revocations)
    {
        const auto state = stateOf(m_whole);
        if (!state)
            return std::unexpected(state.error());
        MaterialCollector collector(revocations, state->material, m_now);
        for (const SignatureParts &part : state->parts) {
            if (const auto added = addPart(collector, state->parts, part); !added)
                return added;
        }
        const ValidationMaterial missing = collector.missing();
        if (missing.isEmpty())
            return {};
        const auto revision = dssRevision(m_whole, missing);
        if (!revision)
            return std::unexpected(revision.error());
        append(*revision);
        return {};
    }

    Result<> addPart(MaterialCollector &collector, const QList<SignatureParts> &parts,
                     const SignatureParts &part) const
    {
        if (const auto &stamp = part.timestamp) {
            const QDateTime covered = coveredAt(parts, part.end);
            const auto added = collector.addAuthority(*stamp, covered.isValid() ? covered : m_now);
            if (!added)
                return added;
        }
        if (part.isDocumentTimestamp)
            return {};
        return collector.addSigner(part.signer, provenTimeOf(parts, part));
    }

    qsizetype m_size; ///< of the file as it came
    QByteArray m_whole;
    QDateTime m_now;
};

} // namespace

SignatureUpgrader::SignatureUpgrader(TimestampClient &stamps, RevocationClient &revocations)
    : m_stamps(stamps)
    , m_revocations(revocations)
{
}

Result<UpgradedFile> SignatureUpgrader::upgrade(const QByteArray &pdf, UpgradeLevel wanted,
                                                const QDateTime &now)
{
    return Upgrade(pdf, now).run(wanted, m_stamps, m_revocations);
}

Result<QDateTime> archiveRenewalDue(const QByteArray &pdf)
{
    const auto state = stateOf(pdf);
    if (!state)
        return std::unexpected(state.error());
    QList<QByteArray> certificates;
    for (const SignatureParts &part : state->parts) { // the last one decides
        const auto &stamp = part.timestamp;
        if (part.isDocumentTimestamp && stamp)
            certificates = stamp->authority.certificates;
    }
    if (certificates.isEmpty())
        return fail(ErrorCode::NotFound, u"no document time stamp"_s);
    QDateTime due;
    for (const QByteArray &der : std::as_const(certificates)) {
        const auto info = readCertificate(der);
        if (!info)
            return std::unexpected(info.error());
        if (!due.isValid() || info->notAfter < due)
            due = info->notAfter;
    }
    return due;
}

} // namespace sipenduduk
