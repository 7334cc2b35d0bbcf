#pragma once

#include "common/protocol/SigningMessages.h"
#include "server/db/PermohonanRepository.h"
#include "server/services/Session.h"
#include "server/services/SigningRules.h"

#include <QHash>

namespace sipenduduk {

class Connection;

/// What waits for the TTE, what speaks for a closer look at it, and whether it must be looked at.
/// Reads only.
class SigningQueue
{
public:
    /// `now` UTC.
    SigningQueue(Connection &connection, const SigningRules &rules, const QDateTime &now)
        : m_db(connection)
        , m_rules(rules)
        , m_now(now)
    {
    }

    static constexpr int MaxRows = 500;

    [[nodiscard]] Result<protocol::SignableList> list(const Session &session,
                                                      const protocol::ListSignable &request);

    /// Whether the office's rule wants every page of this permohonan shown to the signer. The
    /// sample is drawn by the dokumen's secret tokens, which nobody who drafts can see or choose.
    [[nodiscard]] Result<bool> mustBeSeen(UserId signer, PermohonanId id);

private:
    [[nodiscard]] Result<QList<SigningRisk>> risksOf(const SignableRecord &record);
    [[nodiscard]] Result<bool> isRare(const QString &output);
    [[nodiscard]] bool isInSample(const SignableRecord &record) const;
    [[nodiscard]] Result<protocol::SignableRow> rowOf(const SignableRecord &record, UserId signer);

    Connection &m_db;
    const SigningRules &m_rules;
    QDateTime m_now;
    QHash<QString, bool> m_rare; ///< by output, as far as asked
};

} // namespace sipenduduk
