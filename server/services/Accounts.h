#pragma once

#include "common/protocol/SessionMessages.h"
#include "server/db/Answer.h"
#include "server/db/UserRepository.h"
#include "server/services/LoginThrottle.h"
#include "server/services/Session.h"

#include <QHash>

#include <chrono>
#include <functional>

namespace sipenduduk {

class PasswordHasher;
class Store;

/// How patient the office is.
struct AccountPolicy
{
    int failures = 5;                     ///< in a row until the account is locked …
    std::chrono::minutes lockTime{15};    ///< … for so long
    int failuresPerPeer = 50;             ///< from one address until it has to wait lockTime
    std::chrono::minutes parafWindow{15}; ///< after a confirmed password
};

/// Somebody logged in: the session, and what it was made of (see UserRepository::stamps).
struct Admission
{
    Session session;
    QByteArray stamp;
};

/// An officer to be added.
struct NewOfficer
{
    QString username; ///< 2…64 of a–z, 0–9, '.', '-', '_'
    QString name;     ///< 1…200 characters
    QString nip;      ///< empty or 18 digits
    QString title;    ///< at most 200 characters
    QList<protocol::DutyScope> duties;
};

/// Officers' accounts: log-in, lock-out, the paraf window, administration. What happened stands
/// in the audit in the same transaction. Thread-safe.
class Accounts
{
public:
    Accounts(Store &store, PasswordHasher &hasher, std::function<QDateTime()> now,
             const AccountPolicy &policy = {});

    /// Unauthenticated for a wrong name, a wrong password and a deactivated user alike; Locked
    /// after too many failures, whether the name exists or not; Busy when too much waits or when
    /// too many failures came from `peer`.
    [[nodiscard]] Answer<Admission> login(const QString &username, const QString &password,
                                          const QString &peer);

    /// Opens the paraf window: until when it is open. Counts failures as a log-in does.
    /// Unauthenticated, Locked, Busy.
    [[nodiscard]] Answer<QDateTime> confirmPassword(UserId user, const QString &password);

    /// Who may stay logged in, each with the stamp of this moment. A session whose stamp is
    /// another one ends: the user was deactivated, or has a new password or other duties.
    [[nodiscard]] Answer<QHash<UserId, QByteArray>> stamps();

    // Administration, inside Store::write. `by` is 0 for the sub-commands of the server.
    // NotFound without the user.

    /// InvalidArgument names the field; Conflict when the user name is taken.
    static Result<UserId> addUser(Connection &connection, const NewOfficer &officer,
                                  const QString &passwordHash, UserId by, const QDateTime &now);
    /// Ends a lock as well.
    static Result<> setPassword(Connection &connection, UserId user, const QString &passwordHash,
                                UserId by, const QDateTime &now);
    /// InvalidArgument for a duty that no officer holds; Conflict when no admin would be left.
    static Result<> setDuties(Connection &connection, UserId user,
                              const QList<protocol::DutyScope> &duties, UserId by,
                              const QDateTime &now);
    /// Conflict when no admin would be left.
    static Result<> deactivate(Connection &connection, UserId user, UserId by,
                               const QDateTime &now);
    /// Of the officer's TTE: what he signs must be signed with this one. Malformed unless `der`
    /// is one certificate; Expired, Forbidden and Unsupported as checkFitForTte().
    static Result<> registerCertificate(Connection &connection, UserId user, const QByteArray &der,
                                        UserId by, const QDateTime &now);

private:
    struct Attempt
    {
        QString event;    ///< word in the audit
        QString username; ///< of a log-in
        QString password;
        QString peer; ///< of a log-in
    };

    Answer<Admission> check(const Attempt &attempt, const Result<LoginRecord> &known);
    Answer<Admission> conclude(const Attempt &attempt, UserId user, bool isRight);
    [[nodiscard]] bool isLocked(const Attempt &attempt, const LoginRecord &known) const;

    /// The outer result is the store's: a failure is counted, so its transaction is kept.
    using Verdict = Result<Result<Admission>>;
    Verdict settle(Connection &connection, const QString &event, UserId user, bool isRight) const;
    Verdict refuse(Connection &connection, const QString &event, const LoginRecord &login) const;

    Store &m_store;
    PasswordHasher &m_hasher;
    const std::function<QDateTime()> m_now;
    const AccountPolicy m_policy;
    LoginThrottle m_peers;
    LoginThrottle m_strangers; ///< names that do not exist are locked like those that do
};

} // namespace sipenduduk
