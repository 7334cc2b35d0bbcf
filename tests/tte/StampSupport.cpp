#include "tests/tte/StampSupport.h"

#include "common/tte/PdfRevision.h"
#include "common/tte/verify/Der.h"
#include "tests/tte/AttackSupport.h"

#include <catch2/catch_test_macros.hpp>

#include <qpdf/QPDF.hh>

#include <map>

using namespace Qt::StringLiterals;

namespace sipenduduk::test {

namespace {

ossl::Cms parsedCms(const QByteArray &file)
{
    const QByteArray der = cmsOf(file);
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    ossl::Cms cms(d2i_CMS_ContentInfo(nullptr, &cursor, long(der.size())));
    REQUIRE(cms);
    return cms;
}

CMS_SignerInfo *onlySigner(const ossl::Cms &cms)
{
    auto *signers = CMS_get0_SignerInfos(cms.get());
    REQUIRE(sk_CMS_SignerInfo_num(signers) == 1);
    return sk_CMS_SignerInfo_value(signers, 0);
}

/// A value in DER.
QByteArray derValue(uchar tag, const QByteArray &content)
{
    QByteArray header(1, char(tag));
    if (content.size() >= 0x100)
        header += QByteArray("\x82") + char(content.size() >> 8);
    else if (content.size() >= 0x80)
        header += '\x81';
    return header + char(content.size() & 0xff) + content;
}

/// An array of new streams that hold these items.
QByteArray streamsOf(PdfRevision &revision, const QList<QByteArray> &items)
{
    QByteArray array = "[";
    for (const QByteArray &item : items) {
        const int number = revision.newObject();
        revision.append(number, 0,
                        "<< /Length " + QByteArray::number(item.size()) + " >>\nstream\n" + item
                            + "\nendstream");
        array += ' ' + QByteArray::number(number) + " 0 R";
    }
    return array + " ]";
}

} // namespace

QByteArray officersFile(const QByteArray &draft)
{
    static std::map<QByteArray, QByteArray> made;
    QByteArray &file = made[draft];
    if (file.isEmpty())
        file = draft + Signer(officer()).sign(draft).value().appendix;
    return file;
}

PdfVerification judgeAll(const QByteArray &file, const QDateTime &at)
{
    return PdfSignatureVerifier(allAnchors()).verify(file, at);
}

std::string findingsOf(const PdfVerification &report)
{
    std::string text;
    const auto addAll = [&](const QList<SignatureFinding> &findings) {
        for (const SignatureFinding &finding : findings)
            text += std::to_string(int(finding.fault)) + ' ' + finding.detail.toStdString() + '\n';
    };
    addAll(report.findings);
    for (const VerifiedSignature &signature : report.signatures)
        addAll(signature.findings);
    return text;
}

QByteArray signatureValueOf(const QByteArray &file)
{
    const ossl::Cms cms = parsedCms(file);
    const ASN1_OCTET_STRING *value = CMS_SignerInfo_get0_signature(onlySigner(cms));
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)),
                      ASN1_STRING_length(value));
}

QByteArray withUnsigned(const QByteArray &file,
                        const QList<std::pair<QByteArray, QByteArray>> &attributes)
{
    const ossl::Cms cms = parsedCms(file);
    for (const auto &[type, value] : attributes)
        REQUIRE(CMS_unsigned_add1_attr_by_txt(onlySigner(cms), type.constData(), V_ASN1_SEQUENCE,
                                              value.constData(), int(value.size()))
                == 1);
    unsigned char *der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &der);
    const ossl::Bytes owner(der);
    return withCms(file, QByteArray(reinterpret_cast<const char *>(der), size));
}

QByteArray withRevocationInfo(const QByteArray &file, const QByteArray &choices, char version)
{
    const QByteArray der = cmsOf(file);
    DerReader outer(der);
    DerReader info(outer.next(0x30)->content);
    const QByteArray type = info.next(0x06)->whole.toByteArray();
    DerReader wrapper(info.next(0xa0)->content);
    DerReader data(wrapper.next(0x30)->content);
    REQUIRE(data.next(0x02));
    QByteArray parts = derValue(0x02, QByteArray(1, version));
    for (const uchar tag : {uchar(0x31), uchar(0x30), uchar(0xa0)})
        parts += data.next(tag)->whole.toByteArray();
    parts += derValue(0xa1, choices) + data.next(0x31)->whole.toByteArray();
    return withCms(file, derValue(0x30, type + derValue(0xa0, derValue(0x30, parts))));
}

