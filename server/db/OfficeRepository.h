#pragma once

#include "common/Ids.h"
#include "common/Status.h"
#include "server/db/Connection.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace sipenduduk {

/// What a queue event says, besides the permohonan as it is now.
struct QueueEvent
{
    qint64 seq = 0;
    PermohonanId permohonan{};
    Role previousHolder = Role::None;
};

/// An earlier answer under an idempotency key.
struct KeptAnswer
{
    QByteArray requestHash;
    QByteArray answer; ///< CBOR of the answer's body
};

/// Queue events, idempotency keys and counters.
class OfficeRepository
{
public:
    explicit OfficeRepository(Connection &connection)
        : m_db(connection)
    {
    }

    Result<qint64> appendEvent(PermohonanId permohonan, Role previousHolder,
                               const QString &previousScope, const QDateTime &at);
    Result<QList<QueueEvent>> eventsAfter(qint64 seq, int limit);
    Result<qint64> lastEvent();

    /// None when the key is new for this user.
    Result<std::optional<KeptAnswer>> keptAnswer(UserId user, const QByteArray &key);
    Result<> keepAnswer(UserId user, const QByteArray &key, const KeptAnswer &kept,
                        const QDateTime &at);
    Result<> forgetAnswers(const QDateTime &before);

    /// 1, 2, 3 … for `name` on `day`.
    Result<qint64> nextNumber(const QString &name, const QDate &day);

private:
    Connection &m_db;
};

} // namespace sipenduduk
