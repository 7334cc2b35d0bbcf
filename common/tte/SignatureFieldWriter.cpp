#include "common/tte/SignatureFieldWriter.h"

#include "common/tte/PdfRevision.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <set>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QRectF boxOf(QPDFObjectHandle array)
{
    if (!array.isRectangle())
        return {};
    const auto box = array.getArrayAsRectangle();
    return QRectF(box.llx, box.lly, box.urx - box.llx, box.ury - box.lly).normalized();
}

QByteArray textString(const QString &text)
{
    return QByteArray::fromStdString(
        QPDFObjectHandle::newUnicodeString(text.toStdString()).unparse());
}

QByteArray coordinate(double value)
{
    return QByteArray::number(value, 'f', 2) + ' ';
}

QByteArray referenceTo(QPDFObjectHandle object)
{
    return QByteArray::number(object.getObjectID()) + ' '
        + QByteArray::number(object.getGeneration()) + " R";
}

} // namespace

void fillByteRange(QByteArray &appended, const SignatureGaps &gaps, qint64 sizeBefore)
{
    const qint64 end = sizeBefore + appended.size();
    const qint64 second = sizeBefore + gaps.contentsEnd;
    const QByteArray range = "0 " + QByteArray::number(sizeBefore + gaps.contents) + ' '
        + QByteArray::number(second) + ' ' + QByteArray::number(end - second);
    Q_ASSERT(range.size() <= SignatureGaps::RangeWidth);
    appended.replace(gaps.byteRange, range.size(), range);
}

Result<SignatureFieldWriter> SignatureFieldWriter::on(PdfRevision &revision,
                                                      const std::optional<SignaturePlace> &place)
{
    SignatureFieldWriter writer(revision);
    if (!writer.findPage(place ? place->page : SignaturePlace::LastPage))
        return fail(ErrorCode::InvalidArgument, u"no such page, or its box is unusable"_s);
    const QSizeF displayed =
        writer.m_rotate % 180 == 0 ? writer.m_box.size() : writer.m_box.size().transposed();
    writer.m_place = place ? place->rect : defaultSignaturePlace(displayed).rect;
    if (writer.m_place.isEmpty() || !QRectF(QPointF(), displayed).contains(writer.m_place))
        return fail(ErrorCode::InvalidArgument, u"signature place leaves the page"_s);
    return writer;
}

Result<SignatureFieldWriter> SignatureFieldWriter::invisible(PdfRevision &revision)
{
    SignatureFieldWriter writer(revision);
    const auto &pages = revision.qpdf().getAllPages();
    if (pages.empty())
        return fail(ErrorCode::InvalidArgument, u"no page"_s);
    writer.m_page = pages.front();
    return writer;
}

bool SignatureFieldWriter::findPage(int page)
{
    const auto &pages = m_revision->qpdf().getAllPages();
    const int index = page == SignaturePlace::LastPage ? int(pages.size()) - 1 : page;
    if (index < 0 || index >= int(pages.size()))
        return false;
    m_page = pages.at(size_t(index));
    QPDFPageObjectHelper helper(m_page);
    m_box = boxOf(helper.getMediaBox()) & boxOf(helper.getCropBox());
    QPDFObjectHandle rotate = helper.getAttribute("/Rotate", false);
    if (rotate.isInteger())
        m_rotate = (int(rotate.getIntValue() % 360) + 360) % 360;
    return !m_box.isEmpty() && m_rotate % 90 == 0;
}

QRectF SignatureFieldWriter::userSpaceRect() const
{
    const QRectF &p = m_place;
    switch (m_rotate) {
    case 90: return {m_box.right() - p.y() - p.height(), m_box.y() + p.x(), p.height(), p.width()};
    case 180:
        return {m_box.right() - p.x() - p.width(), m_box.bottom() - p.y() - p.height(), p.width(),
                p.height()};
    case 270: return {m_box.x() + p.y(), m_box.bottom() - p.x() - p.width(), p.height(), p.width()};
    default: return p.translated(m_box.topLeft());
    }
}

QByteArray SignatureFieldWriter::uniqueName(const QByteArray &kind) const
{
    QPDFObjectHandle fields =
        m_revision->qpdf().getRoot().getKey("/AcroForm").getKeyIfDict("/Fields");
    std::set<std::string> names;
    for (int i = 0; fields.isArray() && i < fields.getArrayNItems(); ++i) {
        QPDFObjectHandle name = fields.getArrayItem(i).getKeyIfDict("/T");
        if (name.isString())
            names.insert(name.getUTF8Value());
    }
    int number = 1;
    while (names.contains((kind + QByteArray::number(number)).toStdString()))
        ++number;
    return kind + QByteArray::number(number);
}

