#pragma once

#include "server/net/OfficeServer.h"
#include "server/services/Accounts.h"
#include "server/services/PasswordHasher.h"
#include "tests/support/TestOffice.h"

namespace sipenduduk {

/// The test office behind its real door, on a free port of this machine.
class ServedOffice
{
public:
    static inline const QString Password = QStringLiteral("correct horse 1");

    explicit ServedOffice(const NetLimits &limits = {});

    /// Gives the officer `username` the password above.
    void setPassword(const QString &username);
    [[nodiscard]] quint16 port() const { return server->port(); }

    TestOffice office;
    PasswordHasher hasher{PasswordCost::cheapest()};
    Accounts accounts{*office.store, hasher, [this] { return office.now; }};
    QByteArray tlsCaPem; ///< what clients trust
    std::unique_ptr<OfficeServer> server;
};

} // namespace sipenduduk
