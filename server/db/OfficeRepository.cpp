#include "server/db/OfficeRepository.h"

#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<qint64> OfficeRepository::appendEvent(PermohonanId permohonan, Role previousHolder,
                                             const QString &previousScope, const QDateTime &at)
{
    static const QString sql = u"INSERT INTO queue_event (permohonan_id, previous_holder,"
                               " previous_scope, at) VALUES (?1, ?2, ?3, ?4)"_s;
    return db::inserted<qint64>(m_db.run(
        sql, {qint64(permohonan), int(previousHolder), db::text(previousScope), db::ms(at)}));
}

Result<QList<QueueEvent>> OfficeRepository::eventsAfter(qint64 seq, int limit)
{
    return db::all(m_db.run(u"SELECT seq, permohonan_id, previous_holder FROM queue_event"
                            " WHERE seq > ?1 ORDER BY seq LIMIT ?2"_s,
                            {seq, limit}),
                   [](const QSqlQuery &row) {
                       return QueueEvent{.seq = row.value(0).toLongLong(),
                                         .permohonan = PermohonanId(row.value(1).toLongLong()),
                                         .previousHolder = Role(row.value(2).toInt())};
                   });
}

Result<qint64> OfficeRepository::lastEvent()
{
    return db::one(m_db.run(u"SELECT coalesce(max(seq), 0) FROM queue_event"_s),
                   [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

Result<std::optional<KeptAnswer>> OfficeRepository::keptAnswer(UserId user, const QByteArray &key)
{
    const auto query = m_db.run(u"SELECT request_hash, answer FROM idempotency"
                                " WHERE user_id = ?1 AND key = ?2"_s,
                                {qint64(user), key});
    if (!query)
        return std::unexpected(query.error());
    if (!(*query)->next())
        return std::nullopt;
    return KeptAnswer{(*query)->value(0).toByteArray(), (*query)->value(1).toByteArray()};
}

Result<> OfficeRepository::keepAnswer(UserId user, const QByteArray &key, const KeptAnswer &kept,
                                      const QDateTime &at)
{
    static const QString sql = u"INSERT INTO idempotency (user_id, key, request_hash, answer, at)"
                               " VALUES (?1, ?2, ?3, ?4, ?5)"_s;
    return db::written(
        m_db.run(sql, {qint64(user), key, kept.requestHash, kept.answer, db::ms(at)}));
}

Result<> OfficeRepository::forgetAnswers(const QDateTime &before)
{
    return db::written(m_db.run(u"DELETE FROM idempotency WHERE at < ?1"_s, {db::ms(before)}));
}

Result<qint64> OfficeRepository::nextNumber(const QString &name, const QDate &day)
{
    static const QString sql = u"INSERT INTO counter (name, day, value) VALUES (?1, ?2, 1)"
                               " ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value"_s;
    return db::one(m_db.run(sql, {name, db::day(day)}),
                   [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

} // namespace sipenduduk
