#include "common/tte/verify/HiddenObjects.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <QList>

#include <map>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxRevisions = 32;

/// Where objects begin and where the data of streams lie, of all revisions together.
class ObjectPlaces
{
public:
    void add(const PdfFile &revision)
    {
        for (const auto &[object, entry] : revision.qpdf().getXRefTable()) {
            if (entry.getType() != 1 || !m_starts.insert(entry.getOffset()).second)
                continue;
            QPDFObjectHandle handle = revision.qpdf().getObject(object);
            QPDFObjectHandle length =
                handle.isStream() ? handle.getDict().getKey("/Length") : QPDFObjectHandle();
            if (handle.isStream() && length.isInteger())
                m_streams[handle.getParsedOffset()] =
                    handle.getParsedOffset() + length.getIntValue();
        }
    }

    [[nodiscard]] bool isStart(qint64 offset) const { return m_starts.contains(offset); }

    [[nodiscard]] bool isInStream(qint64 offset) const
    {
        const auto after = m_streams.upper_bound(offset);
        return after != m_streams.begin() && offset < std::prev(after)->second;
    }

private:
    std::set<qint64> m_starts;
    std::map<qint64, qint64> m_streams; ///< first byte → byte after the last
};

/// Start of the "12 0 obj" whose word "obj" stands at `at`; -1 when it is none.
qint64 startOfDefinition(QByteArrayView bytes, qsizetype at)
{
    const auto isDigit = [&](qsizetype i) { return i >= 0 && bytes[i] >= '0' && bytes[i] <= '9'; };
    const auto isSpace = [&](qsizetype i) {
        return i >= 0
            && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t'
                || bytes[i] == '\f' || bytes[i] == '\0');
    };
    qsizetype i = at - 1;
    for (int number = 0; number < 2; ++number) {
        if (!isSpace(i))
            return -1;
        while (isSpace(i))
            --i;
        if (!isDigit(i))
            return -1;
        while (isDigit(i))
            --i;
    }
    return i + 1;
}

/// Ends of revisions before the last one. A file may have more than are looked at: then the
/// objects of those in the middle count as hidden, which is the safe side.
QList<qsizetype> earlierEnds(QByteArrayView bytes)
{
    QList<qsizetype> ends;
    qsizetype at = bytes.lastIndexOf("%%EOF");
    while (at > 0 && ends.size() < MaxRevisions) {
        at = bytes.first(at).lastIndexOf("%%EOF");
        if (at > 0)
            ends.append(at + qsizetype(qstrlen("%%EOF")));
    }
    return ends;
}

std::optional<QString> unlistedObject(const PdfFile &file)
{
    const QByteArrayView bytes = file.bytes();
    ObjectPlaces places;
    places.add(file);
    for (const qsizetype end : earlierEnds(bytes)) {
        if (const auto earlier = PdfFile::open(bytes.first(end)))
            places.add(*earlier);
    }
    for (qsizetype at = bytes.indexOf("obj"); at >= 0; at = bytes.indexOf("obj", at + 1)) {
        const qint64 start = startOfDefinition(bytes, at);
        if (start >= 0 && !places.isStart(start) && !places.isInStream(start))
            return u"an object that no table lists lies at byte %1"_s.arg(start);
    }
    return std::nullopt;
}

/// Everything that the trailer leads to.
std::set<QPDFObjGen> reachable(QPDF &qpdf)
{
    std::set<QPDFObjGen> reached;
    std::vector<QPDFObjectHandle> open{qpdf.getTrailer()};
    while (!open.empty()) {
        QPDFObjectHandle handle = open.back();
        open.pop_back();
        if (handle.isIndirect() && !reached.insert(handle.getObjGen()).second)
            continue;
        if (handle.isStream())
            handle = handle.getDict();
        if (handle.isDictionary()) {
            for (const auto &[key, value] : handle.ditems())
                open.push_back(value);
        } else if (handle.isArray()) {
            for (const QPDFObjectHandle &item : handle.aitems())
                open.push_back(item);
        }
    }
    return reached;
}

std::optional<QString> unreachablePage(const PdfFile &file)
{
    const auto reached = reachable(file.qpdf());
    for (QPDFObjectHandle object : file.qpdf().getAllObjects()) {
        const bool isPart = object.isDictionaryOfType("/Page")
            || object.isDictionaryOfType("/Pages") || object.isDictionaryOfType("/Catalog");
        if (isPart && !reached.contains(object.getObjGen()))
            return u"object %1 is a page or catalog that nothing leads to"_s.arg(
                object.getObjectID());
    }
    return std::nullopt;
}

} // namespace

std::optional<QString> hiddenObject(const PdfFile &file)
{
    if (auto unlisted = unlistedObject(file))
        return unlisted;
    return unreachablePage(file);
}

} // namespace sipenduduk
