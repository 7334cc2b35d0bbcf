#include "server/documents/DeterministicPdf.h"

#include <QPdfWriter>
#include <QUuid>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <set>
#include <string>

using namespace Qt::StringLiterals;

namespace sipenduduk::DeterministicPdf {

namespace {

/// Name space of document ids; fixed for ever, since the bytes of a draft depend on it.
constexpr QUuid DocumentIds{0x5f0c1c5eu, 0x8a55, 0x4f0e, 0x9d, 0x3b, 0x1e,
                            0x6a,        0x7c,   0x42,   0x90, 0x11};

/// Not a version: an update of Qt or of this program must not change a draft's bytes.
constexpr QStringView Producer = u"SIPENDUDUK";

QByteArray xmpPacket(const PdfIdentity &identity, const QUuid &id)
{
    const QString date = identity.date.toString(Qt::ISODate) + u"T00:00:00Z"_s;
    const QString packet = QStringLiteral(
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
        " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\">\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>\n"
        "<pdf:Producer>%2</pdf:Producer>\n<xmp:CreateDate>%3</xmp:CreateDate>\n"
        "<xmpMM:DocumentID>uuid:%4</xmpMM:DocumentID>\n"
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
    return packet
        .arg(identity.title.toHtmlEscaped(), Producer.toString(), date,
             id.toString(QUuid::WithoutBraces))
        .toUtf8();
}

QPDFObjectHandle textObject(const QString &text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

QPDFObjectHandle infoDictionary(const PdfIdentity &identity)
{
    auto info = QPDFObjectHandle::newDictionary();
    info.replaceKey("/Title", textObject(identity.title));
    info.replaceKey("/Producer", textObject(Producer.toString()));
    info.replaceKey("/Creator", textObject(Producer.toString()));
    info.replaceKey("/SipendudukTemplate", textObject(identity.recipe));
    const QString date = u"D:"_s + identity.date.toString(u"yyyyMMdd"_s) + u"000000Z"_s;
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(date.toStdString()));
    return info;
}

/// "AAAAAA", "AAAAAB" … in order of first use, instead of a tag made from hash-ordered numbers.
std::string subsetTag(size_t index)
{
    std::string tag(6, 'A');
    for (size_t place = tag.size(); place-- > 0; index /= 26)
        tag.at(place) = char('A' + int(index % 26));
    return tag;
}

std::string nameWithoutTag(const std::string &name)
{
    const size_t plus = name.find('+');
    return plus == std::string::npos ? name.substr(1) : name.substr(plus + 1);
}

void renameFont(QPDFObjectHandle font, size_t index)
{
    for (QPDFObjectHandle descendant : font.getKey("/DescendantFonts").aitems()) {
        QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
        const std::string plain = nameWithoutTag(descriptor.getKey("/FontName").getName());
        const auto tagged = QPDFObjectHandle::newName("/" + subsetTag(index) + "+" + plain);
        descriptor.replaceKey("/FontName", tagged);
        descendant.replaceKey("/BaseFont", tagged);
        font.replaceKey("/BaseFont", tagged);
    }
}

void renameFonts(QPDF &pdf)
{
    std::set<QPDFObjGen> seen;
    for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages()) {
        QPDFObjectHandle fonts = page.getAttribute("/Resources", false).getKey("/Font");
        if (!fonts.isDictionary())
            continue;
        for (auto &[name, font] : fonts.ditems()) {
            if (seen.insert(font.getObjGen()).second)
                renameFont(font, seen.size() - 1);
        }
    }
}

void describe(QPDF &pdf, const PdfIdentity &identity)
{
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(infoDictionary(identity)));
    QPDFObjectHandle catalog = pdf.getRoot();
    catalog.replaceKey("/Lang", QPDFObjectHandle::newString("id-ID"));
    catalog.replaceKey("/ViewerPreferences",
                       QPDFObjectHandle::parse("<< /DisplayDocTitle true /PrintScaling /None >>"));
}

QByteArray written(QPDF &pdf)
{
    QPDFWriter out(pdf);
    out.setOutputMemory();
    out.setLinearization(false);
    out.setObjectStreamMode(qpdf_o_disable); // stays PDF 1.4
    out.setDeterministicID(true);            // else the second half of /ID comes from the clock
    out.write();
    const auto buffer = out.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

} // namespace

void prepare(QPdfWriter &writer, const PdfIdentity &identity)
{
    const QUuid id = QUuid::createUuidV5(DocumentIds, identity.key);
    writer.setDocumentId(id);
    writer.setDocumentXmpMetadata(xmpPacket(identity, id));
    writer.setTitle(identity.title);
    writer.setCreator(Producer.toString());
}

Result<QByteArray> finish(const QByteArray &painted, const PdfIdentity &identity)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("document", painted.constData(), size_t(painted.size()));
        describe(pdf, identity);
        renameFonts(pdf);
        return written(pdf);
    } catch (const std::exception &refused) {
        return fail(ErrorCode::Internal,
                    u"documents: libqpdf pass: "_s + QString::fromUtf8(refused.what()));
    }
}

} // namespace sipenduduk::DeterministicPdf
