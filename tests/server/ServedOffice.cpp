#include "tests/server/ServedOffice.h"

#include "common/tte/seal/OfficeCa.h"
#include "server/db/UserRepository.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace sipenduduk {

ServedOffice::ServedOffice(const NetLimits &limits)
{
    // Clients look at the real clock, so the certificate is of today.
    const QDateTime today = QDateTime::currentDateTimeUtc();
    const auto ca = OfficeCa::create(u"Test CA"_s, today);
    REQUIRE(ca);
    const auto certificate = ca->issueTlsServerCertificate({u"localhost"_s, u"127.0.0.1"_s}, today);
    REQUIRE(certificate);
    tlsCaPem = ca->pem()->certificatePem;
    OfficeServerOptions options;
    options.address = QHostAddress::LocalHost;
    options.certificatePem = certificate->certificatePem;
    options.keyPem = certificate->keyPem;
    options.office = office.parts.profile.name;
    options.isPractice = true;
    options.sessionCheck = std::chrono::milliseconds(20);
    options.limits = limits;
    options.now = [] { return QDateTime::currentDateTimeUtc(); };
    server = std::make_unique<OfficeServer>(*office.office, accounts, options);
    REQUIRE(server->start());
}

void ServedOffice::setPassword(const QString &username)
{
    const auto hash = hasher.hashNow(Password);
    REQUIRE(hash);
    REQUIRE(office.write([&](Connection &connection) -> Result<> {
        UserRepository users(connection);
        const auto login = users.login(username);
        return login ? users.setPassword(login->id, *hash) : std::unexpected(login.error());
    }));
}

} // namespace sipenduduk
