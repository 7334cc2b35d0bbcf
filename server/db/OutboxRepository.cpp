#include "server/db/OutboxRepository.h"

#include "server/db/Values.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString MailColumns = u"id, message_id, event, permohonan_id, recipient, payload, tries,"
                            " created_at"_s;

WaitingMail waitingMail(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
            .messageId = row.value(1).toString(),
            .event = MailEvent(row.value(2).toInt()),
            .permohonan = PermohonanId(row.value(3).toLongLong()),
            .recipient = row.value(4).toString(),
            .payload = db::jsonObject(row.value(5)),
            .tries = row.value(6).toInt(),
            .createdAt = db::time(row.value(7))};
}

} // namespace

Result<> OutboxRepository::insert(const NewMail &mail)
{
    static const QString sql = u"INSERT INTO outbox (message_id, event, permohonan_id, recipient,"
                               " payload, created_at, next_try_at)"
                               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"_s;
    return db::written(m_db.run(sql,
                                {QUuid::createUuid().toString(QUuid::WithoutBraces),
                                 int(mail.event), db::idOrNull(mail.permohonan), mail.recipient,
                                 db::json(mail.payload), db::ms(mail.at), db::ms(mail.at)}));
}

Result<QList<WaitingMail>> OutboxRepository::due(const QDateTime &now, int limit)
{
    static const QString sql = u"SELECT %1 FROM outbox WHERE state = 0 AND next_try_at <= ?1"
                               " ORDER BY next_try_at, id LIMIT ?2"_s.arg(MailColumns);
    return db::all(m_db.run(sql, {db::ms(now), limit}), waitingMail);
}

Result<QDateTime> OutboxRepository::nextDue()
{
    return db::one(m_db.run(u"SELECT min(next_try_at) FROM outbox WHERE state = 0"_s),
                   [](const QSqlQuery &row) { return db::time(row.value(0)); });
}

Result<WaitingMail> OutboxRepository::find(qint64 id)
{
    static const QString sql = u"SELECT %1 FROM outbox WHERE id = ?1"_s.arg(MailColumns);
    return db::one(m_db.run(sql, {id}), waitingMail);
}

Result<int> OutboxRepository::codesSince(const QString &recipient, const QDateTime &since)
{
    return db::one(m_db.run(u"SELECT count(*) FROM outbox WHERE permohonan_id IS NULL"
                            " AND recipient = ?1 AND created_at > ?2"_s,
                            {db::text(recipient), db::ms(since)}),
                   [](const QSqlQuery &row) { return row.value(0).toInt(); });
}

Result<> OutboxRepository::markSent(qint64 id, const QDateTime &at)
{
    // What belongs to no permohonan is a code to log in with: it stays nowhere once it is sent.
    return db::written(m_db.run(u"UPDATE outbox SET state = 1, sent_at = ?2, last_error = '',"
                                " payload = CASE WHEN permohonan_id IS NULL THEN '{}'"
                                " ELSE payload END WHERE id = ?1"_s,
                                {id, db::ms(at)}));
}

Result<> OutboxRepository::markRetry(qint64 id, const QString &error, const QDateTime &nextTry)
{
    return db::written(m_db.run(u"UPDATE outbox SET tries = tries + 1, last_error = ?2,"
                                " next_try_at = ?3 WHERE id = ?1"_s,
                                {id, db::text(error), db::ms(nextTry)}));
}

Result<> OutboxRepository::markFailed(qint64 id, const QString &error)
{
    return db::written(m_db.run(u"UPDATE outbox SET state = 2, tries = tries + 1,"
                                " last_error = ?2 WHERE id = ?1"_s,
                                {id, db::text(error)}));
}

} // namespace sipenduduk
