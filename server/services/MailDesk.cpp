#include "server/services/MailDesk.h"

#include "server/db/BlobStore.h"
#include "server/db/OutboxRepository.h"
#include "server/db/Store.h"
#include "server/services/MailOutcome.h"
#include "server/services/Office.h"
#include "server/services/OfficeParts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QList<MailAttachment> attachmentsOf(const BlobStore &blobs, const QJsonObject &payload)
{
    QList<MailAttachment> attachments;
    for (const QJsonValue value : payload.value("attachments"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        const QByteArray sha256 =
            QByteArray::fromHex(object.value("sha256"_L1).toString().toLatin1());
        MailAttachment attachment;
        attachment.name = object.value("name"_L1).toString();
        attachment.filePath = blobs.path(sha256);
        attachments.append(attachment);
    }
    return attachments;
}

} // namespace

MailDesk::MailDesk(OfficeParts &parts, Office &office)
    : m_parts(parts)
    , m_office(office)
{
}

Result<std::vector<OutboxMail>> MailDesk::due(const QDateTime &now, int limit)
{
    auto waiting =
        m_parts.store
            ->read([now, limit](Connection &db) { return OutboxRepository(db).due(now, limit); })
            .result();
    if (!waiting)
        return std::unexpected(waiting.error());
    std::vector<OutboxMail> mails;
    for (const WaitingMail &mail : *waiting) {
        mails.push_back({.id = mail.id,
                         .messageId = mail.messageId,
                         .event = mail.event,
                         .recipient = mail.recipient,
                         .payload = mail.payload,
                         .attachments = attachmentsOf(*m_parts.blobs, mail.payload),
                         .tries = mail.tries,
                         .createdAt = mail.createdAt});
    }
    return mails;
}

Result<> MailDesk::markSent(qint64 id, const QString &)
{
    const QDateTime now = m_parts.now();
    auto done =
        m_parts.store
            ->write([this, id,
                     now](Connection &db) { return MailOutcome::accepted(db, m_parts, id, now); },
                    [this](const Outcome &outcome) { tell(outcome); })
            .result();
    return done ? Result<>() : std::unexpected(done.error());
}

Result<> MailDesk::markTemporaryFailure(qint64 id, const QString &error, const QDateTime &nextTryAt)
{
    return m_parts.store
        ->write([id, error, nextTryAt](Connection &db) {
            return OutboxRepository(db).markRetry(id, error, nextTryAt);
        })
        .result();
}

Result<> MailDesk::markPermanentFailure(qint64 id, const QString &error)
{
    const QDateTime now = m_parts.now();
    auto done = m_parts.store
                    ->write(
                        [this, id, error, now](Connection &db) {
                            return MailOutcome::bounced(db, m_parts, id, error, now);
                        },
                        [this](const Outcome &outcome) { tell(outcome); })
                    .result();
    return done ? Result<>() : std::unexpected(done.error());
}

void MailDesk::tell(const Outcome &outcome)
{
    if (!outcome)
        return;
    if (const auto &told = *outcome; told)
        m_office.tell(told->change, told->hasMail);
}

} // namespace sipenduduk
