#include "common/tte/verify/CmsMessage.h"

#include "common/tte/verify/Der.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

enum Tag : uchar {
    Integer = 0x02,
    Octets = 0x04,
    Oid = 0x06,
    Sequence = 0x30,
    Set = 0x31,
    Context0 = 0xa0,
    Context1 = 0xa1
};

constexpr QByteArrayView SignedDataOid("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02");
constexpr QByteArrayView DataOid("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01");
constexpr QByteArrayView ContentTypeOid("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x03");
constexpr QByteArrayView MessageDigestOid("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04");
constexpr QByteArrayView AlgorithmProtectionOid("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x34");
constexpr QByteArrayView SigningCertificateOid("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x2f");
constexpr QByteArrayView SigningCertificateV1Oid("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x0c");
constexpr QByteArrayView TstInfoOid("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x04");
constexpr QByteArrayView TimestampOid("\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x0e");
constexpr QByteArrayView OcspResponseOid("\x2b\x06\x01\x05\x05\x07\x10\x02");
constexpr QByteArrayView VersionOne("\x01");
constexpr QByteArrayView VersionThree("\x03");
constexpr QByteArrayView VersionFive("\x05");

/// Walks over a SignedData; the first thing that is not as it must be ends it.
class CmsParser
{
public:
    explicit CmsParser(CmsKind kind) { m_message.kind = kind; }

    Result<CmsMessage> parse(QByteArrayView der)
    {
        if (!isStrictDer(der))
            return fail(ErrorCode::Malformed, u"CMS is not strict DER"_s);
        DerReader outer(der);
        DerReader info(require(outer, Sequence));
        check(require(info, Oid) == SignedDataOid, "content type");
        DerReader wrapper(require(info, Context0));
        check(info.atEnd(), "ContentInfo");
        DerReader data(require(wrapper, Sequence));
        check(wrapper.atEnd(), "content");
        readSignedData(data);
        if (!m_fault.isEmpty())
            return fail(ErrorCode::Malformed, u"CMS: "_s + QString::fromLatin1(m_fault));
        return m_message;
    }

private:
    void check(bool isGood, const char *what)
    {
        if (!isGood && m_fault.isEmpty())
            m_fault = what;
    }

    QByteArrayView require(DerReader &reader, uchar tag)
    {
        const auto value = reader.next(tag);
        check(value.has_value(), "missing member");
        return value ? value->content : QByteArrayView();
    }

    QByteArrayView requireWhole(DerReader &reader, uchar tag)
    {
        const auto value = reader.next(tag);
        check(value.has_value(), "missing member");
        return value ? value->whole : QByteArrayView();
    }

    void readSignedData(DerReader &data)
    {
        const QByteArrayView version = require(data, Integer);
        DerReader digests(require(data, Set));
        const QByteArrayView digest = requireWhole(digests, Sequence);
        check(digests.atEnd(), "more than one digest algorithm");
        readContent(require(data, Sequence));
        if (data.nextTag() == Context0)
            readCertificates(require(data, Context0));
        if (data.nextTag() == Context1)
            readRevocation(require(data, Context1));
        check(version == expectedVersion(), "SignedData version");
        DerReader signers(require(data, Set));
        check(data.atEnd(), "SignedData");
        readSigner(require(signers, Sequence));
        check(signers.atEnd(), "more than one SignerInfo");
        check(m_message.digestAlgorithm == digest, "digest algorithms differ");
    }

    void readContent(QByteArrayView bytes)
    {
        DerReader reader(bytes);
        const QByteArrayView type = require(reader, Oid);
        if (isToken()) {
            DerReader wrapper(require(reader, Context0));
            m_message.content = require(wrapper, Octets);
            check(wrapper.atEnd(), "content");
        }
        check(type == contentType() && reader.atEnd(), "encapsulated content");
    }

    void readRevocation(QByteArrayView bytes)
    {
        DerReader reader(bytes);
        while (m_fault.isEmpty() && !reader.atEnd()) {
            const auto item = reader.next();
            check(item.has_value(), "revocation data");
            if (item && item->tag == Sequence)
                m_message.crls.append(item->whole);
            else if (item)
                readOtherRevocation(*item);
        }
    }

    void readOtherRevocation(const DerValue &item)
    {
        m_hasOtherRevocation = true;
        DerReader reader(item.content);
        const auto format = reader.next(Oid);
        const auto answer = reader.next(Sequence);
        if (item.tag == Context1 && format && format->content == OcspResponseOid && answer
            && reader.atEnd())
            m_message.ocsps.append(answer->whole);
        else
            m_message.hasUncheckedData = true;
    }

