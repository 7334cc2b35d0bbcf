#include "server/services/SigningQueue.h"

#include "server/db/DokumenRepository.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<protocol::SignableList> SigningQueue::list(const Session &session,
                                                  const protocol::ListSignable &request)
{
    if (request.limit < 1 || request.limit > MaxRows)
        return fail(ErrorCode::InvalidArgument, u"limit"_s);
    if (!session.holdsAny(Role::Kadin))
        return fail(ErrorCode::Forbidden, u"duty"_s);
    const auto records =
        PermohonanRepository(m_db).signable(session.user, PermohonanId(0), request.limit + 1);
    if (!records)
        return std::unexpected(records.error());
    protocol::SignableList list;
    list.isComplete = records->size() <= request.limit;
    for (const SignableRecord &record :
         records->first(std::min<qsizetype>(request.limit, records->size()))) {
        auto row = rowOf(record, session.user);
        if (!row)
            return std::unexpected(row.error());
        list.rows.append(std::move(*row));
    }
    std::ranges::stable_sort(list.rows, std::ranges::greater{},
                             [](const protocol::SignableRow &row) { return row.risks.size(); });
    return list;
}

Result<bool> SigningQueue::mustBeSeen(UserId signer, PermohonanId id)
{
    if (m_rules.samplePercent >= 100)
        return true;
    const auto records = PermohonanRepository(m_db).signable(signer, id, 1);
    if (!records)
        return std::unexpected(records.error());
    if (records->isEmpty())
        return true;
    const auto risks = risksOf(records->first());
    if (!risks)
        return std::unexpected(risks.error());
    return !risks->isEmpty() || isInSample(records->first());
}

Result<protocol::SignableRow> SigningQueue::rowOf(const SignableRecord &record, UserId signer)
{
    auto risks = risksOf(record);
    if (!risks)
        return std::unexpected(risks.error());
    const bool mustBeSeen = m_rules.samplePercent >= 100 || !risks->isEmpty() || isInSample(record);
    const bool isSeen = record.seenPages >= record.pageCount;
    return protocol::SignableRow{.row = record.row,
                                 .dokumenCount = record.dokumenCount,
                                 .pageCount = record.pageCount,
                                 .seenPages = record.seenPages,
                                 .isReady = record.receivedBy == signer && (isSeen || !mustBeSeen),
                                 .mustBeSeen = mustBeSeen,
                                 .risks = std::move(*risks)};
}

Result<QList<SigningRisk>> SigningQueue::risksOf(const SignableRecord &record)
{
    QList<SigningRisk> risks;
    if (!record.makerSince.isValid() || record.makerSince.addDays(m_rules.newClerkDays) > m_now)
        risks.append(SigningRisk::NewClerk);
    if (record.isCorrected)
        risks.append(SigningRisk::CorrectedDraft);
    for (const QString &output : record.outputs) {
        const auto rare = isRare(output);
        if (!rare)
            return std::unexpected(rare.error());
        if (*rare) {
            risks.append(SigningRisk::RareLayanan);
            break;
        }
    }
    return risks;
}

Result<bool> SigningQueue::isRare(const QString &output)
{
    if (const auto known = m_rare.constFind(output); known != m_rare.cend())
        return *known;
    const auto count = DokumenRepository(m_db).countSigned(output, m_now.addDays(-m_rules.rareDays),
                                                           m_rules.rareCount);
    if (!count)
        return std::unexpected(count.error());
    m_rare.insert(output, *count < m_rules.rareCount);
    return *count < m_rules.rareCount;
}

bool SigningQueue::isInSample(const SignableRecord &record) const
{
    return std::ranges::any_of(record.verifyTokens, [this](const QString &token) {
        const QByteArray drawn =
            QCryptographicHash::hash("sample:" + token.toUtf8(), QCryptographicHash::Sha256);
        return qFromBigEndian<quint32>(drawn.constData()) % 100 < quint32(m_rules.samplePercent);
    });
}

} // namespace sipenduduk
