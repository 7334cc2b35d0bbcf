#include "common/tte/verify/PatternReader.h"

#include "common/tte/verify/Certification.h"
#include "common/tte/verify/PdfLexer.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <algorithm>
#include <optional>
#include <set>

namespace sipenduduk {

namespace {

constexpr int MaxRevisionsTried = 4;
constexpr int MaxDrawingDepth = 8;

bool isEmptyValue(const QByteArray &contents)
{
    return std::ranges::all_of(contents, [](char c) { return c == '\0'; });
}

bool isSameObject(QPDFObjectHandle a, QPDFObjectHandle b)
{
    return a.unparse() == b.unparse();
}

/// Looks at every difference of two revisions and gathers the purposes that it could have.
class ChangeReader
{
public:
    ChangeReader(const PdfFile &before, const PdfFile &after)
        : m_before(before.qpdf())
        , m_after(after.qpdf())
        , m_beforeSize(before.bytes().size())
        , m_isCertified(certificationLevel(before) > 0)
    {
    }

    AttackPattern read()
    {
        const auto oldTable = m_before.getXRefTable();
        const auto newTable = m_after.getXRefTable();
        findDrawing();
        if (!isSameObject(m_before.getTrailer().getKey("/Root"),
                          m_after.getTrailer().getKey("/Root")))
            m_found.insert(oldTable.contains(m_after.getRoot().getObjGen())
                               ? AttackPattern::ShadowHideAndReplace
                               : AttackPattern::IncrementalSaving);
        for (const auto &[object, entry] : oldTable) {
            const auto now = newTable.find(object);
            if (now == newTable.end())
                m_found.insert(AttackPattern::ShadowHide);
            else
                readChange(object, entry, now->second);
        }
        return strongest();
    }

private:
    /// Fonts, and looks of form fields: what a signed page refers to, and draws as it says.
    void findDrawing()
    {
        for (QPDFObjectHandle object : m_before.getAllObjects()) {
            if (object.isDictionaryOfType("/Font"))
                reachDrawing(object, 0);
            if (object.isDictionary() && object.getKey("/Subtype").isNameAndEquals("/Widget"))
                reachDrawing(object.getKey("/AP"), 0);
        }
    }

    void reachDrawing(QPDFObjectHandle handle, int depth)
    {
        if (depth > MaxDrawingDepth
            || (handle.isIndirect() && !m_drawing.insert(handle.getObjGen()).second))
            return;
        if (handle.isStream())
            handle = handle.getDict();
        for (const std::string &key :
             handle.isDictionary() ? handle.getKeys() : std::set<std::string>())
            reachDrawing(handle.getKey(key), depth + 1);
        for (int i = 0; handle.isArray() && i < handle.getArrayNItems(); ++i)
            reachDrawing(handle.getArrayItem(i), depth + 1);
    }

    /// An entry that now points at bytes which were signed, but were no object's before.
    [[nodiscard]] bool leadsBack(const QPDFXRefEntry &old, const QPDFXRefEntry &now) const
    {
        if (now.getType() == 1)
            return now.getOffset() < m_beforeSize
                && (old.getType() != 1 || old.getOffset() != now.getOffset());
        return false;
    }

    static bool isMoved(const QPDFXRefEntry &old, const QPDFXRefEntry &now)
    {
        if (old.getType() != now.getType())
            return true;
        return old.getType() == 1 ? old.getOffset() != now.getOffset()
                                  : old.getObjStreamNumber() != now.getObjStreamNumber()
                || old.getObjStreamIndex() != now.getObjStreamIndex();
    }

    void readChange(const QPDFObjGen &object, const QPDFXRefEntry &entry, const QPDFXRefEntry &now)
    {
        if (leadsBack(entry, now)) {
            m_found.insert(AttackPattern::ShadowHideAndReplace);
            return;
        }
        if (isMoved(entry, now))
            m_found.insert(purposeOf(object));
    }

