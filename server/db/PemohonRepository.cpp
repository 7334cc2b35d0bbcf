#include "server/db/PemohonRepository.h"

#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString PemohonColumns = u"id, email, data, name, nik, created_at, verified_at"_s;

QMap<QString, QString> registrationData(const QVariant &value)
{
    QMap<QString, QString> data;
    const QJsonObject object = db::jsonObject(value);
    for (auto it = object.begin(); it != object.end(); ++it)
        data.insert(it.key(), it.value().toString());
    return data;
}

QString registrationJson(const QMap<QString, QString> &data)
{
    QJsonObject object;
    for (const auto &[code, value] : data.asKeyValueRange())
        object.insert(code, value);
    return db::json(object);
}

PemohonRecord pemohonRecord(const QSqlQuery &row)
{
    return {.id = PemohonId(row.value(0).toLongLong()),
            .email = row.value(1).toString(),
            .data = registrationData(row.value(2)),
            .name = row.value(3).toString(),
            .nik = row.value(4).toString(),
            .createdAt = db::time(row.value(5)),
            .verifiedAt = db::time(row.value(6))};
}

} // namespace

Result<PemohonId> PemohonRepository::insert(const PemohonRecord &pemohon)
{
    static const QString sql = u"INSERT INTO pemohon (email, data, name, nik, created_at,"
                               " verified_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"_s;
    return db::inserted<PemohonId>(
        m_db.run(sql,
                 {pemohon.email, registrationJson(pemohon.data), pemohon.name, pemohon.nik,
                  db::ms(pemohon.createdAt), db::ms(pemohon.verifiedAt)}));
}

Result<> PemohonRepository::update(const PemohonRecord &pemohon)
{
    return db::written(
        m_db.run(u"UPDATE pemohon SET data = ?2, name = ?3, nik = ?4 WHERE id = ?1"_s,
                 {qint64(pemohon.id), registrationJson(pemohon.data), pemohon.name, pemohon.nik}));
}

Result<PemohonRecord> PemohonRepository::load(PemohonId id)
{
    static const QString sql = u"SELECT %1 FROM pemohon WHERE id = ?1"_s.arg(PemohonColumns);
    return db::one(m_db.run(sql, {qint64(id)}), pemohonRecord);
}

Result<PemohonRecord> PemohonRepository::byEmail(const QString &email)
{
    static const QString sql = u"SELECT %1 FROM pemohon WHERE email = ?1"_s.arg(PemohonColumns);
    return db::one(m_db.run(sql, {db::text(email)}), pemohonRecord);
}

Result<> PemohonRepository::setVerified(PemohonId id, const QDateTime &at)
{
    return db::written(
        m_db.run(u"UPDATE pemohon SET verified_at = ?2 WHERE id = ?1"_s, {qint64(id), db::ms(at)}));
}

Result<> PemohonRepository::putCode(PemohonId id, const EmailCodeRecord &code)
{
    static const QString sql = u"INSERT OR REPLACE INTO email_code (pemohon_id, code_hash,"
                               " expires_at, tries, sent_at) VALUES (?1, ?2, ?3, ?4, ?5)"_s;
    return db::written(m_db.run(sql,
                                {qint64(id), db::bytes(code.codeHash), db::ms(code.expiresAt),
                                 code.tries, db::ms(code.sentAt)}));
}

Result<EmailCodeRecord> PemohonRepository::code(PemohonId id)
{
    return db::one(m_db.run(u"SELECT code_hash, expires_at, tries, sent_at FROM email_code"
                            " WHERE pemohon_id = ?1"_s,
                            {qint64(id)}),
                   [](const QSqlQuery &row) {
                       return EmailCodeRecord{.codeHash = row.value(0).toByteArray(),
                                              .expiresAt = db::time(row.value(1)),
                                              .tries = row.value(2).toInt(),
                                              .sentAt = db::time(row.value(3))};
                   });
}

Result<> PemohonRepository::countTry(PemohonId id)
{
    return db::written(
        m_db.run(u"UPDATE email_code SET tries = tries + 1 WHERE pemohon_id = ?1"_s, {qint64(id)}));
}

Result<> PemohonRepository::removeCode(PemohonId id)
{
    return db::written(m_db.run(u"DELETE FROM email_code WHERE pemohon_id = ?1"_s, {qint64(id)}));
}

Result<> PemohonRepository::insertSession(const QByteArray &tokenHash, PemohonId id,
                                          const QDateTime &expiresAt)
{
    return db::written(m_db.run(u"INSERT INTO portal_session (token_hash, pemohon_id, expires_at)"
                                " VALUES (?1, ?2, ?3)"_s,
                                {db::bytes(tokenHash), qint64(id), db::ms(expiresAt)}));
}

Result<PemohonId> PemohonRepository::sessionOwner(const QByteArray &tokenHash, const QDateTime &now)
{
    return db::one(m_db.run(u"SELECT pemohon_id FROM portal_session"
                            " WHERE token_hash = ?1 AND expires_at > ?2"_s,
                            {db::bytes(tokenHash), db::ms(now)}),
                   [](const QSqlQuery &row) { return PemohonId(row.value(0).toLongLong()); });
}

Result<> PemohonRepository::removeSession(const QByteArray &tokenHash)
{
    return db::written(
        m_db.run(u"DELETE FROM portal_session WHERE token_hash = ?1"_s, {db::bytes(tokenHash)}));
}

Result<> PemohonRepository::removeExpired(const QDateTime &now)
{
    auto sessions = db::written(
        m_db.run(u"DELETE FROM portal_session WHERE expires_at <= ?1"_s, {db::ms(now)}));
    if (!sessions)
        return sessions;
    return db::written(m_db.run(u"DELETE FROM email_code WHERE expires_at <= ?1"_s, {db::ms(now)}));
}

} // namespace sipenduduk
