#include "server/net/ServerTls.h"

#include "common/tte/seal/CertificateMaker.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// The algorithm is not in the PEM's first line (PKCS#8), so both that we issue are tried.
QSslKey privateKey(const QByteArray &pem)
{
    const QSslKey key(pem, QSsl::Ec);
    return key.isNull() ? QSslKey(pem, QSsl::Rsa) : key;
}

} // namespace

Result<QSslConfiguration> serverTls(const QByteArray &certificatePem, const QByteArray &keyPem,
                                    const QDateTime &now)
{
    if (!QSslSocket::isProtocolSupported(QSsl::TlsV1_3))
        return fail(ErrorCode::Unsupported, u"TLS 1.3"_s);
    const QList<QSslCertificate> chain = QSslCertificate::fromData(certificatePem);
    if (chain.isEmpty() || chain.first().isNull())
        return fail(ErrorCode::Malformed, u"server certificate"_s);
    const QSslKey key = privateKey(keyPem);
    if (key.isNull())
        return fail(ErrorCode::Malformed, u"server key"_s);
    if (auto pair = KeyedCertificate::fromPem({chain.first().toPem(), keyPem}); !pair)
        return std::unexpected(pair.error());
    if (now < chain.first().effectiveDate() || now >= chain.first().expiryDate())
        return fail(ErrorCode::Expired, u"server certificate"_s);
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(key);
    tls.setCaCertificates({}); // none of the system's is read for each connection
    return tls;
}

} // namespace sipenduduk
