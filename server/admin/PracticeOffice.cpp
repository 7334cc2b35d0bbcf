#include "server/admin/PracticeOffice.h"

#include "common/tte/seal/PracticePki.h"
#include "server/admin/AdminTexts.h"
#include "server/admin/OfficeDirectory.h"
#include "server/admin/Terminal.h"
#include "server/db/Store.h"
#include "server/services/PasswordHasher.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSet>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString KadinName = u"Kadin Latihan"_s;
constexpr int PinDigits = 6;
constexpr int CertificateYears = 2;

QJsonObject accountJson(const NewOfficer &officer, const QString &password)
{
    QJsonArray duties;
    for (const protocol::DutyScope &duty : officer.duties)
        duties.append(QJsonObject{{u"duty"_s, word(duty.role)}, {u"scope"_s, duty.scope}});
    return {{u"username"_s, officer.username},
            {u"password"_s, password},
            {u"name"_s, officer.name},
            {u"duties"_s, duties}};
}

/// Plainly made up: no NIP begins with zeros.
QString practiceNip(int number)
{
    return u"%1"_s.arg(QString::number(number).rightJustified(18, u'0'));
}

QString newPin()
{
    const QString digits = QString::number(QRandomGenerator::system()->bounded(1'000'000));
    return digits.rightJustified(PinDigits, u'0');
}

} // namespace

PracticeOffice::PracticeOffice(const OfficeDirectory &directory, Store &store,
                               const PasswordHasher &hasher, const KatalogLayanan &katalog)
    : m_directory(directory)
    , m_store(store)
    , m_hasher(hasher)
    , m_katalog(katalog)
{
}

QList<PracticeOffice::Account> PracticeOffice::accounts() const
{
    QList<Account> list;
    const auto add = [&list](const QString &username, const QString &name, const QString &title,
                             const protocol::DutyScope &duty) {
        const NewOfficer officer{.username = username,
                                 .name = name,
                                 .nip = practiceNip(int(list.size()) + 1),
                                 .title = title,
                                 .duties = {duty}};
        list.append({officer, Terminal::newPassword()});
    };
    add(u"fo"_s, u"Petugas Loket Latihan"_s, u"Front Office"_s, {Role::Fo, {}});
    add(u"editor"_s, u"Editor Latihan"_s, u"Editor"_s, {Role::Editor, {}});
    QSet<QString> seksiInUse, bidangInUse;
    for (const Layanan &layanan : m_katalog.layananList()) {
        seksiInUse.insert(layanan.seksi);
        bidangInUse.insert(layanan.bidang);
    }
    for (const Seksi &seksi : m_katalog.seksiList()) {
        if (seksiInUse.contains(seksi.code))
            add(u"kasi-"_s + seksi.code, u"Kasi %1 Latihan"_s.arg(seksi.code),
                u"Kepala "_s + seksi.name, {Role::Kasi, seksi.code});
    }
    for (const Bidang &bidang : m_katalog.bidangList()) {
        if (bidangInUse.contains(bidang.code))
            add(u"kabid-"_s + bidang.code, u"Kabid %1 Latihan"_s.arg(bidang.code),
                u"Kepala "_s + bidang.name, {Role::Kabid, bidang.code});
    }
    add(u"kadin"_s, KadinName, u"Kepala Dinas Kependudukan dan Pencatatan Sipil"_s,
        {Role::Kadin, {}});
    return list;
}

AdminResult<> PracticeOffice::make(const QString &adminPassword, const QDateTime &now)
{
    if (auto made = OfficeFile::makeFolder(m_directory.file(u"latihan"_s)); !made)
        return made;
    const NewOfficer admin{.username = u"admin"_s,
                           .name = u"Administrator"_s,
                           .nip = {},
                           .title = {},
                           .duties = {{Role::Admin, {}}}};
    QJsonArray list{accountJson(admin, adminPassword)};
    const QString pin = newPin();
    for (const Account &account : accounts()) {
        const auto hash = m_hasher.hashNow(account.password);
        if (!hash)
            return refuse(
                AdminTexts::tr("A password cannot be hashed (%1).").arg(hash.error().detail));
        const auto user =
            m_store
                .write([&](Connection &connection) {
                    return Accounts::addUser(connection, account.officer, *hash, {}, now);
                })
                .result();
        if (!user)
            return refuse(AdminTexts::tr("The user %1 cannot be added (%2).")
                              .arg(account.officer.username, user.error().detail));
        list.append(accountJson(account.officer, account.password));
        if (account.officer.username == u"kadin"_s) {
            if (auto added = addKadinKey(*user, pin, now); !added)
                return added;
        }
    }
    const QJsonObject file{
        {u"mode"_s, u"latihan"_s},
        {u"accounts"_s, list},
        {u"kadin"_s, QJsonObject{{u"pkcs12"_s, u"latihan/kadin.p12"_s}, {u"pin"_s, pin}}}};
    return OfficeFile::write(m_directory.file(u"latihan/akun.json"_s),
                             QJsonDocument(file).toJson());
}

AdminResult<> PracticeOffice::addKadinKey(UserId kadin, const QString &pin,
                                          const QDateTime &now) const
{
    const auto failed = [](const Error &error) {
        return refuse(
            AdminTexts::tr("The practice certificate cannot be made (%1).").arg(error.detail));
    };
    const auto pki = PracticePki::create(u"TTE Latihan - Tidak Berlaku"_s, now);
    if (!pki)
        return failed(pki.error());
    const PracticeOfficer officer{.commonName = KadinName,
                                  .notBefore = now.addDays(-1),
                                  .notAfter = now.addYears(CertificateYears)};
    const auto identity = pki->issue(officer, pin.toUtf8());
    if (!identity)
        return failed(identity.error());
    const auto registered = m_store
                                .write([&](Connection &connection) {
                                    return Accounts::registerCertificate(
                                        connection, kadin, identity->certificateDer, {}, now);
                                })
                                .result();
    if (!registered)
        return failed(registered.error());
    if (auto done = OfficeFile::write(m_directory.file(u"latihan/tte-root.pem"_s), pki->rootPem());
        !done)
        return done;
    return OfficeFile::write(m_directory.file(u"latihan/kadin.p12"_s), identity->pkcs12);
}

} // namespace sipenduduk