    AttackPattern purposeOf(const QPDFObjGen &object)
    {
        QPDFObjectHandle old = m_before.getObject(object);
        QPDFObjectHandle now = m_after.getObject(object);
        QPDFObjectHandle dictionary = old.isStream() ? old.getDict() : old;
        if (object == m_before.getRoot().getObjGen())
            return purposeOfCatalog(old, now);
        if (old.isDictionaryOfType("/Page"))
            return purposeOfPage(old, now);
        if (m_drawing.contains(object))
            return AttackPattern::ShadowReplace;
        if (!dictionary.isDictionary())
            return old.isArray() ? AttackPattern::None : AttackPattern::IncrementalSaving;
        if (dictionary.isDictionaryOfType("/OCG") || dictionary.hasKey("/OCGs"))
            return AttackPattern::ShadowHide;
        if (dictionary.hasKey("/FT") || dictionary.getKey("/Subtype").isNameAndEquals("/Widget"))
            return AttackPattern::ShadowReplace;
        if (dictionary.isDictionaryOfType("/Annot") || dictionary.hasKey("/Rect"))
            return annotation();
        if (old.isStream() && dictionary.hasKey("/Subtype"))
            return AttackPattern::ShadowHide; // a picture or form that may have covered something
        return old.isStream() || dictionary.hasKey("/Kids") ? AttackPattern::IncrementalSaving
                                                            : AttackPattern::None;
    }

    static AttackPattern purposeOfCatalog(QPDFObjectHandle old, QPDFObjectHandle now)
    {
        if (!now.isDictionary() || !isSameObject(old.getKey("/Pages"), now.getKey("/Pages")))
            return AttackPattern::IncrementalSaving;
        return isSameObject(old.getKey("/OCProperties"), now.getKey("/OCProperties"))
            ? AttackPattern::None
            : AttackPattern::ShadowHide;
    }

    AttackPattern purposeOfPage(QPDFObjectHandle old, QPDFObjectHandle now)
    {
        if (!now.isDictionary())
            return AttackPattern::IncrementalSaving;
        for (const std::string &key : old.getKeys()) {
            if (key != "/Annots" && !isSameObject(old.getKey(key), now.getKey(key)))
                return AttackPattern::IncrementalSaving;
        }
        if (isSameObject(old.getKey("/Annots"), now.getKey("/Annots")))
            return AttackPattern::None;
        return m_isCertified && endsWithField(now.getKey("/Annots"))
            ? AttackPattern::SneakySignature
            : annotation();
    }

    /// A look that comes as a signature field, signed or not.
    static bool endsWithField(QPDFObjectHandle annots)
    {
        const int count = annots.isArray() ? annots.getArrayNItems() : 0;
        return count > 0
            && annots.getArrayItem(count - 1).getKeyIfDict("/FT").isNameAndEquals("/Sig");
    }

    /// On a certified document an annotation may be what the certification allows.
    [[nodiscard]] AttackPattern annotation() const
    {
        return m_isCertified ? AttackPattern::EvilAnnotation : AttackPattern::IncrementalSaving;
    }

    [[nodiscard]] AttackPattern strongest() const
    {
        for (const AttackPattern pattern :
             {AttackPattern::ShadowHideAndReplace, AttackPattern::IncrementalSaving,
              AttackPattern::ShadowHide, AttackPattern::ShadowReplace,
              AttackPattern::EvilAnnotation, AttackPattern::SneakySignature}) {
            if (m_found.contains(pattern))
                return pattern;
        }
        return annotation();
    }

