#include "common/tte/x509/CertificateInfo.h"

#include "common/tte/x509/Asn1Time.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// Purposes whose certificates must never stand under a document.
constexpr uint32_t ForeignPurposes = XKU_SSL_SERVER | XKU_TIMESTAMP | XKU_OCSP_SIGN | XKU_CODE_SIGN;

QString commonNameOf(const X509_NAME *name)
{
    const int index = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (index < 0)
        return {};
    unsigned char *utf8 = nullptr;
    const X509_NAME_ENTRY *entry = X509_NAME_get_entry(name, index);
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(entry));
    const ossl::Bytes owner(utf8);
    return size < 0 ? QString() : QString::fromUtf8(reinterpret_cast<const char *>(utf8), size);
}

QString wholeName(const X509_NAME *name)
{
    const ossl::Bio out(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~ulong(ASN1_STRFLGS_ESC_MSB));
    char *data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return QString::fromUtf8(data, size);
}

QString serialOf(X509 *certificate)
{
    const ASN1_INTEGER *serial = X509_get0_serialNumber(certificate);
    const QByteArray bytes(reinterpret_cast<const char *>(ASN1_STRING_get0_data(serial)),
                           ASN1_STRING_length(serial));
    return QString::fromLatin1(bytes.toHex().toUpper());
}

KeyKind keyKindOf(const EVP_PKEY *key)
{
    if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA)
        return KeyKind::Rsa;
    char group[64] = {};
    if (EVP_PKEY_get_base_id(key) != EVP_PKEY_EC
        || EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) != 1)
        return KeyKind::Other;
    const int curve = OBJ_txt2nid(group);
    if (curve == NID_X9_62_prime256v1)
        return KeyKind::EcP256;
    return curve == NID_secp384r1 ? KeyKind::EcP384 : KeyKind::Other;
}

bool maySignDocuments(X509 *certificate)
{
    if (X509_check_ca(certificate) != 0)
        return false;
    const uint32_t usage = X509_get_key_usage(certificate);
    const bool signs = (usage & (KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION)) != 0;
    const uint32_t purposes = X509_get_extended_key_usage(certificate);
    const bool isUnlimited = purposes == UINT32_MAX || (purposes & XKU_ANYEKU) != 0;
    return signs && (isUnlimited || (purposes & ForeignPurposes) == 0);
}

CertificateInfo infoOf(X509 *certificate, QByteArray der)
{
    CertificateInfo info;
    info.subjectName = commonNameOf(X509_get_subject_name(certificate));
    info.subject = wholeName(X509_get_subject_name(certificate));
    info.issuerName = commonNameOf(X509_get_issuer_name(certificate));
    if (info.issuerName.isEmpty())
        info.issuerName = wholeName(X509_get_issuer_name(certificate));
    info.serial = serialOf(certificate);
    info.fingerprintSha256 = QCryptographicHash::hash(der, QCryptographicHash::Sha256);
    info.notBefore = dateTimeOf(X509_get0_notBefore(certificate));
    info.notAfter = dateTimeOf(X509_get0_notAfter(certificate));
    if (const EVP_PKEY *key = X509_get0_pubkey(certificate)) {
        info.keyKind = keyKindOf(key);
        info.keyBits = EVP_PKEY_get_bits(key);
    }
    info.isAuthority = X509_check_ca(certificate) != 0;
    info.maySignDocuments = maySignDocuments(certificate);
    info.der = std::move(der);
    return info;
}

} // namespace

Result<CertificateInfo> readCertificate(const QByteArray &derOrPem)
{
    if (derOrPem.size() > MaxCertificateSize)
        return fail(ErrorCode::TooLarge, u"certificate too large"_s);
    QByteArray der = derOrPem;
    if (derOrPem.contains("-----BEGIN")) {
        const auto list = certificatesFromPem(derOrPem);
        if (!list)
            return std::unexpected(list.error());
        if (list->size() != 1)
            return fail(ErrorCode::Malformed, u"expected exactly one certificate"_s);
        der = list->first();
    }
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = cursor + der.size();
    const ossl::Cert certificate(d2i_X509(nullptr, &cursor, long(der.size())));
    ERR_clear_error();
    if (!certificate || cursor != end)
        return fail(ErrorCode::Malformed, u"not a certificate"_s);
    return infoOf(certificate.get(), std::move(der));
}

Result<QList<QByteArray>> certificatesFromPem(const QByteArray &pem)
{
    const ossl::Bio in(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    QList<QByteArray> list;
    for (;;) {
        const ossl::Cert certificate(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
        if (!certificate)
            break;
        QByteArray der(i2d_X509(certificate.get(), nullptr), Qt::Uninitialized);
        auto *cursor = reinterpret_cast<unsigned char *>(der.data());
        i2d_X509(certificate.get(), &cursor);
        list.append(der);
    }
    ERR_clear_error();
    if (list.isEmpty())
        return fail(ErrorCode::Malformed, u"no certificate in the PEM text"_s);
    return list;
}

Result<> checkFitForTte(const CertificateInfo &certificate, const QDateTime &at)
{
    const bool isStrong = (certificate.keyKind == KeyKind::Rsa && certificate.keyBits >= 2048)
        || certificate.keyKind == KeyKind::EcP256 || certificate.keyKind == KeyKind::EcP384;
    if (!isStrong)
        return fail(ErrorCode::Unsupported, u"key type or size"_s);
    if (!certificate.maySignDocuments)
        return fail(ErrorCode::Forbidden, u"key usage does not allow signatures"_s);
    if (at < certificate.notBefore)
        return fail(ErrorCode::Expired, u"not yet valid"_s);
    if (at > certificate.notAfter)
        return fail(ErrorCode::Expired, u"expired"_s);
    return {};
}

} // namespace sipenduduk
