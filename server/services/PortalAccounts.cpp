#include "server/services/PortalAccounts.h"

#include "common/KatalogLayanan.h"
#include "common/OfficeCalendar.h"
#include "server/db/OutboxRepository.h"
#include "server/db/Store.h"
#include "server/services/Addresses.h"
#include "server/services/OfficeParts.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int CodeLimit = 1'000'000; // six digits

QString newCode()
{
    return QString::number(QRandomGenerator::system()->bounded(CodeLimit)).rightJustified(6, u'0');
}

QByteArray tokenHash(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

bool isNotFound(const Error &error)
{
    return error.code == ErrorCode::NotFound;
}

std::unexpected<Error> wrongCode()
{
    return fail(ErrorCode::Unauthenticated, u"wrong code or address"_s);
}

} // namespace

PortalAccounts::PortalAccounts(const OfficeParts &parts, const QByteArray &secret,
                               const PortalAccountPolicy &policy)
    : m_parts(parts)
    , m_secret(secret)
    , m_policy(policy)
    , m_strangersAsking(1, policy.codePause)
    , m_strangersToday(policy.codesPerDay, std::chrono::hours(24))
    , m_strangersTrying(policy.codeTries, policy.codeLife)
{
}

Result<QString> PortalAccounts::normalizedEmail(const QString &text)
{
    const QString email = text.trimmed().toLower();
    if (!isMailAddress(email))
        return fail(ErrorCode::InvalidArgument, u"email"_s);
    return email;
}

Answer<Registration> PortalAccounts::registerPemohon(const IsianPermohonan &data)
{
    const QDateTime now = m_parts.now();
    return m_parts.store
        ->write([this, data, now](Connection &connection) {
            return registerPemohon(connection, data, now);
        })
        .then([this](const Result<Registration> &registration) {
            if (registration && m_parts.wakeMail)
                m_parts.wakeMail();
            return registration;
        });
}

Result<Registration> PortalAccounts::registerPemohon(Connection &connection,
                                                     const IsianPermohonan &data,
                                                     const QDateTime &now) const
{
    const QList<Isian> &fields = m_parts.katalog->registrationFields();
    Registration registration{.email = {}, .findings = checkFields(fields, data, officeDate(now))};
    IsianPermohonan entered = normalizedIsian(fields, data);
    const auto email = normalizedEmail(entered.value(EmailField));
    if (!email)
        registration.findings.append({.level = FindingLevel::Error,
                                      .code = FindingCode::FieldMissing,
                                      .field = EmailField,
                                      .parameters = {},
                                      .column = {}});
    if (hasError(registration.findings))
        return registration;
    registration.email = *email;
    entered.insert(EmailField, *email);
    const auto pemohon = stored(connection,
                                {.email = *email,
                                 .data = entered,
                                 .name = entered.value(NameField),
                                 .nik = entered.value(NikField),
                                 .createdAt = now,
                                 .verifiedAt = {}});
    if (!pemohon)
        return std::unexpected(pemohon.error());
    if (auto sent = sendCode(connection, *pemohon, now); !sent)
        return std::unexpected(sent.error());
    return registration;
}

/// The account under this address, made or mended by `wanted` unless it was proved before: else
/// whoever knows an address could rewrite its owner's data.
Result<PemohonRecord> PortalAccounts::stored(Connection &connection,
                                             const PemohonRecord &wanted) const
{
    PemohonRepository repository(connection);
    auto pemohon = repository.byEmail(wanted.email);
    if (!pemohon && !isNotFound(pemohon.error()))
        return pemohon;
    PemohonRecord record = wanted;
    if (!pemohon) {
        const auto id = repository.insert(record);
        if (!id)
            return std::unexpected(id.error());
        record.id = *id;
        return record;
    }
    if (pemohon->verifiedAt.isValid())
        return pemohon;
    record.id = pemohon->id;
    const auto updated = repository.update(record);
    return updated ? Result<PemohonRecord>(record) : std::unexpected(updated.error());
}

Answer<> PortalAccounts::requestCode(const QString &email)
{
    const QDateTime now = m_parts.now();
    const QString key = email.trimmed();
    if (m_strangersAsking.isClosed(key, now) || m_strangersToday.isClosed(key, now))
        return fail(ErrorCode::Busy, u"code pause"_s);
    return m_parts.store
        ->write([this, email, now](Connection &connection) {
            return requestCode(connection, email, now);
        })
        .then([this, key, now](const Result<> &asked) -> Result<> {
            if (!asked && isNotFound(asked.error())) {
                m_strangersAsking.countFailure(key, now);
                m_strangersToday.countFailure(key, now);
                return {};
            }
            if (asked && m_parts.wakeMail)
                m_parts.wakeMail();
            return asked;
        });
}

Result<> PortalAccounts::requestCode(Connection &connection, const QString &email,
                                     const QDateTime &now) const
{
    const auto address = normalizedEmail(email);
    if (!address)
        return std::unexpected(address.error());
    const auto pemohon = PemohonRepository(connection).byEmail(*address);
    return pemohon ? sendCode(connection, *pemohon, now) : std::unexpected(pemohon.error());
}

