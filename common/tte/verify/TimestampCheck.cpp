#include "common/tte/verify/TimestampCheck.h"

#include "common/tte/verify/ChainCheck.h"
#include "common/tte/verify/CmsCheck.h"
#include "common/tte/verify/Der.h"
#include "common/tte/verify/DigestPolicy.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/err.h>

#include <QTimeZone>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxTokenSize = 64 * 1024;

struct TstInfo
{
    QByteArrayView policy; ///< OBJECT IDENTIFIER, DER
    QByteArrayView digestAlgorithm;
    QByteArrayView imprint;
    QDateTime at;
};

/// YYYYMMDDhhmmss[.f…]Z, as DER and RFC 3161 want it: no trailing zero in the fraction.
QDateTime generalizedTime(QByteArrayView text)
{
    constexpr qsizetype Seconds = 14;
    if (text.size() <= Seconds || !text.endsWith('Z'))
        return {};
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const QByteArrayView fraction = text.sliced(Seconds).chopped(1);
    const bool isPlain = fraction.isEmpty();
    const bool isShaped = std::ranges::all_of(text.first(Seconds), isDigit)
        && (isPlain
            || (fraction.size() > 1 && fraction.front() == '.' && fraction.back() != '0'
                && std::ranges::all_of(fraction.sliced(1), isDigit)));
    if (!isShaped)
        return {};
    QDateTime time =
        QDateTime::fromString(QString::fromLatin1(text.first(Seconds)), u"yyyyMMddHHmmss"_s);
    return QDateTime(time.date(), time.time(), QTimeZone::UTC);
}

/// Extensions ::= SEQUENCE OF SEQUENCE { OID, BOOLEAN DEFAULT FALSE, OCTET STRING }.
bool hasCriticalExtension(QByteArrayView extensions)
{
    DerReader reader(extensions);
    while (!reader.atEnd()) {
        const auto extension = reader.next(0x30);
        DerReader fields(extension ? extension->content : QByteArrayView());
        if (!fields.next(0x06) || fields.nextTag() == 0x01)
            return true; // a critical one, or none at all
    }
    return false;
}

/// The members behind genTime; they say nothing that counts here, but must be what they are.
bool hasGoodRest(DerReader &reader)
{
    for (const uchar tag : {uchar(0x30), uchar(0x01), uchar(0x02), uchar(0xa0)}) {
        if (reader.nextTag() == tag && !reader.next(tag)) // accuracy, ordering, nonce, tsa
            return false;
    }
    if (reader.nextTag() == 0xa1) {
        const auto extensions = reader.next(0xa1);
        if (!extensions || hasCriticalExtension(extensions->content))
            return false;
    }
    return reader.atEnd();
}

std::optional<TstInfo> tstInfoOf(QByteArrayView der)
{
    if (!isStrictDer(der))
        return std::nullopt;
    DerReader outer(der);
    const auto sequence = outer.next(0x30);
    DerReader reader(sequence ? sequence->content : QByteArrayView());
    const auto version = reader.next(0x02);
    const auto policy = reader.next(0x06);
    const auto messageImprint = reader.next(0x30);
    const auto serial = reader.next(0x02);
    const auto time = reader.next(0x18);
    if (!version || version->content != QByteArrayView("\x01") || !policy || !messageImprint
        || !serial || !time || !hasGoodRest(reader))
        return std::nullopt;
    DerReader imprint(messageImprint->content);
    const auto algorithm = imprint.next(0x30);
    const auto hash = imprint.next(0x04);
    const QDateTime at = generalizedTime(time->content);
    if (!algorithm || !hash || !imprint.atEnd() || !at.isValid())
        return std::nullopt;
    return TstInfo{policy->whole, algorithm->whole, hash->content, at};
}

QString dottedOf(QByteArrayView oid)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(oid.data());
    const std::unique_ptr<ASN1_OBJECT, ossl::Free<ASN1_OBJECT_free>> object(
        d2i_ASN1_OBJECT(nullptr, &cursor, long(oid.size())));
    char text[128] = {};
    constexpr int OnlyNumbers = 1;
    const bool isGood = object && OBJ_obj2txt(text, sizeof text, object.get(), OnlyNumbers) > 0;
    ERR_clear_error();
    return isGood ? QString::fromLatin1(text) : QString();
}

/// The critical extended key usage timeStamping and no other (RFC 3161, 2.3), and a key usage,
/// where there is one, for signatures alone.
bool isForTimestampsOnly(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const ossl::Cert certificate(d2i_X509(nullptr, &cursor, long(der.size())));
    if (!certificate || X509_check_ca(certificate.get()) != 0)
        return false;
    int isCritical = 0;
    const std::unique_ptr<EXTENDED_KEY_USAGE, ossl::Free<EXTENDED_KEY_USAGE_free>> purposes(
        static_cast<EXTENDED_KEY_USAGE *>(
            X509_get_ext_d2i(certificate.get(), NID_ext_key_usage, &isCritical, nullptr)));
    ERR_clear_error();
    constexpr uint32_t Signing = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
    const uint32_t usage = X509_get_key_usage(certificate.get());
    const bool isSigning =
        usage == UINT32_MAX || ((usage & Signing) != 0 && (usage & ~Signing) == 0);
    return isSigning && isCritical == 1 && sk_ASN1_OBJECT_num(purposes.get()) == 1
        && OBJ_obj2nid(sk_ASN1_OBJECT_value(purposes.get(), 0)) == NID_time_stamp;
}

