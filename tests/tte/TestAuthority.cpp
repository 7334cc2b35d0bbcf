#include "tests/tte/TestAuthority.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

constexpr int FewIterations = 1000; // it is a test

KeyedCertificate newAuthority(const QString &name, const KeyedCertificate *issuer)
{
    auto made = makeCertificate({name,
                                 testNow().addDays(-1),
                                 testNow().addYears(10),
                                 {{NID_basic_constraints, "critical,CA:TRUE"_ba},
                                  {NID_key_usage, "critical,keyCertSign,cRLSign"_ba}}},
                                makeRsaKey(), issuer);
    REQUIRE(made);
    return std::move(*made);
}

} // namespace

TestAuthority::TestAuthority(const QString &name)
    : m_root(newAuthority(name, nullptr))
    , m_issuer(newAuthority(name + u" Penerbit"_s, &m_root))
{
}

KeyedCertificate TestAuthority::issue(const TestCertificate &wanted) const
{
    CertificateRequest request{
        wanted.name,
        wanted.notBefore,
        wanted.notAfter,
        {{NID_basic_constraints, "critical,CA:FALSE"_ba}, {NID_key_usage, wanted.keyUsage}}};
    if (!wanted.purpose.isEmpty())
        request.extensions.append({NID_ext_key_usage, wanted.purpose});
    request.extensions += wanted.more;
    auto made = makeCertificate(request, makeRsaKey(), &m_issuer);
    REQUIRE(made);
    return std::move(*made);
}

PracticeIdentity TestAuthority::identity(const TestCertificate &wanted) const
{
    const KeyedCertificate pair = issue(wanted);
    const ossl::CertStack others(sk_X509_new_null());
    X509_up_ref(m_issuer.certificate.get());
    sk_X509_push(others.get(), m_issuer.certificate.get());
    const ossl::Pkcs12 file(PKCS12_create(Passphrase, "TTE", pair.key.get(), pair.certificate.get(),
                                          others.get(), NID_aes_256_cbc, NID_aes_256_cbc,
                                          FewIterations, FewIterations, 0));
    REQUIRE(file);
    QByteArray bytes(i2d_PKCS12(file.get(), nullptr), Qt::Uninitialized);
    auto *cursor = reinterpret_cast<unsigned char *>(bytes.data());
    i2d_PKCS12(file.get(), &cursor);
    return {bytes, derOf(pair.certificate.get())};
}

const TestAuthority &authority()
{
    static const TestAuthority instance(u"Akar Uji"_s);
    return instance;
}

const PracticeIdentity &officer()
{
    static const PracticeIdentity instance =
        authority().identity({.name = u"Drs. Budi Santoso (Uji)"_s,
                              .keyUsage = "critical,digitalSignature,nonRepudiation",
                              .notAfter = testNow().addYears(1)});
    return instance;
}

TrustAnchors allAnchors()
{
    TrustAnchors anchors = practiceAnchors();
    anchors.roots.append(derOf(authority().root().certificate.get()));
    return anchors;
}

} // namespace sipenduduk::test
