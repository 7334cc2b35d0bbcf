#include "common/tte/seal/OfficeCa.h"

#include "common/tte/SealPurpose.h"
#include "common/tte/seal/CertificateMaker.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sipenduduk {

struct OfficeCa::Private
{
    KeyedCertificate pair;
};

namespace {

/// Clocks of workstations run late; a certificate should not be "not yet valid" to them.
constexpr int GraceSeconds = 3600;

/// One host as subjectAltName; empty for what could be read as more than one entry.
QByteArray altNameOf(const QString &host)
{
    static const QRegularExpression address(
        u"^([0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*)$"_s);
    static const QRegularExpression name(u"^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$"_s);
    if (address.match(host).hasMatch())
        return "IP:" + host.toLatin1();
    return name.match(host).hasMatch() ? "DNS:" + host.toLatin1() : QByteArray();
}

CertificateRequest requestFor(const QString &commonName, const QDateTime &now,
                              const QDateTime &notAfter)
{
    return {commonName, now.addSecs(-GraceSeconds), notAfter, {}};
}

} // namespace

OfficeCa::OfficeCa(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}
OfficeCa::OfficeCa(OfficeCa &&) noexcept = default;
OfficeCa &OfficeCa::operator=(OfficeCa &&) noexcept = default;
OfficeCa::~OfficeCa() = default;

Result<OfficeCa> OfficeCa::create(const QString &commonName, const QDateTime &now)
{
    CertificateRequest request = requestFor(commonName, now, now.addYears(CaYears));
    request.extensions = {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"_ba},
                          {NID_key_usage, "critical,keyCertSign,cRLSign"_ba}};
    auto pair = makeCertificate(request, makeEcKey(), nullptr);
    if (!pair)
        return std::unexpected(pair.error());
    return OfficeCa(std::make_unique<Private>(std::move(*pair)));
}

Result<OfficeCa> OfficeCa::fromPem(const IssuedCertificate &pem)
{
    auto pair = KeyedCertificate::fromPem(pem);
    if (!pair)
        return std::unexpected(pair.error());
    if (X509_check_ca(pair->certificate.get()) != 1)
        return fail(ErrorCode::InvalidArgument, u"not a certification authority"_s);
    return OfficeCa(std::make_unique<Private>(std::move(*pair)));
}

Result<IssuedCertificate> OfficeCa::pem() const
{
    return m_d->pair.toPem();
}

Result<IssuedCertificate> OfficeCa::issueTlsServerCertificate(const QStringList &hosts,
                                                              const QDateTime &now) const
{
    QByteArrayList altNames;
    for (const QString &host : hosts)
        altNames.append(altNameOf(host));
    if (altNames.isEmpty() || altNames.contains(QByteArray()))
        return fail(ErrorCode::InvalidArgument, u"host is neither a DNS name nor an address"_s);
    // The common name is for people only: programs look at the alternative names.
    CertificateRequest request = requestFor(hosts.first().left(64), now, now.addDays(ServerDays));
    request.extensions = {{NID_basic_constraints, "critical,CA:FALSE"_ba},
                          {NID_key_usage, "critical,digitalSignature"_ba},
                          {NID_ext_key_usage, "serverAuth"_ba},
                          {NID_subject_alt_name, altNames.join(',')}};
    auto pair = makeCertificate(request, makeEcKey(), &m_d->pair);
    if (!pair)
        return std::unexpected(pair.error());
    return pair->toPem();
}

Result<IssuedCertificate> OfficeCa::issueSealCertificate(const QString &commonName,
                                                         const QDateTime &now) const
{
    CertificateRequest request = requestFor(commonName, now, now.addYears(SealYears));
    request.extensions = {{NID_basic_constraints, "critical,CA:FALSE"_ba},
                          {NID_key_usage, "critical,digitalSignature"_ba},
                          {NID_ext_key_usage, "critical,"_ba + SealPurposeOid}};
    auto pair = makeCertificate(request, makeEcKey(), &m_d->pair);
    if (!pair)
        return std::unexpected(pair.error());
    return pair->toPem();
}

} // namespace sipenduduk
