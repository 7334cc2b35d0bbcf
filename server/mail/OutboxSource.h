#pragma once

#include "common/Alur.h"
#include "common/Result.h"
#include "server/mail/MailMessage.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace sipenduduk {

/// A mail that waits in the outbox.
struct OutboxMail
{
    qint64 id = 0;
    QString messageId{}; ///< unique, letters, digits, ".", "-", "_"; the same for all tries
    MailEvent event = MailEvent::None;
    QString recipient{};
    QJsonObject payload{}; ///< what the letter shows (MailTemplates)
    QList<MailAttachment> attachments{};
    int tries = 0;         ///< failures recorded so far
    QDateTime createdAt{}; ///< UTC
};

/// The outbox table, as the worker sees it. Called from the worker's thread; every call may block.
class OutboxSource
{
public:
    virtual ~OutboxSource() = default;

    /// Waiting mails whose next try is not after `now`, the longest due first, at most `limit`.
    [[nodiscard]] virtual Result<std::vector<OutboxMail>> due(const QDateTime &now, int limit) = 0;
    /// `serverReply`: the server's words, without addresses, for the log of the mail.
    [[nodiscard]] virtual Result<> markSent(qint64 id, const QString &serverReply) = 0;
    /// Adds one to `tries`.
    [[nodiscard]] virtual Result<> markTemporaryFailure(qint64 id, const QString &error,
                                                        const QDateTime &nextTryAt) = 0;
    /// Not tried again; becomes a task for the front office.
    [[nodiscard]] virtual Result<> markPermanentFailure(qint64 id, const QString &error) = 0;
};

} // namespace sipenduduk