    void readCertificates(QByteArrayView bytes)
    {
        DerReader reader(bytes);
        while (m_fault.isEmpty() && !reader.atEnd())
            m_message.certificates.append(requireWhole(reader, Sequence));
    }

    void readSigner(QByteArrayView bytes)
    {
        DerReader signer(bytes);
        check(require(signer, Integer) == VersionOne, "SignerInfo version");
        DerReader identifier(require(signer, Sequence));
        m_message.issuer = requireWhole(identifier, Sequence);
        m_message.serial = requireWhole(identifier, Integer);
        check(identifier.atEnd(), "signer identifier");
        m_message.digestAlgorithm = requireWhole(signer, Sequence);
        m_message.signedAttributes = requireWhole(signer, Context0);
        m_message.signatureAlgorithm = requireWhole(signer, Sequence);
        m_message.signature = require(signer, Octets);
        if (signer.nextTag() == Context1)
            readUnsigned(require(signer, Context1));
        check(signer.atEnd(), "SignerInfo");
        readAttributes();
    }

    void readUnsigned(QByteArrayView bytes)
    {
        DerReader reader(bytes);
        check(!reader.atEnd(), "empty unsigned attributes");
        while (m_fault.isEmpty() && !reader.atEnd()) {
            DerReader attribute(require(reader, Sequence));
            const QByteArrayView type = require(attribute, Oid);
            DerReader values(require(attribute, Set));
            const auto value = values.next();
            check(attribute.atEnd(), "unsigned attribute");
            if (value && value->tag == Sequence && values.atEnd() && type == TimestampOid)
                m_message.timestamps.append(value->whole);
            else
                m_message.hasUncheckedData = true;
        }
    }

    void readAttributes()
    {
        DerReader outer(m_message.signedAttributes);
        DerReader reader(require(outer, Context0));
        QByteArrayView before;
        QList<QByteArrayView> types;
        while (m_fault.isEmpty() && !reader.atEnd()) {
            const auto attribute = reader.next(Sequence);
            check(attribute.has_value(), "attribute");
            if (!attribute)
                return;
            // SET OF in DER: ascending as byte strings, a shorter one padded with zeros.
            check(
                std::ranges::lexicographical_compare(before, attribute->whole, {}, toByte, toByte),
                "attributes are not sorted");
            before = attribute->whole;
            readAttribute(attribute->content, types);
        }
    }

    void readAttribute(QByteArrayView bytes, QList<QByteArrayView> &types)
    {
        DerReader attribute(bytes);
        const QByteArrayView type = require(attribute, Oid);
        DerReader values(require(attribute, Set));
        const auto value = values.next();
        check(value && values.atEnd() && attribute.atEnd(), "attribute has not one value");
        check(!types.contains(type), "attribute given twice");
        types.append(type);
        if (value)
            store(type, *value);
    }

    void store(QByteArrayView type, const DerValue &value)
    {
        if (type == ContentTypeOid) {
            check(value.tag == Oid && value.content == contentType(), "content type attribute");
            m_message.contentType = value.content;
        } else if (type == MessageDigestOid) {
            check(value.tag == Octets, "message digest attribute");
            m_message.messageDigest = value.content;
        } else if (type == SigningCertificateOid) {
            m_message.signingCertificate = value.whole;
        } else if (type == SigningCertificateV1Oid) {
            m_message.signingCertificateV1 = value.whole;
        } else if (type == AlgorithmProtectionOid) {
            m_message.algorithmProtection = value.whole;
        }
    }

    [[nodiscard]] bool isToken() const { return m_message.kind == CmsKind::TimestampToken; }
    [[nodiscard]] QByteArrayView contentType() const { return isToken() ? TstInfoOid : DataOid; }
    /// RFC 5652, 5.1: 5 with revocation data that are no CRL, else 3 for anything but id-data.
    [[nodiscard]] QByteArrayView expectedVersion() const
    {
        if (m_hasOtherRevocation)
            return VersionFive;
        return isToken() ? VersionThree : VersionOne;
    }
    static uchar toByte(char c) { return uchar(c); }

    CmsMessage m_message;
    QByteArray m_fault;
    bool m_hasOtherRevocation = false;
};

} // namespace

Result<CmsMessage> parseCms(QByteArrayView der, CmsKind kind)
{
    return CmsParser(kind).parse(der);
}

} // namespace sipenduduk
