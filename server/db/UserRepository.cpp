#include "server/db/UserRepository.h"

#include "server/db/Values.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString OfficerColumns = u"id, username, name, nip, title, is_active, locked_until,"
                               " certificate, certified_at"_s;
const QString LoginColumns = u"id, password_hash, is_active, failed_logins, locked_until"_s;

/// The schema has 0 for "never".
QDateTime lockTime(const QVariant &value)
{
    return value.toLongLong() == 0 ? QDateTime() : db::time(value);
}

OfficerRecord officerRecord(const QSqlQuery &row)
{
    return {.id = UserId(row.value(0).toLongLong()),
            .username = row.value(1).toString(),
            .name = row.value(2).toString(),
            .nip = row.value(3).toString(),
            .title = row.value(4).toString(),
            .isActive = row.value(5).toBool(),
            .lockedUntil = lockTime(row.value(6)),
            .certificate = row.value(7).toByteArray(),
            .certifiedAt = db::time(row.value(8)),
            .duties = {}};
}

LoginRecord loginRecord(const QSqlQuery &row)
{
    return {.id = UserId(row.value(0).toLongLong()),
            .passwordHash = row.value(1).toString(),
            .isActive = row.value(2).toBool(),
            .failures = row.value(3).toInt(),
            .lockedUntil = lockTime(row.value(4))};
}

} // namespace

Result<UserId> UserRepository::insert(const OfficerRecord &officer, const QString &passwordHash)
{
    static const QString sql = u"INSERT INTO user (username, name, nip, title, password_hash,"
                               " is_active) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"_s;
    return db::inserted<UserId>(
        m_db.run(sql,
                 {officer.username, officer.name, db::text(officer.nip), db::text(officer.title),
                  passwordHash, int(officer.isActive)}));
}

Result<OfficerRecord> UserRepository::load(UserId id)
{
    static const QString sql = u"SELECT %1 FROM user WHERE id = ?1"_s.arg(OfficerColumns);
    return withDuties(db::one(m_db.run(sql, {qint64(id)}), officerRecord));
}

Result<OfficerRecord> UserRepository::byUsername(const QString &username)
{
    static const QString sql = u"SELECT %1 FROM user WHERE username = ?1"_s.arg(OfficerColumns);
    return withDuties(db::one(m_db.run(sql, {db::text(username)}), officerRecord));
}

Result<QList<OfficerRecord>> UserRepository::list()
{
    static const QString sql = u"SELECT %1 FROM user ORDER BY username"_s.arg(OfficerColumns);
    auto officers = db::all(m_db.run(sql), officerRecord);
    if (!officers)
        return officers;
    for (OfficerRecord &officer : *officers) {
        auto held = duties(officer.id);
        if (!held)
            return std::unexpected(held.error());
        officer.duties = std::move(*held);
    }
    return officers;
}

Result<LoginRecord> UserRepository::login(const QString &username)
{
    static const QString sql = u"SELECT %1 FROM user WHERE username = ?1"_s.arg(LoginColumns);
    return db::one(m_db.run(sql, {db::text(username)}), loginRecord);
}

Result<LoginRecord> UserRepository::login(UserId id)
{
    static const QString sql = u"SELECT %1 FROM user WHERE id = ?1"_s.arg(LoginColumns);
    return db::one(m_db.run(sql, {qint64(id)}), loginRecord);
}

Result<> UserRepository::setPassword(UserId id, const QString &passwordHash)
{
    return db::written(m_db.run(u"UPDATE user SET password_hash = ?2, failed_logins = 0,"
                                " locked_until = 0 WHERE id = ?1"_s,
                                {qint64(id), passwordHash}));
}

Result<> UserRepository::setDuties(UserId id, const QList<protocol::DutyScope> &duties)
{
    auto done = db::written(m_db.run(u"DELETE FROM user_duty WHERE user_id = ?1"_s, {qint64(id)}));
    for (const protocol::DutyScope &duty : duties) {
        if (!done)
            return done;
        done = db::written(m_db.run(u"INSERT INTO user_duty (user_id, duty, scope)"
                                    " VALUES (?1, ?2, ?3)"_s,
                                    {qint64(id), int(duty.role), db::text(duty.scope)}));
    }
    return done;
}

Result<> UserRepository::setActive(UserId id, bool isActive)
{
    return db::written(
        m_db.run(u"UPDATE user SET is_active = ?2 WHERE id = ?1"_s, {qint64(id), int(isActive)}));
}

Result<> UserRepository::setFailures(UserId id, int failures, const QDateTime &lockedUntil)
{
    const qint64 until = lockedUntil.isValid() ? lockedUntil.toMSecsSinceEpoch() : 0;
    return db::written(m_db.run(u"UPDATE user SET failed_logins = ?2, locked_until = ?3"
                                " WHERE id = ?1"_s,
                                {qint64(id), failures, until}));
}

Result<> UserRepository::setCertificate(UserId id, const QByteArray &der, const QDateTime &at)
{
    return db::written(m_db.run(u"UPDATE user SET certificate = ?2, certified_at = ?3"
                                " WHERE id = ?1"_s,
                                {qint64(id), db::bytes(der), db::ms(at)}));
}

Result<QByteArray> UserRepository::certificate(UserId id)
{
    return db::one(m_db.run(u"SELECT certificate FROM user WHERE id = ?1"_s, {qint64(id)}),
                   [](const QSqlQuery &row) { return row.value(0).toByteArray(); });
}

Result<QHash<UserId, QByteArray>> UserRepository::stamps()
{
    static const QString sql =
        u"SELECT u.id, u.password_hash, u.name, u.nip, u.title,"
        " (SELECT group_concat(d.duty || ':' || d.scope, '/') FROM"
        "  (SELECT duty, scope FROM user_duty WHERE user_id = u.id ORDER BY duty, scope) d)"
        " FROM user u WHERE u.is_active = 1"_s;
    const auto query = m_db.run(sql);
    if (!query)
        return std::unexpected(query.error());
    QHash<UserId, QByteArray> stamps;
    while ((*query)->next()) {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (int column = 1; column <= 5; ++column) {
            hash.addData((*query)->value(column).toString().toUtf8());
            hash.addData(QByteArrayView("\0", 1));
        }
        stamps.insert(UserId((*query)->value(0).toLongLong()), hash.result());
    }
    return stamps;
}

Result<QList<protocol::DutyScope>> UserRepository::duties(UserId id)
{
    return db::all(m_db.run(u"SELECT duty, scope FROM user_duty WHERE user_id = ?1"
                            " ORDER BY duty, scope"_s,
                            {qint64(id)}),
                   [](const QSqlQuery &row) {
                       return protocol::DutyScope{.role = Role(row.value(0).toInt()),
                                                  .scope = row.value(1).toString()};
                   });
}

Result<OfficerRecord> UserRepository::withDuties(Result<OfficerRecord> officer)
{
    if (!officer)
        return officer;
    auto held = duties(officer->id);
    if (!held)
        return std::unexpected(held.error());
    officer->duties = std::move(*held);
    return officer;
}

} // namespace sipenduduk
