#pragma once

#include "tests/tte/TestAuthority.h"

#include <QTemporaryDir>

namespace sipenduduk::test {

/// How a TestTsa works.
struct TsaOptions
{
    /// What its clock says; invalid: the clock of this computer. UTC.
    QDateTime at = testNow().addSecs(60);
    QByteArray digest = "sha256";    ///< under its signature
    QByteArray essDigest = "sha256"; ///< "sha1" makes an ESS signing-certificate of version 1
    TestCertificate certificate{.name = QStringLiteral("TSA Uji"),
                                .purpose = "critical,timeStamping"};
};

/// A real time stamp authority: the openssl program's, with a certificate by `issuer`.
class TestTsa
{
public:
    explicit TestTsa(const TestAuthority &issuer = authority(), TsaOptions options = {});

    /// The TimeStampResp (DER) to a TimeStampReq (DER), as HTTP would carry it.
    [[nodiscard]] QByteArray reply(const QByteArray &requestDer) const;

    /// The token over these bytes.
    [[nodiscard]] QByteArray stamp(const QByteArray &bytes) const;

    [[nodiscard]] const KeyedCertificate &certificate() const { return m_certificate; }

private:
    [[nodiscard]] QString path(const char *name) const;

    TsaOptions m_options;
    KeyedCertificate m_certificate;
    QTemporaryDir m_dir;
};

/// The TSTInfo of a token, signed again by any certificate of authority(): the openssl program
/// refuses to issue tokens with one that is not for it.
[[nodiscard]] QByteArray signedAgain(const QByteArray &token, const KeyedCertificate &by);

} // namespace sipenduduk::test
