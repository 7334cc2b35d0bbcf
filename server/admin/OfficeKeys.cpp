#include "common/tte/seal/OfficeCa.h"
#include "server/admin/AdminTexts.h"
#include "server/admin/OfficeDirectory.h"
#include "server/admin/OfficeSetup.h"

#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxCommonName = 64; // X.520

QString commonName(const QString &prefix, const QString &office)
{
    return (prefix + office).left(MaxCommonName);
}

AdminResult<> writePair(const Result<IssuedCertificate> &issued, const QString &certificate,
                        const QString &key)
{
    if (!issued)
        return refuse(
            AdminTexts::tr("A certificate cannot be made (%1).").arg(issued.error().detail));
    if (auto done = OfficeFile::write(certificate, issued->certificatePem); !done)
        return done;
    return OfficeFile::write(key, issued->keyPem);
}

QByteArray newSecret()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toBase64();
}

} // namespace

AdminResult<> makeOfficeKeys(const OfficeDirectory &staging, const QString &officeName,
                             const QStringList &hosts, const QDateTime &now)
{
    const auto ca = OfficeCa::create(commonName(u"CA "_s, officeName), now);
    if (!ca)
        return refuse(AdminTexts::tr("A certificate cannot be made (%1).").arg(ca.error().detail));
    auto done = writePair(ca->pem(), staging.officeCaCertificate(), staging.officeCaKey());
    if (done)
        done = writePair(ca->issueTlsServerCertificate(hosts, now), staging.serverCertificate(),
                         staging.serverKey());
    if (done)
        done = writePair(ca->issueSealCertificate(commonName(u"Segel "_s, officeName), now),
                         staging.sealCertificate(), staging.sealKey());
    return done ? OfficeFile::write(staging.portalSecret(), newSecret()) : done;
}

} // namespace sipenduduk
