#include "server/db/AuditRepository.h"

#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<> AuditRepository::append(const AuditEntry &entry)
{
    return db::written(m_db.run(
        u"INSERT INTO audit (at, user_id, event, detail)"
        " VALUES (?1, ?2, ?3, ?4)"_s,
        {db::ms(entry.at), db::idOrNull(entry.user), entry.event, db::text(entry.detail)}));
}

Result<QList<AuditEntry>> AuditRepository::latest(int limit)
{
    return db::all(m_db.run(u"SELECT at, user_id, event, detail FROM audit"
                            " ORDER BY id DESC LIMIT ?1"_s,
                            {limit}),
                   [](const QSqlQuery &row) {
                       return AuditEntry{.at = db::time(row.value(0)),
                                         .user = UserId(row.value(1).toLongLong()),
                                         .event = row.value(2).toString(),
                                         .detail = row.value(3).toString()};
                   });
}

} // namespace sipenduduk
