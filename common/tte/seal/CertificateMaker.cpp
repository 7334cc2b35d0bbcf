#include "common/tte/seal/CertificateMaker.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxCommonName = 64; // ub-common-name, RFC 5280
constexpr int SerialBytes = 16;

std::unexpected<Error> makingFailed()
{
    ERR_clear_error();
    return fail(ErrorCode::Internal, u"OpenSSL could not make a certificate"_s);
}

QByteArray memoryOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

bool setSerial(X509 *certificate)
{
    unsigned char bytes[SerialBytes];
    if (RAND_bytes(bytes, SerialBytes) != 1)
        return false;
    bytes[0] = uchar((bytes[0] & 0x3f) | 0x40); // positive, never shorter
    const std::unique_ptr<BIGNUM, ossl::Free<BN_free>> number(
        BN_bin2bn(bytes, SerialBytes, nullptr));
    return number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setName(X509 *certificate, const QString &commonName)
{
    const QByteArray utf8 = commonName.toUtf8();
    return X509_NAME_add_entry_by_NID(
               X509_get_subject_name(certificate), NID_commonName, MBSTRING_UTF8,
               reinterpret_cast<const unsigned char *>(utf8.constData()), int(utf8.size()), -1, 0)
        == 1;
}

bool addExtension(X509 *certificate, X509V3_CTX *context, int nid, const QByteArray &value)
{
    const std::unique_ptr<X509_EXTENSION, ossl::Free<X509_EXTENSION_free>> extension(
        X509V3_EXT_conf_nid(nullptr, context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

bool addExtensions(X509 *certificate, X509 *issuer, const CertificateRequest &request)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    if (!addExtension(certificate, &context, NID_subject_key_identifier, "hash"_ba))
        return false;
    if (!addExtension(certificate, &context, NID_authority_key_identifier, "keyid:always"_ba))
        return false;
    for (const auto &[nid, value] : request.extensions) {
        if (!addExtension(certificate, &context, nid, value))
            return false;
    }
    return true;
}

bool fill(X509 *certificate, const CertificateRequest &request, EVP_PKEY *key, X509 *issuer)
{
    return X509_set_version(certificate, X509_VERSION_3) == 1 && setSerial(certificate)
        && setName(certificate, request.commonName)
        && X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1
        && ASN1_TIME_set(X509_getm_notBefore(certificate), request.notBefore.toSecsSinceEpoch())
        && ASN1_TIME_set(X509_getm_notAfter(certificate), request.notAfter.toSecsSinceEpoch())
        && X509_set_pubkey(certificate, key) == 1 && addExtensions(certificate, issuer, request);
}

} // namespace

ossl::Key makeEcKey()
{
    return ossl::Key(EVP_EC_gen("P-256"));
}

ossl::Key makeRsaKey()
{
    return ossl::Key(EVP_RSA_gen(2048));
}

Result<KeyedCertificate> makeCertificate(const CertificateRequest &request, ossl::Key key,
                                         const KeyedCertificate *issuer)
{
    if (request.commonName.isEmpty() || request.commonName.size() > MaxCommonName)
        return fail(ErrorCode::InvalidArgument, u"common name empty or too long"_s);
    ossl::Cert certificate(X509_new());
    if (!certificate || !key)
        return makingFailed();
    X509 *signer = issuer ? issuer->certificate.get() : certificate.get();
    EVP_PKEY *signingKey = issuer ? issuer->key.get() : key.get();
    if (!fill(certificate.get(), request, key.get(), signer)
        || X509_sign(certificate.get(), signingKey, EVP_sha256()) == 0)
        return makingFailed();
    return KeyedCertificate{std::move(certificate), std::move(key)};
}

QByteArray derOf(X509 *certificate)
{
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto *cursor = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &cursor);
    return der;
}

QByteArray pemOf(X509 *certificate)
{
    const ossl::Bio out(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(out.get(), certificate);
    return memoryOf(out.get());
}

Result<IssuedCertificate> KeyedCertificate::toPem() const
{
    const ossl::Bio out(BIO_new(BIO_s_secmem()));
    if (PEM_write_bio_PKCS8PrivateKey(out.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
        != 1)
        return makingFailed();
    return IssuedCertificate{pemOf(certificate.get()), memoryOf(out.get())};
}

Result<KeyedCertificate> KeyedCertificate::fromPem(const IssuedCertificate &pem)
{
    const ossl::Bio certificateIn(
        BIO_new_mem_buf(pem.certificatePem.constData(), int(pem.certificatePem.size())));
    const ossl::Bio keyIn(BIO_new_mem_buf(pem.keyPem.constData(), int(pem.keyPem.size())));
    KeyedCertificate pair;
    pair.certificate.reset(PEM_read_bio_X509(certificateIn.get(), nullptr, nullptr, nullptr));
    // The empty passphrase keeps OpenSSL from asking at the terminal for an encrypted key.
    char none[] = "";
    pair.key.reset(PEM_read_bio_PrivateKey(keyIn.get(), nullptr, nullptr, none));
    ERR_clear_error();
    if (!pair.certificate || !pair.key)
        return fail(ErrorCode::Malformed, u"certificate or key is not PEM"_s);
    if (X509_check_private_key(pair.certificate.get(), pair.key.get()) != 1) {
        ERR_clear_error();
        return fail(ErrorCode::InvalidArgument, u"key does not belong to the certificate"_s);
    }
    return pair;
}

} // namespace sipenduduk
