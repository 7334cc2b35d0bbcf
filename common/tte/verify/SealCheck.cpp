#include "common/tte/verify/SealCheck.h"

#include "common/tte/SealPurpose.h"
#include "common/tte/verify/ChainCheck.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/err.h>

#include <QCryptographicHash>

#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

SealOutcome broken(ErrorCode code, const QString &detail)
{
    return {SealState::SealBroken, code, detail, {}};
}

/// Base64 in the one form that the writer gives.
std::optional<QByteArray> strictBase64(const QJsonValue &value)
{
    const QByteArray text = value.toString().toLatin1();
    const QByteArray bytes = QByteArray::fromBase64(text);
    return !bytes.isEmpty() && bytes.toBase64() == text ? std::optional(bytes) : std::nullopt;
}

ossl::Cert sealCertificate(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    return ossl::Cert(d2i_X509(nullptr, &cursor, long(der.size())));
}

bool isForSealing(X509 *certificate)
{
    int isCritical = 0;
    const std::unique_ptr<EXTENDED_KEY_USAGE, ossl::Free<EXTENDED_KEY_USAGE_free>> usage(
        static_cast<EXTENDED_KEY_USAGE *>(
            X509_get_ext_d2i(certificate, NID_ext_key_usage, &isCritical, nullptr)));
    if (!usage || isCritical != 1 || sk_ASN1_OBJECT_num(usage.get()) != 1
        || X509_check_ca(certificate) != 0)
        return false;
    char text[128] = {};
    OBJ_obj2txt(text, sizeof text, sk_ASN1_OBJECT_value(usage.get(), 0), 1);
    return qstrcmp(text, SealPurposeOid) == 0;
}

bool verifiesDigest(X509 *certificate, const QByteArray &digest, const QByteArray &value)
{
    const std::unique_ptr<EVP_PKEY_CTX, ossl::Free<EVP_PKEY_CTX_free>> context(
        EVP_PKEY_CTX_new(X509_get0_pubkey(certificate), nullptr));
    const bool isGood = context && EVP_PKEY_verify_init(context.get()) == 1
        && EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) == 1
        && EVP_PKEY_verify(
               context.get(), reinterpret_cast<const unsigned char *>(value.constData()),
               size_t(value.size()), reinterpret_cast<const unsigned char *>(digest.constData()),
               size_t(digest.size()))
            == 1;
    ERR_clear_error();
    return isGood;
}

/// Content and seal are told apart by the digest that the seal states.
SealOutcome judgeValue(X509 *certificate, const QByteArray &stated, const QByteArray &value,
                       QByteArrayView content)
{
    const QByteArray digest = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    const bool isForContent = verifiesDigest(certificate, digest, value);
    if (isForContent && stated == digest)
        return {SealState::Good, ErrorCode::Internal, {}, {}};
    if (!isForContent && verifiesDigest(certificate, stated, value))
        return {SealState::ContentChanged, ErrorCode::Tampered, u"sealed for other bytes"_s, {}};
    return broken(ErrorCode::Tampered, u"seal value or digest"_s);
}

} // namespace

SealOutcome checkSeal(const QJsonObject &signature, QByteArrayView content,
                      const TrustAnchors &anchors, const QDateTime &at)
{
    const auto der = strictBase64(signature["certificate"_L1]);
    const auto digest = strictBase64(signature["digest"_L1]);
    const auto value = strictBase64(signature["value"_L1]);
    if (signature.size() != 4
        || signature["algorithm"_L1].toString() != QLatin1StringView(SealAlgorithm) || !der
        || !digest || !value)
        return broken(ErrorCode::Malformed, u"members of the seal"_s);
    const auto info = readCertificate(*der);
    const ossl::Cert certificate = sealCertificate(*der);
    if (!info || !certificate)
        return broken(ErrorCode::Malformed, u"certificate of the seal"_s);
    const ChainOutcome chain = checkChain(*der, {}, anchors, at);
    if (chain.state == ChainState::OutOfDate)
        return broken(ErrorCode::Expired, u"certificate of the seal is out of date"_s);
    if (chain.state != ChainState::Trusted || !isForSealing(certificate.get())
        || info->keyKind != KeyKind::EcP256)
        return broken(ErrorCode::Untrusted, u"not the office's seal"_s);
    SealOutcome outcome = judgeValue(certificate.get(), *digest, *value, content);
    outcome.signer = *info;
    return outcome;
}

} // namespace sipenduduk