/// What a defect of a signature means when the signature is a time stamp's.
SignatureFault timestampFaultFor(SignatureFault fault)
{
    switch (fault) {
    case SignatureFault::DigestMismatch:
    case SignatureFault::BadSignatureValue:
    case SignatureFault::WrongSigningCertificate: return SignatureFault::BadTimestampValue;
    case SignatureFault::MalformedCms: return SignatureFault::MalformedTimestamp;
    default: return fault; // algorithms, and what is not evaluated
    }
}

/// Reasons after which time stamps made before stay good (RFC 3161, 4): unspecified where it is
/// spelled out, affiliationChanged, superseded, cessationOfOperation.
bool isHarmless(int reason)
{
    return reason == 0 || (reason >= 3 && reason <= 5);
}

class TimestampJudge
{
public:
    TimestampJudge(const TimestampContext &context, TimestampOutcome &outcome)
        : m_context(context)
        , m_outcome(outcome)
    {
    }

    void judge(QByteArrayView token, QByteArrayView before, QByteArrayView after)
    {
        if (token.size() > MaxTokenSize)
            return add(SignatureFault::MalformedTimestamp, u"token too large"_s);
        const auto message = parseCms(token, CmsKind::TimestampToken);
        if (!message)
            return add(SignatureFault::MalformedTimestamp, message.error().detail);
        const auto info = tstInfoOf(message->content);
        if (!info)
            return add(SignatureFault::MalformedTimestamp, u"TSTInfo"_s);
        m_outcome.policy = dottedOf(info->policy);
        checkImprint(*info, before, after);
        checkSignature(*message, *info);
        if (m_outcome.findings.isEmpty())
            m_outcome.at = info->at;
    }

private:
    void add(SignatureFault fault, const QString &detail)
    {
        m_outcome.findings.append({fault, u"time stamp: "_s + detail});
    }

    void checkImprint(const TstInfo &info, QByteArrayView before, QByteArrayView after)
    {
        const DigestPolicy *digest = DigestPolicy::named(algorithmOf(info.digestAlgorithm));
        if (!digest)
            return add(SignatureFault::WeakAlgorithm, u"imprint is not of the SHA-2 family"_s);
        if (digest->hash(before, after) != info.imprint)
            add(SignatureFault::WrongTimestamp, u"imprint of other bytes"_s);
    }

    void checkSignature(const CmsMessage &message, const TstInfo &info)
    {
        const CmsOutcome cms = checkToken(message);
        for (const SignatureFinding &finding : cms.findings)
            add(timestampFaultFor(finding.fault), finding.detail);
        if (!cms.timestamp.isEmpty() || !cms.crls.isEmpty() || !cms.ocsps.isEmpty())
            add(SignatureFault::UncheckedAttribute, u"data beside its signature"_s);
        m_outcome.authority = cms.signer;
        m_outcome.algorithm = cms.algorithm;
        if (cms.signer.der.isEmpty())
            return;
        if (!isForTimestampsOnly(cms.signer.der))
            add(SignatureFault::WrongTimestampCertificate, u"certificate is not for time stamps"_s);
        checkAuthority(cms, info.at);
    }

    void checkAuthority(const CmsOutcome &cms, const QDateTime &at)
    {
        const QList<QByteArray> others = cms.certificates + m_context.certificates;
        const ChainOutcome then = checkChain(cms.signer.der, others, m_context.anchors, at);
        if (then.state == ChainState::OutOfDate)
            return add(SignatureFault::WrongTimestampCertificate, then.detail);
        if (then.state == ChainState::Untrusted)
            return add(SignatureFault::UntrustedTimestamp, then.detail);
        checkRevocation(then.certificates, at);
        const bool allUsed = std::ranges::all_of(cms.certificates, [&](const QByteArray &der) {
            return then.certificates.contains(der);
        });
        if (!allUsed)
            add(SignatureFault::UncheckedAttribute, u"certificate of no chain"_s);
        if (m_context.until <= at)
            return;
        const ChainOutcome now =
            checkChain(cms.signer.der, others, m_context.anchors, m_context.until);
        if (now.state != ChainState::Trusted)
            add(SignatureFault::ExpiredTimestamp, now.detail);
    }

    void checkRevocation(const QList<QByteArray> &chain, const QDateTime &at)
    {
        m_outcome.revocation = m_context.evidence.check(chain, at, m_context.now);
        const RevocationOutcome &found = m_outcome.revocation;
        if (found.hasUnusable)
            add(SignatureFault::UnusableRevocation, u"revocation of its authority"_s);
        if (found.state != RevocationState::Revoked)
            return;
        if (found.revokedAt <= at)
            add(SignatureFault::WrongTimestampCertificate, u"revoked before"_s);
        else if (found.revokedAt <= m_context.until && !isHarmless(found.reason))
            add(SignatureFault::ExpiredTimestamp, u"revoked since"_s);
    }

    const TimestampContext &m_context;
    TimestampOutcome &m_outcome;
};

} // namespace

TimestampOutcome checkTimestamp(QByteArrayView token, QByteArrayView before, QByteArrayView after,
                                const TimestampContext &context)
{
    TimestampOutcome outcome;
    TimestampJudge(context, outcome).judge(token, before, after);
    return outcome;
}

} // namespace sipenduduk
