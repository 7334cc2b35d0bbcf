#pragma once

#include "server/net/OfficeServer.h"
#include "server/services/Accounts.h"
#include "server/services/PasswordHasher.h"
#include "tests/support/TestOffice.h"

#include <QSslCertificate>

#include <memory>

namespace sipenduduk {

/// An office with many births that wait for the paraf of the Kasi, received and with drafts,
/// behind a real TLS door.
class BenchOffice
{
public:
    /// `count` permohonan: one brought there by the services, the others its copies.
    explicit BenchOffice(int count);
    ~BenchOffice();

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString databasePath() const;

    static constexpr char Username[] = "kasi-bench";
    static constexpr char Password[] = "kata-sandi-bench";

    TestOffice office;
    QSslCertificate ca;
    QList<PermohonanId> waiting; ///< in the order of their numbers, all with the same version
    int version = 0;

private:
    void copyBirths(PermohonanId from, int count);

    PasswordHasher m_hasher;
    std::unique_ptr<Accounts> m_accounts;
    std::unique_ptr<OfficeServer> m_server;
};

} // namespace sipenduduk
