#include "server/services/Accounts.h"

#include "server/db/AuditRepository.h"
#include "server/db/Store.h"
#include "server/services/PasswordHasher.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

std::unexpected<Error> wrongLogin()
{
    return fail(ErrorCode::Unauthenticated, u"wrong name or password"_s);
}

std::unexpected<Error> lockedLogin()
{
    return fail(ErrorCode::Locked, u"too many failures"_s);
}

Result<Admission> admissionOf(Connection &connection, UserId user)
{
    UserRepository users(connection);
    const auto officer = users.load(user);
    if (!officer)
        return std::unexpected(officer.error());
    const auto stamps = users.stamps();
    if (!stamps)
        return std::unexpected(stamps.error());
    return Admission{.session = {.user = officer->id,
                                 .name = officer->name,
                                 .nip = officer->nip,
                                 .title = officer->title,
                                 .duties = officer->duties,
                                 .passwordUntil = {}},
                     .stamp = stamps->value(user)};
}

} // namespace

Accounts::Accounts(Store &store, PasswordHasher &hasher, std::function<QDateTime()> now,
                   const AccountPolicy &policy)
    : m_store(store)
    , m_hasher(hasher)
    , m_now(std::move(now))
    , m_policy(policy)
    , m_peers(policy.failuresPerPeer, policy.lockTime)
    , m_strangers(policy.failures, policy.lockTime, LoginThrottle::Memory::Long)
{
}

Answer<Admission> Accounts::login(const QString &username, const QString &password,
                                  const QString &peer)
{
    if (m_peers.isClosed(peer, m_now()))
        return fail(ErrorCode::Busy, u"too many failures from one address"_s);
    const Attempt attempt{u"login"_s, username, password, peer};
    return m_store
        .read([username](Connection &connection) -> Result<LoginRecord> {
            auto found = UserRepository(connection).login(username);
            if (!found && found.error().code == ErrorCode::NotFound)
                return LoginRecord(); // nobody: goes the same way from here on
            return found;
        })
        .then([this, attempt](const Result<LoginRecord> &known) { return check(attempt, known); });
}

Answer<QDateTime> Accounts::confirmPassword(UserId user, const QString &password)
{
    const Attempt attempt{u"confirm-password"_s, {}, password, {}};
    return m_store
        .read([user](Connection &connection) { return UserRepository(connection).login(user); })
        .then([this, attempt](const Result<LoginRecord> &known) { return check(attempt, known); })
        .then([this](const Result<Admission> &confirmed) -> Result<QDateTime> {
            if (!confirmed)
                return std::unexpected(confirmed.error());
            return m_now().addDuration(m_policy.parafWindow);
        });
}

Answer<QHash<UserId, QByteArray>> Accounts::stamps()
{
    return m_store.read([](Connection &connection) { return UserRepository(connection).stamps(); });
}

/// Every path below takes one hash of the same cost, so that the time tells nothing.
Answer<Admission> Accounts::check(const Attempt &attempt, const Result<LoginRecord> &known)
{
    if (!known)
        return std::unexpected(known.error());
    if (isLocked(attempt, *known))
        return lockedLogin();
    const UserId user = known->id;
    return m_hasher.verify(known->isActive ? known->passwordHash : QString(), attempt.password)
        .then([this, attempt, user](const Result<bool> &isRight) -> Answer<Admission> {
            if (!isRight)
                return std::unexpected(isRight.error());
            return conclude(attempt, user, *isRight);
        });
}

bool Accounts::isLocked(const Attempt &attempt, const LoginRecord &known) const
{
    const QDateTime now = m_now();
    return known.id == UserId() ? m_strangers.isClosed(attempt.username, now)
                                : known.lockedUntil.isValid() && now < known.lockedUntil;
}

Answer<Admission> Accounts::conclude(const Attempt &attempt, UserId user, bool isRight)
{
    if (!isRight && !attempt.peer.isEmpty())
        m_peers.countFailure(attempt.peer, m_now());
    if (user == UserId())
        m_strangers.countFailure(attempt.username, m_now());
    return m_store
        .write([this, event = attempt.event, user, isRight](Connection &connection) {
            return settle(connection, event, user, isRight);
        })
        .then([](const Verdict &verdict) -> Result<Admission> {
            return verdict ? *verdict : std::unexpected(verdict.error());
        });
}

Accounts::Verdict Accounts::settle(Connection &connection, const QString &event, UserId user,
                                   bool isRight) const
{
    UserRepository users(connection);
    if (user == UserId())
        return refuse(connection, event, LoginRecord());
    const auto login = users.login(user);
    if (!login)
        return std::unexpected(login.error());
    // Attempts run side by side: the lock may have come while the hash was made.
    if (login->lockedUntil.isValid() && m_now() < login->lockedUntil)
        return Result<Admission>(lockedLogin());
    if (!isRight || !login->isActive)
        return refuse(connection, event, *login);
    if (auto done = users.setFailures(user, 0, {}); !done)
        return std::unexpected(done.error());
    if (auto done = AuditRepository(connection).append({m_now(), user, event, {}}); !done)
        return std::unexpected(done.error());
    auto admission = admissionOf(connection, user);
    return admission ? Verdict(std::move(admission)) : std::unexpected(admission.error());
}

Accounts::Verdict Accounts::refuse(Connection &connection, const QString &event,
                                   const LoginRecord &login) const
{
    const QDateTime now = m_now();
    AuditRepository audit(connection);
    if (auto done = audit.append({now, login.id, event + u"-failed"_s, {}}); !done)
        return std::unexpected(done.error());
    if (login.id == UserId())
        return Result<Admission>(wrongLogin());
    const int failures = (login.lockedUntil.isValid() ? 0 : login.failures) + 1;
    const bool isLocking = failures >= m_policy.failures;
    const QDateTime until = isLocking ? now.addDuration(m_policy.lockTime) : QDateTime();
    if (auto done = UserRepository(connection).setFailures(login.id, failures, until); !done)
        return std::unexpected(done.error());
    if (isLocking) {
        if (auto done = audit.append({now, login.id, u"locked"_s, {}}); !done)
            return std::unexpected(done.error());
    }
    return Result<Admission>(wrongLogin());
}

} // namespace sipenduduk
