#include "common/tte/verify/CmsCheck.h"

#include "common/tte/verify/CmsMessage.h"
#include "common/tte/verify/Der.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/err.h>

#include <QCryptographicHash>

#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct DigestPolicy
{
    QByteArrayView oid;
    const EVP_MD *(*make)();
    const char *name;
};

const DigestPolicy DigestTable[] = {
    {QByteArrayView("\x60\x86\x48\x01\x65\x03\x04\x02\x01"), EVP_sha256, "SHA-256"},
    {QByteArrayView("\x60\x86\x48\x01\x65\x03\x04\x02\x02"), EVP_sha384, "SHA-384"},
    {QByteArrayView("\x60\x86\x48\x01\x65\x03\x04\x02\x03"), EVP_sha512, "SHA-512"},
};

constexpr QByteArrayView RsaOid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01");
constexpr QByteArrayView RsaPssOid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a");
constexpr QByteArrayView RsaSha256Oid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b");
constexpr QByteArrayView RsaSha384Oid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c");
constexpr QByteArrayView RsaSha512Oid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d");
constexpr QByteArrayView EcdsaSha256Oid("\x2a\x86\x48\xce\x3d\x04\x03\x02");
constexpr QByteArrayView EcdsaSha384Oid("\x2a\x86\x48\xce\x3d\x04\x03\x03");
constexpr QByteArrayView EcdsaSha512Oid("\x2a\x86\x48\xce\x3d\x04\x03\x04");

struct Algorithm
{
    QByteArrayView oid;
    bool hasNull = false;
    bool isGood = false;
};

Algorithm algorithmOf(QByteArrayView der)
{
    DerReader outer(der);
    const auto sequence = outer.next(0x30);
    if (!sequence)
        return {};
    DerReader inner(sequence->content);
    const auto oid = inner.next(0x06);
    if (!oid)
        return {};
    if (inner.atEnd())
        return {oid->content, false, true};
    const auto null = inner.next(0x05);
    return {oid->content, true, null && null->content.isEmpty() && inner.atEnd()};
}

const DigestPolicy *digestFor(const Algorithm &algorithm)
{
    for (const DigestPolicy &policy : DigestTable) {
        if (algorithm.isGood && policy.oid == algorithm.oid)
            return &policy;
    }
    return nullptr;
}

/// Index of the digest that a signature algorithm names, -1 when it names none.
std::optional<int> digestIndexOf(QByteArrayView oid)
{
    if (oid == RsaOid)
        return -1;
    if (oid == RsaSha256Oid || oid == EcdsaSha256Oid)
        return 0;
    if (oid == RsaSha384Oid || oid == EcdsaSha384Oid)
        return 1;
    if (oid == RsaSha512Oid || oid == EcdsaSha512Oid)
        return 2;
    return std::nullopt;
}

bool isRsaOid(QByteArrayView oid)
{
    return oid == RsaOid || oid == RsaSha256Oid || oid == RsaSha384Oid || oid == RsaSha512Oid;
}

QByteArray digestOf(const EVP_MD *md, QByteArrayView before, QByteArrayView after)
{
    const ossl::DigestContext context(EVP_MD_CTX_new());
    unsigned char out[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_DigestInit_ex(context.get(), md, nullptr) != 1
        || EVP_DigestUpdate(context.get(), before.data(), size_t(before.size())) != 1
        || EVP_DigestUpdate(context.get(), after.data(), size_t(after.size())) != 1
        || EVP_DigestFinal_ex(context.get(), out, &size) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(out), qsizetype(size));
}

ossl::Cert certificateFrom(QByteArrayView der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.data());
    ossl::Cert certificate(d2i_X509(nullptr, &cursor, long(der.size())));
    return certificate;
}

/// issuerAndSerialNumber of a certificate, cut out of its own DER: equal bytes or not his.
bool isIdentifiedBy(QByteArrayView certificate, const CmsMessage &message)
{
    DerReader outer(certificate);
    const auto sequence = outer.next(0x30);
    DerReader signedPart(sequence ? sequence->content : QByteArrayView());
    const auto tbs = signedPart.next(0x30);
    DerReader fields(tbs ? tbs->content : QByteArrayView());
    if (fields.nextTag() == 0xa0)
        (void)fields.next(0xa0); // version
    const auto serial = fields.next(0x02);
    (void)fields.next(0x30); // signature algorithm
    const auto issuer = fields.next(0x30);
    return serial && issuer && serial->whole == message.serial && issuer->whole == message.issuer;
}

/// Holds one message against the bytes it signs and collects what is wrong.
class CmsJudge
{
public:
    CmsJudge(const CmsMessage &message, CmsOutcome &outcome)
        : m_message(message)
        , m_outcome(outcome)
    {
    }

    void judge(QByteArrayView before, QByteArrayView after)
    {
        for (const QByteArrayView certificate : m_message.certificates)
            m_outcome.certificates.append(certificate.toByteArray());
        if (m_message.hasUnsignedAttributes || m_message.hasRevocationData)
            add(SignatureFault::UncheckedAttribute, u"unsigned attributes or revocation data"_s);
        const DigestPolicy *digest = digestFor(algorithmOf(m_message.digestAlgorithm));
        if (!digest)
            return add(SignatureFault::WeakAlgorithm,
                       u"digest algorithm is not of the SHA-2 family"_s);
        checkDigest(*digest, before, after);
        if (!findSigner())
            return;
        checkSigningCertificate();
        checkProtection();
        checkValue(*digest);
    }

private:
    void add(SignatureFault fault, const QString &detail)
    {
        m_outcome.findings.append({fault, detail});
    }

