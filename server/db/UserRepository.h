#pragma once

#include "common/Ids.h"
#include "common/protocol/SessionMessages.h"
#include "server/db/Connection.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

namespace sipenduduk {

/// An officer, without what proves who he is.
struct OfficerRecord
{
    UserId id{};
    QString username;
    QString name;
    QString nip;
    QString title; ///< of the office held, as it stands under a signature
    bool isActive = true;
    QDateTime lockedUntil;  ///< UTC; invalid or past: not locked
    QByteArray certificate; ///< DER of the TTE certificate; empty when none is registered
    QDateTime certifiedAt;
    QList<protocol::DutyScope> duties;
};

/// What a log-in is checked against.
struct LoginRecord
{
    UserId id{};
    QString passwordHash;
    bool isActive = true;
    int failures = 0;      ///< since the last success
    QDateTime lockedUntil; ///< UTC; invalid: never locked
};

/// Officers with their duties, failed log-ins and certificates.
class UserRepository
{
public:
    explicit UserRepository(Connection &connection)
        : m_db(connection)
    {
    }

    /// Without duties and certificate. Conflict when the user name is taken.
    [[nodiscard]] Result<UserId> insert(const OfficerRecord &officer, const QString &passwordHash);
    [[nodiscard]] Result<OfficerRecord> load(UserId id);
    /// Upper and lower case are the same. NotFound.
    [[nodiscard]] Result<OfficerRecord> byUsername(const QString &username);
    [[nodiscard]] Result<QList<OfficerRecord>> list();
    [[nodiscard]] Result<LoginRecord> login(const QString &username);
    [[nodiscard]] Result<LoginRecord> login(UserId id);

    /// Forgets failures and lock as well.
    [[nodiscard]] Result<> setPassword(UserId id, const QString &passwordHash);
    [[nodiscard]] Result<> setDuties(UserId id, const QList<protocol::DutyScope> &duties);
    [[nodiscard]] Result<> setActive(UserId id, bool isActive);
    [[nodiscard]] Result<> setFailures(UserId id, int failures, const QDateTime &lockedUntil);
    [[nodiscard]] Result<> setCertificate(UserId id, const QByteArray &der, const QDateTime &at);
    /// DER registered for this officer; empty when none is. NotFound without the officer.
    [[nodiscard]] Result<QByteArray> certificate(UserId id);

    /// For each active officer a digest of everything a session was made of: it differs once
    /// password, name or duties were changed, by whatever program.
    [[nodiscard]] Result<QHash<UserId, QByteArray>> stamps();

private:
    [[nodiscard]] Result<QList<protocol::DutyScope>> duties(UserId id);
    [[nodiscard]] Result<OfficerRecord> withDuties(Result<OfficerRecord> officer);

    Connection &m_db;
};

inline size_t qHash(UserId id, size_t seed = 0) noexcept
{
    return ::qHash(qint64(id), seed);
}

} // namespace sipenduduk