QByteArray stampedFile(const QByteArray &file, const TestTsa &tsa)
{
    return withUnsigned(file, {{TimestampAttribute, tsa.stamp(signatureValueOf(file))}});
}

void addDss(PdfRevision &revision, const ValidationData &data)
{
    const int dss = revision.newObject();
    const QByteArray body = "<< /Type /DSS /Certs " + streamsOf(revision, data.certificates)
        + " /OCSPs " + streamsOf(revision, data.ocsps) + " /CRLs " + streamsOf(revision, data.crls)
        + " >>";
    revision.append(dss, 0, body);
    QPDFObjectHandle root = revision.qpdf().getRoot();
    revision.append(root.getObjectID(), root.getGeneration(),
                    PdfRevision::withMembers(root, {{"/DSS", QByteArray::number(dss) + " 0 R"}}));
}

QByteArray withDss(const QByteArray &file, const ValidationData &data)
{
    return updated(file, [&](PdfRevision &revision) { addDss(revision, data); });
}

QByteArray withTimestampField(const QByteArray &file, const DocumentTimestampShape &shape)
{
    constexpr qsizetype RangeWidth = 36; // what withRange() fills
    constexpr qsizetype ContentsDigits = 16'384;
    const QByteArray changed = updated(file, [&](PdfRevision &r) {
        const int value = r.newObject();
        const int field = r.newObject();
        const QByteArray reference = QByteArray::number(field) + " 0 R";
        r.append(value, 0,
                 "<< /Type " + shape.type
                     + " /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /ByteRange ["
                     + QByteArray(RangeWidth, ' ') + "] /Contents <"
                     + QByteArray(ContentsDigits, '0') + "> >>");
        QByteArray look;
        if (!shape.look.isEmpty()) {
            const int number = r.newObject();
            r.append(number, 0,
                     "<< /Type /XObject /Subtype /Form /BBox [ 0 0 100 100 ] /Length "
                         + QByteArray::number(shape.look.size()) + " >>\nstream\n" + shape.look
                         + "\nendstream");
            look = " /AP << /N " + QByteArray::number(number) + " 0 R >>";
        }
        r.append(field, 0,
                 "<< /Type /Annot /Subtype /Widget /FT /Sig /F 132 /T (DTS-"
                     + QByteArray::number(field) + ") /Rect [ " + shape.rect + " ]" + look + " /V "
                     + QByteArray::number(value) + " 0 R >>");
        QPDFObjectHandle page = r.qpdf().getAllPages().at(0);
        r.append(
            page.getObjectID(), page.getGeneration(),
            PdfRevision::withMembers(
                page, {{"/Annots", PdfRevision::withItem(page.getKey("/Annots"), reference)}}));
        QPDFObjectHandle root = r.qpdf().getRoot();
        QPDFObjectHandle form = root.getKey("/AcroForm");
        REQUIRE_FALSE(form.isIndirect());
        const QByteArray fields = PdfRevision::withItem(form.getKeyIfDict("/Fields"), reference);
        r.append(root.getObjectID(), root.getGeneration(),
                 PdfRevision::withMembers(
                     root, {{"/AcroForm", "<< /Fields " + fields + " /SigFlags 3 >>"}}));
    });
    const auto [start, end] = gapOf(changed);
    return withRange(changed, {0, start, end, changed.size() - end});
}

QByteArray withDocumentTimestamp(const QByteArray &file, const TestTsa &tsa,
                                 const DocumentTimestampShape &shape)
{
    const QByteArray prepared = withTimestampField(file, shape);
    return withCms(prepared, tsa.stamp(signedBytesOf(prepared)));
}

} // namespace sipenduduk::test
