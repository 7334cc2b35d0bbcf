#include "common/tte/CadesBuilder.h"

#include "common/tte/SigningKey.h"
#include "common/tte/TimestampClient.h"

#include <openssl/err.h>

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr unsigned int CmsFlags = CMS_PARTIAL | CMS_DETACHED | CMS_BINARY;
constexpr char AlgorithmProtectionOid[] = "1.2.840.113549.1.9.52";

std::unexpected<Error> cmsFailed()
{
    ERR_clear_error();
    return fail(ErrorCode::Internal, u"OpenSSL could not make the CMS"_s);
}

/// `tag`, length in DER, content.
QByteArray tlv(char tag, const QByteArray &content)
{
    QByteArray out(1, tag);
    const qsizetype size = content.size();
    if (size >= 0x100) {
        out += '\x82';
        out += char(size >> 8);
    } else if (size >= 0x80) {
        out += '\x81';
    }
    out += char(size & 0xff);
    return out + content;
}

/// The SET OF that is signed: not stored like this anywhere, and OpenSSL has no call for it.
QByteArray signedAttributesDer(const CMS_SignerInfo *signer)
{
    QByteArrayList attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        unsigned char *der = nullptr;
        const int size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &der);
        const ossl::Bytes owner(der);
        attributes.append(QByteArray(reinterpret_cast<const char *>(der), size));
    }
    std::ranges::sort(attributes); // QByteArray compares as unsigned bytes, as DER does
    return tlv('\x31', attributes.join());
}

QByteArray algorithmDer(const X509_ALGOR *algorithm)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509_ALGOR(algorithm, &der);
    const ossl::Bytes owner(der);
    return QByteArray(reinterpret_cast<const char *>(der), size);
}

/// Without it, the name of an algorithm could be exchanged for a synonym unseen.
bool addAlgorithmProtection(CMS_SignerInfo *signer)
{
    X509_ALGOR *digest = nullptr;
    X509_ALGOR *signature = nullptr;
    CMS_SignerInfo_get0_algs(signer, nullptr, nullptr, &digest, &signature);
    QByteArray tagged = algorithmDer(signature);
    tagged[0] = '\xa1'; // [1] IMPLICIT
    const QByteArray value = tlv('\x30', algorithmDer(digest) + tagged);
    return CMS_signed_add1_attr_by_txt(signer, AlgorithmProtectionOid, V_ASN1_SEQUENCE,
                                       value.constData(), int(value.size()))
        == 1;
}

bool addTimestamp(CMS_SignerInfo *signer, const QByteArray &token)
{
    return CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                         token.constData(), int(token.size()))
        == 1;
}

QByteArray derOfCms(const CMS_ContentInfo *cms)
{
    unsigned char *der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms, &der);
    const ossl::Bytes owner(der);
    return size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
}

} // namespace

Result<CadesBuilder> CadesBuilder::create(SigningKey &key, TimestampClient *stamps)
{
    CadesBuilder builder(key, stamps);
    for (const QByteArray &der : key.chain()) {
        const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
        builder.m_chain.emplace_back(d2i_X509(nullptr, &cursor, long(der.size())));
        if (!builder.m_chain.back())
            return cmsFailed();
    }
    if (builder.m_chain.empty())
        return cmsFailed();
    return builder;
}

Result<CadesSignature> CadesBuilder::build(const QByteArray &digest, const QDateTime &now) const
{
    const ossl::Cms cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, CmsFlags));
    if (!cms)
        return cmsFailed();
    for (const ossl::Cert &certificate : m_chain)
        CMS_add1_cert(cms.get(), certificate.get());
    X509 *own = m_chain.front().get();
    // CMS_CADES adds signing-certificate-v2; NOCERTS because the whole chain is in already.
    CMS_SignerInfo *signer = CMS_add1_signer(cms.get(), own, X509_get0_pubkey(own), EVP_sha256(),
                                             CmsFlags | CMS_NOSMIMECAP | CMS_CADES | CMS_NOCERTS);
    if (!signer
        || CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                       OBJ_nid2obj(NID_pkcs7_data), -1)
            != 1
        || CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                       digest.constData(), int(digest.size()))
            != 1
        || !addAlgorithmProtection(signer))
        return cmsFailed();
    // Never CMS_final: it adds a signing time, which PAdES forbids, and wants the private key.
    const auto value = m_key->sign(signedAttributesDer(signer));
    if (!value)
        return std::unexpected(value.error());
    if (ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), value->constData(),
                        int(value->size()))
        != 1)
        return cmsFailed();
    CadesSignature signature;
    if (m_stamps) {
        const auto token =
            m_stamps->stamp(QCryptographicHash::hash(*value, QCryptographicHash::Sha256), now);
        signature.isStamped = token && addTimestamp(signer, *token);
        if (!token)
            signature.stampError = token.error();
    }
    signature.der = derOfCms(cms.get());
    return signature.der.isEmpty() ? Result<CadesSignature>(cmsFailed()) : signature;
}

} // namespace sipenduduk