    void checkDigest(const DigestPolicy &digest, QByteArrayView before, QByteArrayView after)
    {
        if (m_message.contentType.isEmpty() || m_message.messageDigest.isEmpty())
            return add(SignatureFault::MalformedCms, u"content type or message digest missing"_s);
        if (digestOf(digest.make(), before, after) != m_message.messageDigest)
            add(SignatureFault::DigestMismatch, u"message digest"_s);
    }

    bool findSigner()
    {
        QList<QByteArrayView> matches;
        for (const QByteArrayView der : m_message.certificates) {
            if (isIdentifiedBy(der, m_message))
                matches.append(der);
        }
        if (matches.size() != 1) {
            add(SignatureFault::MalformedCms, u"signer's certificate missing or given twice"_s);
            return false;
        }
        m_certificate = certificateFrom(matches.first());
        const auto info = readCertificate(matches.first().toByteArray());
        if (!m_certificate || !info || !X509_get0_pubkey(m_certificate.get())) {
            add(SignatureFault::MalformedCms, u"signer's certificate unreadable"_s);
            return false;
        }
        m_outcome.signer = *info;
        return true;
    }

    void checkSigningCertificate()
    {
        // SigningCertificateV2 ::= SEQUENCE { SEQUENCE OF ESSCertIDv2, … }; the first is the
        // signer.
        DerReader outer(m_message.signingCertificate);
        const auto attribute = outer.next(0x30);
        DerReader lists(attribute ? attribute->content : QByteArrayView());
        const auto list = lists.next(0x30);
        DerReader identifiers(list ? list->content : QByteArrayView());
        const auto identifier = identifiers.next(0x30);
        DerReader fields(identifier ? identifier->content : QByteArrayView());
        const DigestPolicy *digest = &DigestTable[0];
        if (fields.nextTag() == 0x30) {
            const auto algorithm = fields.next(0x30);
            digest = algorithm ? digestFor(algorithmOf(algorithm->whole)) : nullptr;
        }
        const auto hash = fields.next(0x04);
        if (!digest || !hash)
            return add(SignatureFault::WrongSigningCertificate,
                       u"signing-certificate-v2 missing"_s);
        if (digestOf(digest->make(), m_outcome.signer.der, {}) != hash->content)
            add(SignatureFault::WrongSigningCertificate, u"names another certificate"_s);
    }

    void checkProtection()
    {
        if (m_message.algorithmProtection.isEmpty())
            return;
        DerReader outer(m_message.algorithmProtection);
        const auto sequence = outer.next(0x30);
        DerReader fields(sequence ? sequence->content : QByteArrayView());
        const auto digest = fields.next(0x30);
        const auto signature = fields.next(0xa1); // [1] IMPLICIT AlgorithmIdentifier
        DerReader algorithm(m_message.signatureAlgorithm);
        const auto used = algorithm.next(0x30);
        if (!digest || !signature || !used || digest->whole != m_message.digestAlgorithm
            || signature->content != used->content)
            add(SignatureFault::MalformedCms, u"algorithm protection differs"_s);
    }

    void checkValue(const DigestPolicy &digest)
    {
        const Algorithm algorithm = algorithmOf(m_message.signatureAlgorithm);
        const CertificateInfo &signer = m_outcome.signer;
        const bool isRsa = signer.keyKind == KeyKind::Rsa;
        const auto named = digestIndexOf(algorithm.oid);
        if (algorithm.oid == RsaPssOid)
            return add(SignatureFault::UnsupportedAlgorithm, u"RSASSA-PSS"_s);
        if (!algorithm.isGood || !named || isRsaOid(algorithm.oid) != isRsa
            || algorithm.hasNull != isRsa || (*named >= 0 && &DigestTable[*named] != &digest))
            return add(SignatureFault::WeakAlgorithm, u"signature algorithm does not fit"_s);
        if (signer.keyKind == KeyKind::Other || (isRsa && signer.keyBits < 2048))
            return add(SignatureFault::WeakAlgorithm, u"key type or size"_s);
        m_outcome.algorithm = keyName(signer) + u", "_s + QString::fromLatin1(digest.name);
        if (!hasGoodValue(digest))
            add(SignatureFault::BadSignatureValue, u"signature value"_s);
    }

    static QString keyName(const CertificateInfo &signer)
    {
        return (signer.keyKind == KeyKind::Rsa ? u"RSA-%1"_s : u"EC P-%1"_s).arg(signer.keyBits);
    }

    [[nodiscard]] bool hasGoodValue(const DigestPolicy &digest) const
    {
        // Signed is the SET OF, not the [0] that is stored: only the first byte differs.
        QByteArray attributes = m_message.signedAttributes.toByteArray();
        attributes[0] = 0x31;
        const ossl::DigestContext context(EVP_MD_CTX_new());
        const auto *value = reinterpret_cast<const unsigned char *>(m_message.signature.data());
        const auto *data = reinterpret_cast<const unsigned char *>(attributes.constData());
        const bool isGood = EVP_DigestVerifyInit(context.get(), nullptr, digest.make(), nullptr,
                                                 X509_get0_pubkey(m_certificate.get()))
                == 1
            && EVP_DigestVerify(context.get(), value, size_t(m_message.signature.size()), data,
                                size_t(attributes.size()))
                == 1;
        ERR_clear_error();
        return isGood;
    }

    const CmsMessage &m_message;
    CmsOutcome &m_outcome;
    ossl::Cert m_certificate;
};

} // namespace

CmsOutcome checkCms(QByteArrayView der, QByteArrayView before, QByteArrayView after)
{
    CmsOutcome outcome;
    const auto message = parseCms(der);
    if (message)
        CmsJudge(*message, outcome).judge(before, after);
    else
        outcome.findings.append({SignatureFault::MalformedCms, message.error().detail});
    return outcome;
}

} // namespace sipenduduk
