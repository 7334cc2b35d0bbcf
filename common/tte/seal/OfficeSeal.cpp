#include "common/tte/seal/OfficeSeal.h"

#include "common/tte/SealPurpose.h"
#include "common/tte/seal/CanonicalJson.h"
#include "common/tte/seal/CertificateMaker.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sipenduduk {

struct OfficeSeal::Private
{
    KeyedCertificate pair;
    QString certificateBase64;
};

namespace {

bool hasSealPurpose(X509 *certificate)
{
    const std::unique_ptr<EXTENDED_KEY_USAGE, ossl::Free<EXTENDED_KEY_USAGE_free>> usage(
        static_cast<EXTENDED_KEY_USAGE *>(
            X509_get_ext_d2i(certificate, NID_ext_key_usage, nullptr, nullptr)));
    if (!usage || sk_ASN1_OBJECT_num(usage.get()) != 1)
        return false;
    char text[128] = {};
    OBJ_obj2txt(text, sizeof text, sk_ASN1_OBJECT_value(usage.get(), 0), 1);
    return qstrcmp(text, SealPurposeOid) == 0;
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

OfficeSeal::OfficeSeal(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{
}
OfficeSeal::OfficeSeal(OfficeSeal &&) noexcept = default;
OfficeSeal &OfficeSeal::operator=(OfficeSeal &&) noexcept = default;
OfficeSeal::~OfficeSeal() = default;

Result<OfficeSeal> OfficeSeal::fromPem(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    auto pair = KeyedCertificate::fromPem({certificatePem, keyPem});
    if (!pair)
        return std::unexpected(pair.error());
    if (!hasSealPurpose(pair->certificate.get()))
        return fail(ErrorCode::InvalidArgument, u"certificate is not for sealing"_s);
    const QString certificate = base64(derOf(pair->certificate.get()));
    return OfficeSeal(std::make_unique<Private>(std::move(*pair), certificate));
}

Result<QByteArray> OfficeSeal::sign(const QByteArray &bytes) const
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    size_t size = 0;
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_d->pair.key.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &size, data, size_t(bytes.size())) != 1)
        return fail(ErrorCode::Internal, u"seal: key refuses"_s);
    QByteArray value(qsizetype(size), Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(value.data());
    if (EVP_DigestSign(context.get(), out, &size, data, size_t(bytes.size())) != 1)
        return fail(ErrorCode::Internal, u"seal: key refuses"_s);
    value.truncate(qsizetype(size));
    return value;
}

Result<QByteArray> OfficeSeal::sealJson(const QJsonObject &object) const
{
    if (object.contains("signature"_L1))
        return fail(ErrorCode::InvalidArgument, u"seal: signed already"_s);
    const auto canonical = toCanonicalJson(object);
    if (!canonical)
        return canonical;
    const auto value = sign(*canonical);
    if (!value)
        return value;
    const QByteArray digest = QCryptographicHash::hash(*canonical, QCryptographicHash::Sha256);
    QJsonObject sealedObject = object;
    sealedObject.insert("signature"_L1,
                        QJsonObject{{u"algorithm"_s, QString::fromLatin1(SealAlgorithm)},
                                    {u"certificate"_s, m_d->certificateBase64},
                                    {u"digest"_s, base64(digest)},
                                    {u"value"_s, base64(*value)}});
    return toCanonicalJson(sealedObject);
}

} // namespace sipenduduk
