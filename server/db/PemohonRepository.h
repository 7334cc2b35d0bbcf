#pragma once

#include "common/Ids.h"
#include "server/db/Connection.h"

#include <QByteArray>
#include <QDateTime>
#include <QMap>
#include <QString>

namespace sipenduduk {

/// A citizen with an account at the portal.
struct PemohonRecord
{
    PemohonId id{};
    QString email;
    QMap<QString, QString> data; ///< registration fields of the catalogue, by code
    QString name;
    QString nik;
    QDateTime createdAt;
    QDateTime verifiedAt; ///< invalid: the address is not yet proved
};

/// The code that was mailed last to an account.
struct EmailCodeRecord
{
    QByteArray codeHash;
    QDateTime expiresAt;
    int tries = 0; ///< wrong ones so far
    QDateTime sentAt;
};

/// Accounts of the portal, their codes and sessions.
class PemohonRepository
{
public:
    explicit PemohonRepository(Connection &connection)
        : m_db(connection)
    {
    }

    /// Conflict when the address is taken.
    [[nodiscard]] Result<PemohonId> insert(const PemohonRecord &pemohon);
    /// Data, name and NIK of an account.
    [[nodiscard]] Result<> update(const PemohonRecord &pemohon);
    [[nodiscard]] Result<PemohonRecord> load(PemohonId id);
    /// Upper and lower case are the same. NotFound.
    [[nodiscard]] Result<PemohonRecord> byEmail(const QString &email);
    [[nodiscard]] Result<> setVerified(PemohonId id, const QDateTime &at);

    /// Takes the place of an earlier code.
    [[nodiscard]] Result<> putCode(PemohonId id, const EmailCodeRecord &code);
    [[nodiscard]] Result<EmailCodeRecord> code(PemohonId id);
    [[nodiscard]] Result<> countTry(PemohonId id);
    [[nodiscard]] Result<> removeCode(PemohonId id);

    [[nodiscard]] Result<> insertSession(const QByteArray &tokenHash, PemohonId id,
                                         const QDateTime &expiresAt);
    /// Of a session that has not expired at `now`. NotFound.
    [[nodiscard]] Result<PemohonId> sessionOwner(const QByteArray &tokenHash, const QDateTime &now);
    [[nodiscard]] Result<> removeSession(const QByteArray &tokenHash);
    [[nodiscard]] Result<> removeExpired(const QDateTime &now);

private:
    Connection &m_db;
};

} // namespace sipenduduk
