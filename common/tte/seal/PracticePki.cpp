#include "common/tte/seal/PracticePki.h"

#include "common/tte/seal/CertificateMaker.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

struct PracticePki::Private
{
    KeyedCertificate root;
    KeyedCertificate issuer;
};

namespace {

constexpr int PracticeYears = 10;
constexpr int Pkcs12Iterations = 10'000;

CertificateRequest authorityRequest(const QString &name, const QDateTime &now,
                                    const QByteArray &constraints)
{
    return {
        name,
        now.addDays(-1),
        now.addYears(PracticeYears),
        {{NID_basic_constraints, constraints}, {NID_key_usage, "critical,keyCertSign,cRLSign"_ba}}};
}

Result<QByteArray> pkcs12Of(const KeyedCertificate &pair, X509 *issuer,
                            const QByteArray &passphrase)
{
    const ossl::CertStack others(sk_X509_new_null());
    X509_up_ref(issuer);
    sk_X509_push(others.get(), issuer);
    const ossl::Pkcs12 file(PKCS12_create(passphrase.constData(), "TTE", pair.key.get(),
                                          pair.certificate.get(), others.get(), NID_aes_256_cbc,
                                          NID_aes_256_cbc, Pkcs12Iterations, Pkcs12Iterations, 0));
    const int size = file ? i2d_PKCS12(file.get(), nullptr) : -1;
    ERR_clear_error();
    if (size <= 0)
        return fail(ErrorCode::Internal, u"OpenSSL could not make a PKCS#12"_s);
    QByteArray bytes(size, Qt::Uninitialized);
    auto *cursor = reinterpret_cast<unsigned char *>(bytes.data());
    i2d_PKCS12(file.get(), &cursor);
    return bytes;
}

} // namespace

PracticePki::PracticePki(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}
PracticePki::PracticePki(PracticePki &&) noexcept = default;
PracticePki &PracticePki::operator=(PracticePki &&) noexcept = default;
PracticePki::~PracticePki() = default;

Result<PracticePki> PracticePki::create(const QString &rootName, const QDateTime &now)
{
    auto root = makeCertificate(authorityRequest(rootName, now, "critical,CA:TRUE"_ba),
                                makeRsaKey(), nullptr);
    if (!root)
        return std::unexpected(root.error());
    const QString issuerName = rootName.left(55) + u" Penerbit"_s;
    auto issuer = makeCertificate(
        authorityRequest(issuerName, now, "critical,CA:TRUE,pathlen:0"_ba), makeRsaKey(), &*root);
    if (!issuer)
        return std::unexpected(issuer.error());
    return PracticePki(std::make_unique<Private>(std::move(*root), std::move(*issuer)));
}

QByteArray PracticePki::rootPem() const
{
    return pemOf(m_d->root.certificate.get());
}

QByteArray PracticePki::intermediatePem() const
{
    return pemOf(m_d->issuer.certificate.get());
}

Result<PracticeIdentity> PracticePki::issue(const PracticeOfficer &officer,
                                            const QByteArray &passphrase) const
{
    const CertificateRequest request{
        officer.commonName,
        officer.notBefore,
        officer.notAfter,
        {{NID_basic_constraints, "critical,CA:FALSE"_ba},
         {NID_key_usage,
          officer.isForSigning ? "critical,digitalSignature,nonRepudiation"_ba
                               : "critical,keyEncipherment"_ba}}};
    auto pair = makeCertificate(request, officer.isEc ? makeEcKey() : makeRsaKey(), &m_d->issuer);
    if (!pair)
        return std::unexpected(pair.error());
    auto file = pkcs12Of(*pair, m_d->issuer.certificate.get(), passphrase);
    if (!file)
        return std::unexpected(file.error());
    return PracticeIdentity{std::move(*file), derOf(pair->certificate.get())};
}

} // namespace sipenduduk