Result<> PortalAccounts::sendCode(Connection &connection, const PemohonRecord &pemohon,
                                  const QDateTime &now) const
{
    PemohonRepository repository(connection);
    const auto last = repository.code(pemohon.id);
    if (!last && !isNotFound(last.error()))
        return std::unexpected(last.error());
    if (last && now < last->sentAt.addDuration(m_policy.codePause))
        return fail(ErrorCode::Busy, u"code pause"_s);
    const auto today = OutboxRepository(connection).codesSince(pemohon.email, now.addDays(-1));
    if (!today)
        return std::unexpected(today.error());
    if (*today >= m_policy.codesPerDay)
        return fail(ErrorCode::Busy, u"codes of a day"_s);
    const QString code = newCode();
    const auto put = repository.putCode(pemohon.id,
                                        {.codeHash = codeHash(pemohon.id, code),
                                         .expiresAt = now.addDuration(m_policy.codeLife),
                                         .tries = 0,
                                         .sentAt = now});
    if (!put)
        return put;
    const QJsonObject payload{{u"name"_s, pemohon.name},
                              {u"office"_s, m_parts.profile.name},
                              {u"code"_s, code},
                              {u"minutes"_s, int(m_policy.codeLife.count())},
                              {u"isPractice"_s, m_parts.profile.isPractice}};
    return OutboxRepository(connection)
        .insert({.event = MailEvent::EmailCode,
                 .permohonan = {},
                 .recipient = pemohon.email,
                 .payload = payload,
                 .at = now});
}

Answer<PortalAdmission> PortalAccounts::verify(const QString &email, const QString &code)
{
    const QDateTime now = m_parts.now();
    const QString key = email.trimmed();
    if (m_strangersTrying.isClosed(key, now))
        return fail(ErrorCode::Locked, u"too many tries"_s);
    return m_parts.store
        ->write([this, email, code, now, key](Connection &connection) {
            return verify(connection, email, code, now);
        })
        .then([this, key,
               now](const Result<Result<PortalAdmission>> &verdict) -> Result<PortalAdmission> {
            if (verdict)
                return *verdict;
            if (!isNotFound(verdict.error()))
                return std::unexpected(verdict.error());
            m_strangersTrying.countFailure(key, now);
            return wrongCode();
        });
}

Result<Result<PortalAdmission>> PortalAccounts::verify(Connection &connection, const QString &email,
                                                       const QString &code,
                                                       const QDateTime &now) const
{
    const auto address = normalizedEmail(email);
    if (!address)
        return std::unexpected(address.error());
    const auto pemohon = PemohonRepository(connection).byEmail(*address);
    if (!pemohon)
        return std::unexpected(pemohon.error());
    return judge(connection, *pemohon, code, now);
}

Result<Result<PortalAdmission>> PortalAccounts::judge(Connection &connection,
                                                      const PemohonRecord &pemohon,
                                                      const QString &code,
                                                      const QDateTime &now) const
{
    using Judgement = Result<PortalAdmission>;
    PemohonRepository repository(connection);
    const auto sent = repository.code(pemohon.id);
    if (!sent)
        return std::unexpected(sent.error()); // none was asked for: as with a stranger
    if (sent->tries >= m_policy.codeTries)
        return Judgement(fail(ErrorCode::Locked, u"too many tries"_s));
    if (codeHash(pemohon.id, code.trimmed()) != sent->codeHash) {
        const auto counted = repository.countTry(pemohon.id);
        return counted ? Result<Judgement>(Judgement(wrongCode()))
                       : std::unexpected(counted.error());
    }
    if (now >= sent->expiresAt)
        return Judgement(fail(ErrorCode::Expired, u"the code is too old"_s));
    if (auto removed = repository.removeCode(pemohon.id); !removed)
        return std::unexpected(removed.error());
    auto admitted = admit(connection, pemohon, now);
    return admitted ? Result<Judgement>(std::move(admitted)) : std::unexpected(admitted.error());
}

Result<PortalAdmission> PortalAccounts::admit(Connection &connection, PemohonRecord pemohon,
                                              const QDateTime &now) const
{
    PemohonRepository repository(connection);
    if (!pemohon.verifiedAt.isValid()) {
        if (auto done = repository.setVerified(pemohon.id, now); !done)
            return std::unexpected(done.error());
        pemohon.verifiedAt = now;
    }
    const QString token = newToken();
    const auto opened = repository.insertSession(tokenHash(token), pemohon.id,
                                                 now.addDuration(m_policy.sessionLife));
    if (!opened)
        return std::unexpected(opened.error());
    return PortalAdmission{.token = token, .pemohon = std::move(pemohon)};
}

Answer<PemohonRecord> PortalAccounts::lookup(const QString &token)
{
    return m_parts.store->read([token, now = m_parts.now()](Connection &connection) {
        return lookup(connection, token, now);
    });
}

Result<PemohonRecord> PortalAccounts::lookup(Connection &connection, const QString &token,
                                             const QDateTime &now)
{
    PemohonRepository repository(connection);
    const auto owner = repository.sessionOwner(tokenHash(token), now);
    if (!owner)
        return isNotFound(owner.error()) ? fail(ErrorCode::Unauthenticated, u"no session"_s)
                                         : std::unexpected(owner.error());
    return repository.load(*owner);
}

Answer<> PortalAccounts::logout(const QString &token)
{
    return m_parts.store->write([token](Connection &connection) {
        return PemohonRepository(connection).removeSession(tokenHash(token));
    });
}

Answer<> PortalAccounts::removeExpired()
{
    return m_parts.store->write([now = m_parts.now()](Connection &connection) {
        return PemohonRepository(connection).removeExpired(now);
    });
}

QByteArray PortalAccounts::codeHash(PemohonId pemohon, const QString &code) const
{
    const QByteArray text = QByteArray::number(qint64(pemohon)) + ':' + code.toUtf8();
    return QMessageAuthenticationCode::hash(text, m_secret, QCryptographicHash::Sha256);
}

} // namespace sipenduduk
