#include "common/tte/verify/SignatureFields.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using Handle = QPDFObjectHandle;

constexpr int MaxFieldDepth = 32;
constexpr size_t MaxFields = 10'000;

QByteArray bytesOf(Handle handle)
{
    return handle.isString() ? QByteArray::fromStdString(handle.getStringValue()) : QByteArray();
}

QRectF rectOf(Handle array)
{
    if (!array.isRectangle())
        return {};
    const auto rect = array.getArrayAsRectangle();
    return QRectF(rect.llx, rect.lly, rect.urx - rect.llx, rect.ury - rect.lly).normalized();
}

QList<qint64> integersOf(Handle array)
{
    QList<qint64> list;
    if (!array.isArray() || array.isIndirect())
        return list;
    for (int i = 0; i < array.getArrayNItems(); ++i) {
        Handle item = array.getArrayItem(i);
        if (!item.isInteger() || item.isIndirect())
            return {};
        list.append(item.getIntValue());
    }
    return list;
}

/// Walks the tree of fields.
class FieldWalker
{
public:
    explicit FieldWalker(const PdfFile &file)
        : m_qpdf(file.qpdf())
    {
        int number = 0;
        for (Handle page : m_qpdf.getAllPages()) {
            Handle annots = page.getKey("/Annots");
            for (int i = 0; annots.isArray() && i < annots.getArrayNItems(); ++i)
                m_pages.try_emplace(annots.getArrayItem(i).getObjGen(), number);
            ++number;
        }
    }

    bool walk()
    {
        Handle fields = m_qpdf.getRoot().getKey("/AcroForm").getKeyIfDict("/Fields");
        bool isGood = true;
        for (int i = 0; isGood && fields.isArray() && i < fields.getArrayNItems(); ++i)
            isGood = visit(fields.getArrayItem(i), QString(), false, 0);
        return isGood;
    }

    QList<SignatureField> take() { return std::move(m_found); }

private:
    bool visit(Handle field, const QString &parentName, bool isSignature, int depth)
    {
        if (!field.isDictionary())
            return true;
        if (depth > MaxFieldDepth || m_seen.size() > MaxFields
            || (field.isIndirect() && !m_seen.insert(field.getObjGen()).second))
            return false;
        QString name = parentName;
        if (field.getKey("/T").isString())
            name += (name.isEmpty() ? u""_s : u"."_s)
                + QString::fromStdString(field.getKey("/T").getUTF8Value());
        if (field.hasKey("/FT"))
            isSignature = field.getKey("/FT").isNameAndEquals("/Sig");
        if (isSignature && field.hasKey("/V"))
            add(field, name);
        Handle kids = field.getKey("/Kids");
        bool isGood = true;
        for (int i = 0; isGood && kids.isArray() && i < kids.getArrayNItems(); ++i)
            isGood = visit(kids.getArrayItem(i), name, isSignature, depth + 1);
        return isGood;
    }

    void add(Handle field, const QString &name)
    {
        Handle value = field.getKey("/V");
        SignatureField found;
        found.name = name;
        found.isOdd = !value.isDictionary() || !value.isIndirect()
            || !m_values.insert(value.getObjGen()).second;
        const auto page = m_pages.find(field.getObjGen());
        found.page = field.isIndirect() && page != m_pages.end() ? page->second : -1;
        found.rect = rectOf(field.getKey("/Rect"));
        if (value.isDictionary())
            readValue(value, found);
        m_found.append(found);
    }

    static void readValue(Handle value, SignatureField &found)
    {
        Handle contents = value.getKey("/Contents");
        found.valueObject = value.getObjectID();
        if (value.getKey("/Type").isName())
            found.type = QByteArray::fromStdString(value.getKey("/Type").getName());
        if (value.getKey("/SubFilter").isName())
            found.subFilter = QByteArray::fromStdString(value.getKey("/SubFilter").getName());
        found.byteRange = integersOf(value.getKey("/ByteRange"));
        found.contents = bytesOf(contents);
        found.contentsOffset = contents.isIndirect() ? -1 : contents.getParsedOffset();
        found.claimedAt = bytesOf(value.getKey("/M"));
        found.parafChain = bytesOf(value.getKey("/SIPENDUDUK.Paraf"));
        if (value.getKey("/SIPENDUDUK.Draf").isInteger())
            found.draftSize = value.getKey("/SIPENDUDUK.Draf").getIntValue();
    }

    QPDF &m_qpdf;
    std::map<QPDFObjGen, int> m_pages;
    std::set<QPDFObjGen> m_seen;
    std::set<QPDFObjGen> m_values;
    QList<SignatureField> m_found;
};

} // namespace

Result<QList<SignatureField>> signatureFieldsOf(const PdfFile &file)
{
    try {
        FieldWalker walker(file);
        if (!walker.walk() || !file.isClean())
            return fail(ErrorCode::Malformed, u"form fields loop or are damaged"_s);
        return walker.take();
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"form fields are damaged"_s);
    }
}

QSizeF PageGeometry::displayedSize() const
{
    return rotate % 180 == 0 ? box.size() : box.size().transposed();
}

QRectF PageGeometry::toUserSpace(const QRectF &place) const
{
    const double x = place.x();
    const double y = place.y();
    const double w = place.width();
    const double h = place.height();
    switch (rotate) {
    case 90: return {box.x() + box.width() - y - h, box.y() + x, h, w};
    case 180: return {box.x() + box.width() - x - w, box.y() + box.height() - y - h, w, h};
    case 270: return {box.x() + y, box.y() + box.height() - x - w, h, w};
    default: return {box.x() + x, box.y() + y, w, h};
    }
}

std::optional<PageGeometry> pageGeometryOf(const PdfFile &file, int page)
{
    try {
        const auto pages = file.qpdf().getAllPages();
        if (page < 0 || size_t(page) >= pages.size())
            return std::nullopt;
        QPDFPageObjectHelper helper(pages[size_t(page)]);
        PageGeometry geometry;
        const QRectF media = rectOf(helper.getMediaBox());
        geometry.box = media & rectOf(helper.getCropBox());
        Handle rotate = helper.getAttribute("/Rotate", false);
        if (rotate.isInteger())
            geometry.rotate = (int(rotate.getIntValue() % 360) + 360) % 360;
        if (geometry.box.isEmpty() || geometry.rotate % 90 != 0)
            return std::nullopt;
        return geometry;
    } catch (const std::exception &) {
        return std::nullopt;
    }
}

int pageCountOf(const PdfFile &file)
{
    try {
        return int(file.qpdf().getAllPages().size());
    } catch (const std::exception &) {
        return 0;
    }
}

} // namespace sipenduduk
