#pragma once

#include <QProcess>
#include <QString>

namespace sipenduduk::test {

/// Writes a self-signed certificate for localhost, also the authority that a client pins, and its
/// key; whether it worked. For the web server in front of the portal.
[[nodiscard]] inline bool makeSiteCertificate(const QString &certificate, const QString &key)
{
    using namespace Qt::StringLiterals;
    QProcess openssl;
    openssl.setStandardErrorFile(QProcess::nullDevice());
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:P-256"_s, u"-noenc"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s,
                   u"-keyout"_s, key, u"-out"_s, certificate});
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

} // namespace sipenduduk::test
