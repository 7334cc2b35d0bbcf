#include "common/tte/verify/CmsCheck.h"

#include "common/tte/verify/CmsMessage.h"
#include "common/tte/verify/Der.h"
#include "common/tte/verify/DigestPolicy.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/err.h>

#include <QCryptographicHash>

#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr QByteArrayView RsaOid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01");
constexpr QByteArrayView RsaPssOid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a");
constexpr QByteArrayView RsaSha256Oid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b");
constexpr QByteArrayView RsaSha384Oid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c");
constexpr QByteArrayView RsaSha512Oid("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d");
constexpr QByteArrayView EcdsaSha256Oid("\x2a\x86\x48\xce\x3d\x04\x03\x02");
constexpr QByteArrayView EcdsaSha384Oid("\x2a\x86\x48\xce\x3d\x04\x03\x03");
constexpr QByteArrayView EcdsaSha512Oid("\x2a\x86\x48\xce\x3d\x04\x03\x04");

/// Whether a signature algorithm is known and names `digest` or none.
bool fitsDigest(QByteArrayView oid, const DigestPolicy &digest)
{
    if (oid == RsaSha256Oid || oid == EcdsaSha256Oid)
        return &digest == DigestPolicy::sha256();
    if (oid == RsaSha384Oid || oid == EcdsaSha384Oid)
        return &digest == DigestPolicy::sha384();
    if (oid == RsaSha512Oid || oid == EcdsaSha512Oid)
        return &digest == DigestPolicy::sha512();
    return oid == RsaOid;
}

bool isRsaOid(QByteArrayView oid)
{
    return oid == RsaOid || oid == RsaSha256Oid || oid == RsaSha384Oid || oid == RsaSha512Oid;
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
        copyParts();
        if (m_message.hasUncheckedData || m_message.timestamps.size() > 1)
            add(SignatureFault::UncheckedAttribute, u"unsigned attributes or revocation data"_s);
        const DigestPolicy *digest = DigestPolicy::named(algorithmOf(m_message.digestAlgorithm));
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

    void copyParts()
    {
        for (const QByteArrayView certificate : m_message.certificates)
            m_outcome.certificates.append(certificate.toByteArray());
        for (const QByteArrayView crl : m_message.crls)
            m_outcome.crls.append(crl.toByteArray());
        for (const QByteArrayView ocsp : m_message.ocsps)
            m_outcome.ocsps.append(ocsp.toByteArray());
        m_outcome.signatureValue = m_message.signature.toByteArray();
        if (m_message.timestamps.size() == 1)
            m_outcome.timestamp = m_message.timestamps.first().toByteArray();
    }

    void checkDigest(const DigestPolicy &digest, QByteArrayView before, QByteArrayView after)
    {
        if (m_message.contentType.isEmpty() || m_message.messageDigest.isEmpty())
            return add(SignatureFault::MalformedCms, u"content type or message digest missing"_s);
        if (digest.hash(before, after) != m_message.messageDigest)
            add(SignatureFault::DigestMismatch, u"message digest"_s);
    }

    bool findSigner()
    {
        QList<QByteArrayView> matches;
        for (const QByteArrayView der : m_message.certificates) {
            if (isIdentifiedBy(der, m_message) && !(isToken() && matches.contains(der)))
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
        const bool isOld = isToken() && m_message.signingCertificate.isEmpty();
        // SigningCertificate(V2) ::= SEQUENCE { SEQUENCE OF ESSCertID(v2), … }; the first is the
        // signer.
        DerReader outer(isOld ? m_message.signingCertificateV1 : m_message.signingCertificate);
        const auto attribute = outer.next(0x30);
        DerReader lists(attribute ? attribute->content : QByteArrayView());
        const auto list = lists.next(0x30);
        DerReader identifiers(list ? list->content : QByteArrayView());
        const auto identifier = identifiers.next(0x30);
        DerReader fields(identifier ? identifier->content : QByteArrayView());
        const DigestPolicy *digest = DigestPolicy::sha256();
        if (!isOld && fields.nextTag() == 0x30) {
            const auto algorithm = fields.next(0x30);
            digest = algorithm ? DigestPolicy::named(algorithmOf(algorithm->whole)) : nullptr;
        }
        const auto hash = fields.next(0x04);
        if (!digest || !hash)
            return add(SignatureFault::WrongSigningCertificate,
                       u"signing-certificate-v2 missing"_s);
        // Version 1 knows SHA-1 alone. It tells one certificate of an authority from another and
        // protects no content: the signature under the attribute does.
        const QByteArray own = isOld
            ? QCryptographicHash::hash(m_outcome.signer.der, QCryptographicHash::Sha1)
            : digest->hash(m_outcome.signer.der);
        if (own != hash->content)
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
        const AlgorithmIdentifier algorithm = algorithmOf(m_message.signatureAlgorithm);
        const CertificateInfo &signer = m_outcome.signer;
        const bool isRsa = signer.keyKind == KeyKind::Rsa;
        if (algorithm.oid == RsaPssOid)
            return add(SignatureFault::UnsupportedAlgorithm, u"RSASSA-PSS"_s);
        if (!algorithm.isGood || !fitsDigest(algorithm.oid, digest)
            || isRsaOid(algorithm.oid) != isRsa || algorithm.hasNull != isRsa)
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

    [[nodiscard]] bool isToken() const { return m_message.kind == CmsKind::TimestampToken; }

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

CmsOutcome checkToken(const CmsMessage &token)
{
    Q_ASSERT(token.kind == CmsKind::TimestampToken);
    CmsOutcome outcome;
    CmsJudge(token, outcome).judge(token.content, {});
    return outcome;
}

} // namespace sipenduduk
