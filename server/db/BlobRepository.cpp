#include "server/db/BlobRepository.h"

#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<> BlobRepository::insert(const QByteArray &sha256, qint64 size, const QDateTime &at)
{
    static const QString sql = u"INSERT INTO blob (sha256, size, stored_at) VALUES (?1, ?2, ?3)"
                               " ON CONFLICT (sha256) DO NOTHING"_s;
    return db::written(m_db.run(sql, {db::bytes(sha256), size, db::ms(at)}));
}

Result<bool> BlobRepository::exists(const QByteArray &sha256)
{
    return db::one(
        m_db.run(u"SELECT EXISTS (SELECT 1 FROM blob WHERE sha256 = ?1)"_s, {db::bytes(sha256)}),
        [](const QSqlQuery &row) { return row.value(0).toBool(); });
}

Result<qint64> BlobRepository::size(const QByteArray &sha256)
{
    return db::one(m_db.run(u"SELECT size FROM blob WHERE sha256 = ?1"_s, {db::bytes(sha256)}),
                   [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

} // namespace sipenduduk