SignatureGaps SignatureFieldWriter::write(const SignatureValue &value, int look)
{
    const int valueObject = m_revision->newObject();
    const int field = m_revision->newObject();
    const SignatureGaps gaps = writeValue(valueObject, value);
    const QRectF rect = userSpaceRect();
    const QByteArray reference = QByteArray::number(field) + " 0 R";
    m_revision->append(field, 0,
                       "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" + uniqueName("TTE-")
                           + ") /F 132 /P " + referenceTo(m_page) + " /Rect [ "
                           + coordinate(rect.left()) + coordinate(rect.top())
                           + coordinate(rect.right()) + coordinate(rect.bottom()) + "] /V "
                           + QByteArray::number(valueObject) + " 0 R /AP << /N "
                           + QByteArray::number(look) + " 0 R >> >>");
    addToPage(reference);
    addToForm(reference);
    return gaps;
}

SignatureGaps SignatureFieldWriter::writeTimestamp(int contentsSize)
{
    const int valueObject = m_revision->newObject();
    const int field = m_revision->newObject();
    const QByteArray head = "<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161"
                            " /ByteRange [";
    const QByteArray middle = QByteArray(SignatureGaps::RangeWidth, ' ') + "] /Contents ";
    const qsizetype digits = qsizetype(contentsSize) * 2;
    const qsizetype start =
        m_revision->append(valueObject, 0, head + middle + '<' + QByteArray(digits, '0') + "> >>");
    const qsizetype contents = start + head.size() + middle.size();
    const QByteArray reference = QByteArray::number(field) + " 0 R";
    m_revision->append(field, 0,
                       "<< /Type /Annot /Subtype /Widget /FT /Sig /T (" + uniqueName("Waktu-")
                           + ") /F 132 /P " + referenceTo(m_page) + " /Rect [ 0 0 0 0 ] /V "
                           + QByteArray::number(valueObject) + " 0 R >>");
    addToPage(reference);
    addToForm(reference);
    return {start + head.size(), contents, contents + digits + 2};
}

SignatureGaps SignatureFieldWriter::writeValue(int object, const SignatureValue &value)
{
    const QByteArray head = "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
                            " /ByteRange [";
    QByteArray body = head;
    body.reserve(value.contentsSize * 2 + 2048);
    body += QByteArray(SignatureGaps::RangeWidth, ' ') + "] /Contents ";
    const qsizetype contents = body.size();
    body += '<' + QByteArray(value.contentsSize * 2, '0') + '>';
    const qsizetype contentsEnd = body.size();
    body += " /M (D:" + value.signedAt.toUTC().toString(u"yyyyMMddHHmmss'Z'"_s).toLatin1()
        + ") /Name " + textString(value.name);
    if (!value.reason.isEmpty())
        body += " /Reason " + textString(value.reason);
    body += " /SIPENDUDUK.Draf " + QByteArray::number(value.draftSize) + " /SIPENDUDUK.Paraf "
        + QByteArray::fromStdString(
                QPDFObjectHandle::newString(value.parafChain.toStdString()).unparse())
        + " >>";
    const qsizetype start = m_revision->append(object, 0, body);
    return {start + head.size(), start + contents, start + contentsEnd};
}

void SignatureFieldWriter::addToPage(const QByteArray &reference)
{
    QPDFObjectHandle annots = m_page.getKey("/Annots");
    const QByteArray items = PdfRevision::withItem(annots, reference);
    if (annots.isIndirect())
        m_revision->append(annots.getObjectID(), annots.getGeneration(), items);
    else
        m_revision->append(m_page.getObjectID(), m_page.getGeneration(),
                           PdfRevision::withMembers(m_page, {{"/Annots", items}}));
}

void SignatureFieldWriter::addToForm(const QByteArray &reference)
{
    QPDFObjectHandle root = m_revision->qpdf().getRoot();
    QPDFObjectHandle form = root.getKey("/AcroForm");
    QPDFObjectHandle fields = form.getKeyIfDict("/Fields");
    const QByteArray items = PdfRevision::withItem(fields, reference);
    std::map<std::string, QByteArray> members{{"/SigFlags", "3"_ba}};
    if (fields.isIndirect())
        m_revision->append(fields.getObjectID(), fields.getGeneration(), items);
    else
        members["/Fields"] = items;
    QPDFObjectHandle flags = form.getKeyIfDict("/SigFlags");
    if (fields.isIndirect() && flags.isInteger() && flags.getIntValue() == 3)
        return;
    const QByteArray dictionary = PdfRevision::withMembers(form, members);
    if (form.isIndirect())
        m_revision->append(form.getObjectID(), form.getGeneration(), dictionary);
    else
        m_revision->append(root.getObjectID(), root.getGeneration(),
                           PdfRevision::withMembers(root, {{"/AcroForm", dictionary}}));
}

} // namespace sipenduduk
