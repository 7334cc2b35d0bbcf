#include "common/tte/verify/Certification.h"

#include "common/tte/verify/SignatureFields.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int DefaultLevel = 2; // ISO 32000-2, table 257: when /P is missing
constexpr int NoChangesLevel = 1;
constexpr int HiddenFlags = 0x02 | 0x20; // hidden, no view
constexpr double LargestShareOfPage = 0.5;

QRectF boxOfWidget(QPDFObjectHandle widget)
{
    QPDFObjectHandle array = widget.getKey("/Rect");
    if (!array.isRectangle())
        return {};
    const auto box = array.getArrayAsRectangle();
    return QRectF(box.llx, box.lly, box.urx - box.llx, box.ury - box.lly).normalized();
}

bool isVisible(QPDFObjectHandle widget)
{
    QPDFObjectHandle flags = widget.getKey("/F");
    const bool isHidden = flags.isInteger() && (flags.getIntValue() & qint64(HiddenFlags)) != 0;
    return !isHidden && !boxOfWidget(widget).isEmpty() && widget.hasKey("/AP");
}

/// How much of one page the added looks cover, at most; 1 is all of it.
double largestShare(const PdfFile &after, const std::set<QPDFObjGen> &added)
{
    double largest = 0;
    int number = 0;
    for (QPDFObjectHandle page : after.qpdf().getAllPages()) {
        const auto geometry = pageGeometryOf(after, number++);
        QPDFObjectHandle annots = page.getKey("/Annots");
        double covered = 0;
        for (int i = 0; annots.isArray() && i < annots.getArrayNItems(); ++i) {
            QPDFObjectHandle widget = annots.getArrayItem(i);
            if (!added.contains(widget.getObjGen()) || !isVisible(widget))
                continue;
            const QRectF box = geometry ? boxOfWidget(widget) & geometry->box : QRectF();
            covered += box.width() * box.height();
        }
        if (geometry)
            largest = std::max(largest, covered / (geometry->box.width() * geometry->box.height()));
    }
    return largest;
}

} // namespace

int certificationLevel(const PdfFile &revision)
{
    QPDFObjectHandle value = revision.qpdf().getRoot().getKey("/Perms").getKeyIfDict("/DocMDP");
    if (value.isNull())
        return 0;
    QPDFObjectHandle references = value.getKeyIfDict("/Reference");
    for (int i = 0; references.isArray() && i < references.getArrayNItems(); ++i) {
        QPDFObjectHandle reference = references.getArrayItem(i);
        QPDFObjectHandle level = reference.getKeyIfDict("/TransformParams").getKeyIfDict("/P");
        if (reference.getKeyIfDict("/TransformMethod").isNameAndEquals("/DocMDP")
            && level.isInteger() && level.getIntValue() >= 1 && level.getIntValue() <= 3)
            return int(level.getIntValue());
    }
    return DefaultLevel;
}

std::optional<QString> addedFieldsViolation(const PdfFile &before, const PdfFile &after,
                                            const std::set<QPDFObjGen> &added,
                                            const std::set<QPDFObjGen> &filled)
{
    try {
        const int level = certificationLevel(before);
        if (level == NoChangesLevel && !filled.empty())
            return u"a document certified against changes was signed again"_s;
        for (const QPDFObjGen &object : added) {
            QPDFObjectHandle field = after.qpdf().getObject(object);
            const bool isTimeStamp = field.getKeyIfDict("/V").isDictionaryOfType("/DocTimeStamp");
            if (level == NoChangesLevel && !isTimeStamp)
                return u"a field was added to a document certified against changes"_s;
            if (level > 0 && isVisible(field))
                return u"a visible signature field was added to a certified document"_s;
        }
        std::set<QPDFObjGen> all = added;
        all.insert(filled.begin(), filled.end());
        if (largestShare(after, all) > LargestShareOfPage)
            return u"the look of a further signature covers a page"_s;
        return std::nullopt;
    } catch (const std::exception &) {
        return u"added fields are damaged"_s;
    }
}

} // namespace sipenduduk
