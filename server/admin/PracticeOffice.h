#pragma once

#include "common/KatalogLayanan.h"
#include "server/admin/AdminResult.h"
#include "server/services/Accounts.h"

#include <QDateTime>
#include <QList>

namespace sipenduduk {

class OfficeDirectory;
class PasswordHasher;
class Store;

/// An office to learn in: one user for each duty, passwords and a TTE authority of its own. Its
/// accounts are written to DIR/latihan/akun.json, which is for those who practise.
class PracticeOffice
{
public:
    PracticeOffice(const OfficeDirectory &directory, Store &store, const PasswordHasher &hasher,
                   const KatalogLayanan &katalog);

    /// fo, editor, kasi-SEKSI, kabid-BIDANG, kadin with a registered certificate, and `admin`,
    /// who is there already. Writes latihan/akun.json, latihan/kadin.p12, latihan/tte-root.pem.
    [[nodiscard]] AdminResult<> make(const QString &adminPassword, const QDateTime &now);

private:
    struct Account
    {
        NewOfficer officer;
        QString password;
    };
    QList<Account> accounts() const;
    AdminResult<> addKadinKey(UserId kadin, const QString &pin, const QDateTime &now) const;

    const OfficeDirectory &m_directory;
    Store &m_store;
    const PasswordHasher &m_hasher;
    const KatalogLayanan &m_katalog;
};

} // namespace sipenduduk