    QPDF &m_before;
    QPDF &m_after;
    qint64 m_beforeSize;
    bool m_isCertified;
    std::set<QPDFObjGen> m_drawing; ///< fonts and looks of fields
    std::set<AttackPattern> m_found;
};

/// Whether the file ends where the range of one of its signatures does.
bool isSignedToItsEnd(const PdfFile &file)
{
    const qsizetype size = file.bytes().size();
    const auto fields = signatureFieldsOf(file);
    return fields && std::ranges::any_of(*fields, [size](const SignatureField &field) {
               return field.byteRange.size() == 4 && field.byteRange[2] > 0
                   && field.byteRange[2] < size && field.byteRange[3] == size - field.byteRange[2];
           });
}

/// The last bytes in front that are a signed file by themselves.
std::optional<PdfFile> signedRevision(QByteArrayView bytes)
{
    qsizetype at = bytes.lastIndexOf("%%EOF");
    for (int i = 0; i < MaxRevisionsTried && at >= 0; ++i) {
        for (const QByteArrayView end : {QByteArrayView("%%EOF\r\n"), QByteArrayView("%%EOF\n"),
                                         QByteArrayView("%%EOF\r"), QByteArrayView("%%EOF")}) {
            if (at + end.size() >= bytes.size() || !bytes.sliced(at).startsWith(end))
                continue;
            auto file = PdfFile::open(bytes.first(at + end.size()));
            if (file && isSignedToItsEnd(*file))
                return std::move(*file);
        }
        at = at > 0 ? bytes.first(at).lastIndexOf("%%EOF") : -1;
    }
    return std::nullopt;
}

/// A dictionary with two ranges: readers differ in which one they take.
bool hasTwoRangesInOne(QByteArrayView bytes)
{
    qsizetype last = -1;
    for (qsizetype at = bytes.indexOf("/ByteRange"); at >= 0;
         at = bytes.indexOf("/ByteRange", at + 1)) {
        if (last >= 0 && bytes.sliced(last, at - last).indexOf("endobj") < 0)
            return true;
        last = at;
    }
    return false;
}

/// The last range of the file is none of four plain numbers.
bool hasOddRange(QByteArrayView bytes)
{
    constexpr QByteArrayView Key("/ByteRange");
    const qsizetype at = bytes.lastIndexOf(Key);
    if (at < 0)
        return false;
    PdfLexer lexer(bytes, at + Key.size());
    lexer.skipSpace();
    bool isPlain = lexer.skip("[");
    for (int i = 0; isPlain && i < 4; ++i) {
        lexer.skipSpace();
        isPlain = lexer.number() >= 0;
    }
    lexer.skipSpace();
    return !isPlain || !lexer.skip("]");
}

} // namespace

AttackPattern patternOfRange(const SignatureField &field, qint64 fileSize)
{
    const QList<qint64> &range = field.byteRange;
    const bool isForged = range.size() != 4 || field.contentsOffset < 0
        || isEmptyValue(field.contents)
        || std::ranges::any_of(
                              range, [&](qint64 n) { return n < 0 || n > fileSize; })
        || range[1] == 0 || range[3] == 0 || range[3] > fileSize - range[2];
    if (isForged)
        return AttackPattern::UniversalForgery;
    return field.contentsOffset >= range[2] + range[3]
        ? AttackPattern::IncrementalSaving // the value was copied behind what it signs
        : AttackPattern::SignatureWrapping;
}

AttackPattern patternOfContents(const QByteArray &contents)
{
    return isEmptyValue(contents) ? AttackPattern::UniversalForgery : AttackPattern::None;
}

AttackPattern patternOfChange(const PdfFile &before, const PdfFile &after)
{
    try {
        return ChangeReader(before, after).read();
    } catch (const std::exception &) {
        return AttackPattern::IncrementalSaving;
    }
}

AttackPattern patternOfLostSignature(QByteArrayView bytes, const PdfFile *file)
{
    const auto revision = signedRevision(bytes);
    if (revision)
        return file ? patternOfChange(*revision, *file) : AttackPattern::IncrementalSaving;
    if (hasTwoRangesInOne(bytes))
        return AttackPattern::SignatureWrapping;
    return hasOddRange(bytes) ? AttackPattern::UniversalForgery : AttackPattern::None;
}

} // namespace sipenduduk
