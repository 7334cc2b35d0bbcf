#pragma once

#include "common/Alur.h"
#include "common/Ids.h"
#include "server/db/Connection.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

namespace sipenduduk {

/// A mail to be sent: written in the transaction that causes it.
struct NewMail
{
    MailEvent event = MailEvent::None;
    PermohonanId permohonan{}; ///< 0 for a mail of an account
    QString recipient;
    QJsonObject payload; ///< what its template shows; "attachments": [{"name","sha256" (hex)}]
    QDateTime at;
};

/// A mail that waits; `messageId` stays the same through all tries.
struct WaitingMail
{
    qint64 id = 0;
    QString messageId;
    MailEvent event = MailEvent::None;
    PermohonanId permohonan{};
    QString recipient;
    QJsonObject payload;
    int tries = 0;
    QDateTime createdAt;
};

class OutboxRepository
{
public:
    explicit OutboxRepository(Connection &connection)
        : m_db(connection)
    {
    }

    /// Gives the mail a Message-ID of its own.
    Result<> insert(const NewMail &mail);
    Result<QList<WaitingMail>> due(const QDateTime &now, int limit);
    /// When the next waiting mail is due; invalid without one.
    Result<QDateTime> nextDue();
    Result<WaitingMail> find(qint64 id);
    /// Codes that were mailed to this address, or wait, since then.
    Result<int> codesSince(const QString &recipient, const QDateTime &since);
    Result<> markSent(qint64 id, const QDateTime &at);
    Result<> markRetry(qint64 id, const QString &error, const QDateTime &nextTry);
    Result<> markFailed(qint64 id, const QString &error);

private:
    Connection &m_db;
};

} // namespace sipenduduk
