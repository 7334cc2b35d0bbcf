#pragma once

#include "common/protocol/SessionMessages.h"
#include "server/db/UserRepository.h"
#include "server/services/LoginThrottle.h"
#include "server/services/Session.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>

namespace sipenduduk {

class PasswordHasher;
class Store;

/// How patient the office is.
struct AccountPolicy
{
    int failures = 5;                                   ///< in a row until the account is locked …
    std::chrono::minutes lockTime {15};                 ///< … for so long
    int failuresPerPeer = 50;                           ///< from one address within lockTime
    std::chrono::minutes parafWindow {15};              ///< after a confirmed password
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

/// Officers' accounts: log-in, lock-out, the paraf window, administration. The functions that
/// take a Connection run inside Store::write; what happened stands in the audit in the same
/// transaction. Thread-safe; futures are done on threads of the store or of the hasher.
class Accounts : public QObject
{
    Q_OBJECT

public:
    Accounts(Store &store, PasswordHasher &hasher, std::function<QDateTime()> now,
             const AccountPolicy &policy = {});

    /// Unauthenticated for a wrong name, a wrong password and a deactivated user alike; Locked
    /// after too many failures, whether the name exists or not; Busy when too much waits.
    [[nodiscard]] QFuture<Result<Admission>> login(const QString &username, const QString &password,
                                                   const QString &peer);

    /// Opens the paraf window: until when it is open. Counts failures as a log-in does.
    /// Unauthenticated, Locked, Busy.
    [[nodiscard]] QFuture<Result<QDateTime>> confirmPassword(UserId user, const QString &password);

    /// The users who may stay logged in, each with the stamp of today.
    [[nodiscard]] QFuture<Result<QHash<UserId, QByteArray>>> stamps();

    [[nodiscard]] QFuture<Result<UserId>> addUser(const NewOfficer &officer, const QString &password,
                                                  UserId by);
    [[nodiscard]] QFuture<Result<>> setPassword(UserId user, const QString &password, UserId by);
    [[nodiscard]] QFuture<Result<>> setDuties(UserId user, const QList<protocol::DutyScope> &duties,
                                              UserId by);
    [[nodiscard]] QFuture<Result<>> deactivate(UserId user, UserId by);
    /// Malformed unless `der` is one X.509 certificate.
    [[nodiscard]] QFuture<Result<>> registerCertificate(UserId user, const QByteArray &der,
                                                        UserId by);

    static Result<UserId> addUser(Connection &connection, const NewOfficer &officer,
                                  const QString &passwordHash, UserId by, const QDateTime &now);
    static Result<> setPassword(Connection &connection, UserId user, const QString &passwordHash,
                                UserId by, const QDateTime &now);
    /// InvalidArgument for a duty that no officer holds, or twice the same.
    static Result<> setDuties(Connection &connection, UserId user,
                              const QList<protocol::DutyScope> &duties, UserId by,
                              const QDateTime &now);
    /// Conflict for the last active admin: nobody could administer any more.
    static Result<> deactivate(Connection &connection, UserId user, UserId by, const QDateTime &now);
    static Result<> registerCertificate(Connection &connection, UserId user, const QByteArray &der,
                                        UserId by, const QDateTime &now);

Q_SIGNALS:
    /// Password, duties or activity of a user changed: its sessions end. Connect queued.
    void userChanged(sipenduduk::UserId user);

private:
    struct Attempt
    {
        QString username;
        QString password;
        QString peer;
    };
    using Verdict = Result<Result<Admission>>; ///< outer: the store; inner: the attempt

    QFuture<Result<Admission>> check(const Attempt &attempt, const Result<LoginRecord> &known);
    QFuture<Result<Admission>> conclude(const Attempt &attempt, UserId user, bool isRight);
    Result<LoginRecord> unlocked(const Result<LoginRecord> &known, const QString &username) const;

    Verdict settle(Connection &connection, UserId user, bool isRight, const QDateTime &now) const;
    Result<> countFailure(Connection &connection, const LoginRecord &login, const QDateTime &now) const;
    QFuture<Result<>> announce(UserId user, QFuture<Result<>> written);

    Store &m_store;
    PasswordHasher &m_hasher;
    const std::function<QDateTime()> m_now;
    const AccountPolicy m_policy;
    LoginThrottle m_peers;
    LoginThrottle m_strangers; ///< names that do not exist are locked like those that do
};

} // namespace sipenduduk
