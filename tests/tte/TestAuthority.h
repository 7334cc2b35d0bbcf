#pragma once

#include "common/tte/seal/CertificateMaker.h"
#include "tests/tte/TteSupport.h"

namespace sipenduduk::test {

/// The certificate that TestAuthority is to make.
struct TestCertificate
{
    QString name;
    QByteArray keyUsage = "critical,digitalSignature";
    QByteArray purpose = {}; ///< extended key usage; empty: none
    QDateTime notBefore = testNow().addDays(-1);
    QDateTime notAfter = testNow().addYears(3);
    QList<std::pair<int, QByteArray>> more = {}; ///< further extensions
};

/// A root and an issuing authority that, unlike PracticePki, issues whatever a test wants and
/// lends its keys to the openssl program.
class TestAuthority
{
public:
    explicit TestAuthority(const QString &name);

    [[nodiscard]] KeyedCertificate issue(const TestCertificate &wanted) const;
    /// A signer whose PKCS#12 carries the issuing authority.
    [[nodiscard]] PracticeIdentity identity(const TestCertificate &wanted) const;

    [[nodiscard]] const KeyedCertificate &root() const { return m_root; }
    [[nodiscard]] const KeyedCertificate &issuer() const { return m_issuer; }

private:
    KeyedCertificate m_root;
    KeyedCertificate m_issuer;
};

/// One such authority for the whole run.
[[nodiscard]] const TestAuthority &authority();
/// A signer of authority() whose certificate is good at testNow() and ends a year later.
[[nodiscard]] const PracticeIdentity &officer();
/// The roots of pki() and of authority().
[[nodiscard]] TrustAnchors allAnchors();

} // namespace sipenduduk::test
