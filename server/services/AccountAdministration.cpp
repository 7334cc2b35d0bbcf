#include "common/tte/x509/CertificateInfo.h"
#include "server/db/AuditRepository.h"
#include "server/services/Accounts.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxOfficerText = 200;
constexpr qsizetype MaxDuties = 32;

std::unexpected<Error> badField(const QString &field)
{
    return fail(ErrorCode::InvalidArgument, field);
}

/// Duties of the SOP that a person of the office holds.
bool isOfficersDuty(Role role)
{
    return role == Role::Fo || role == Role::Editor || role == Role::Kasi || role == Role::Kabid
        || role == Role::Kadin || role == Role::Admin;
}

Result<> checkDuties(const QList<protocol::DutyScope> &duties)
{
    QSet<QString> seen;
    for (const protocol::DutyScope &duty : duties) {
        const QString key = word(duty.role) + u':' + duty.scope;
        if (!isOfficersDuty(duty.role) || duty.scope.size() > 64 || seen.contains(key))
            return badField(u"duties"_s);
        seen.insert(key);
    }
    return duties.size() <= MaxDuties ? Result<>() : badField(u"duties"_s);
}

Result<> checkOfficer(const NewOfficer &officer)
{
    static const QRegularExpression username(u"\\A[a-z0-9][a-z0-9._-]{1,63}\\z"_s);
    static const QRegularExpression nip(u"\\A([0-9]{18})?\\z"_s);
    if (!username.match(officer.username).hasMatch())
        return badField(u"username"_s);
    if (officer.name.trimmed().isEmpty() || officer.name.size() > MaxOfficerText)
        return badField(u"name"_s);
    if (!nip.match(officer.nip).hasMatch())
        return badField(u"nip"_s);
    if (officer.title.size() > MaxOfficerText)
        return badField(u"title"_s);
    return checkDuties(officer.duties);
}

bool isAdmin(const OfficerRecord &officer)
{
    return officer.isActive && std::ranges::any_of(officer.duties, [](const auto &duty) {
               return duty.role == Role::Admin;
           });
}

/// Conflict when nobody but `user` administers: the office would lock itself out.
Result<> checkAdminLeft(UserRepository &users, UserId user)
{
    const auto officers = users.list();
    if (!officers)
        return std::unexpected(officers.error());
    const auto isOther = [user](const OfficerRecord &officer) {
        return officer.id != user && isAdmin(officer);
    };
    const auto isSame = [user](const OfficerRecord &officer) {
        return officer.id == user && isAdmin(officer);
    };
    if (std::ranges::any_of(*officers, isSame) && !std::ranges::any_of(*officers, isOther))
        return fail(ErrorCode::Conflict, u"the last admin"_s);
    return {};
}

Result<> audited(Connection &connection, const Result<> &done, const AuditEntry &entry)
{
    return done ? AuditRepository(connection).append(entry) : done;
}

QString targetDetail(UserId user)
{
    return u"user %1"_s.arg(qint64(user));
}

} // namespace

Result<UserId> Accounts::addUser(Connection &connection, const NewOfficer &officer,
                                 const QString &passwordHash, UserId by, const QDateTime &now)
{
    if (auto good = checkOfficer(officer); !good)
        return std::unexpected(good.error());
    UserRepository users(connection);
    const OfficerRecord record{.username = officer.username,
                               .name = officer.name.trimmed(),
                               .nip = officer.nip,
                               .title = officer.title,
                               .lockedUntil = {},
                               .certificate = {},
                               .certifiedAt = {},
                               .duties = {}};
    const auto id = users.insert(record, passwordHash);
    if (!id)
        return id;
    const auto done = audited(connection, users.setDuties(*id, officer.duties),
                              {now, by, u"user-added"_s, targetDetail(*id)});
    return done ? id : std::unexpected(done.error());
}

Result<> Accounts::setPassword(Connection &connection, UserId user, const QString &passwordHash,
                               UserId by, const QDateTime &now)
{
    UserRepository users(connection);
    if (auto found = users.login(user); !found)
        return std::unexpected(found.error());
    return audited(connection, users.setPassword(user, passwordHash),
                   {now, by, u"password-set"_s, targetDetail(user)});
}

Result<> Accounts::setDuties(Connection &connection, UserId user,
                             const QList<protocol::DutyScope> &duties, UserId by,
                             const QDateTime &now)
{
    UserRepository users(connection);
    if (auto found = users.login(user); !found)
        return std::unexpected(found.error());
    if (auto good = checkDuties(duties); !good)
        return good;
    const bool staysAdmin =
        std::ranges::any_of(duties, [](const auto &duty) { return duty.role == Role::Admin; });
    if (auto left = staysAdmin ? Result<>() : checkAdminLeft(users, user); !left)
        return left;
    return audited(connection, users.setDuties(user, duties),
                   {now, by, u"duties-set"_s, targetDetail(user)});
}

Result<> Accounts::deactivate(Connection &connection, UserId user, UserId by, const QDateTime &now)
{
    UserRepository users(connection);
    if (auto found = users.login(user); !found)
        return std::unexpected(found.error());
    if (auto left = checkAdminLeft(users, user); !left)
        return left;
    return audited(connection, users.setActive(user, false),
                   {now, by, u"deactivated"_s, targetDetail(user)});
}

Result<> Accounts::registerCertificate(Connection &connection, UserId user, const QByteArray &der,
                                       UserId by, const QDateTime &now)
{
    UserRepository users(connection);
    if (auto found = users.login(user); !found)
        return std::unexpected(found.error());
    const auto certificate = readCertificate(der);
    if (!certificate)
        return std::unexpected(certificate.error());
    if (auto fit = checkFitForTte(*certificate, now); !fit)
        return fit;
    const QString fingerprint = QString::fromLatin1(certificate->fingerprintSha256.toHex());
    return audited(
        connection, users.setCertificate(user, certificate->der, now),
        {now, by, u"certificate-registered"_s, targetDetail(user) + u" sha256 "_s + fingerprint});
}

} // namespace sipenduduk
