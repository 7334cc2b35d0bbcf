#include "common/tte/verify/AppendixScan.h"

#include "common/tte/verify/PdfLexer.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjGen.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const std::set<std::string> TrailerKeys{"/Size", "/Root",  "/Info", "/ID",     "/Prev",
                                        "/Type", "/Index", "/W",    "/Length", "/Filter"};

class AppendixScanner
{
public:
    AppendixScanner(const PdfFile &draft, const PdfFile &whole)
        : m_draft(draft)
        , m_whole(whole)
        , m_lexer(whole.bytes(), draft.bytes().size())
    {
    }

    Result<> scan()
    {
        for (const auto &[object, entry] : m_whole.qpdf().getXRefTable()) {
            if (entry.getType() == 1 && entry.getOffset() >= m_draft.bytes().size())
                m_objects.emplace(entry.getOffset(), object);
        }
        const qint64 start = PdfFile::lastStartXref(m_whole.bytes());
        (void)m_lexer.skipLineEnd();
        for (const auto &[offset, object] : m_objects) {
            if (!scanObject(offset, object))
                return fail(ErrorCode::Malformed, u"appendix: object %1"_s.arg(object.getObj()));
        }
        // A cross-reference stream was the last object; a table follows here.
        const bool isStream = !m_objects.empty() && m_objects.rbegin()->first == start;
        if (!isStream && (m_lexer.position() != start || !scanTable()))
            return fail(ErrorCode::Malformed, u"appendix: cross-reference table"_s);
        if (isStream && !isXrefStream(m_objects.rbegin()->second))
            return fail(ErrorCode::Malformed, u"appendix: cross-reference stream"_s);
        if (!scanEnd(start))
            return fail(ErrorCode::Malformed, u"appendix: end"_s);
        return checkTrailer();
    }

private:
    bool scanObject(qint64 offset, const QPDFObjGen &object)
    {
        if (m_lexer.position() != offset || m_lexer.number() != object.getObj()
            || !m_lexer.skip(" ") || m_lexer.number() != object.getGen() || !m_lexer.skip(" obj\n"))
            return false;
        if (!m_lexer.skipObject() || !m_lexer.skip("\n"))
            return false;
        QPDFObjectHandle handle = m_whole.qpdf().getObject(object);
        if (handle.isStream() && !scanStream(handle))
            return false;
        return m_lexer.skip("endobj\n");
    }

    bool scanStream(QPDFObjectHandle stream)
    {
        QPDFObjectHandle length = stream.getDict().getKey("/Length");
        return length.isInteger() && !length.isIndirect() && m_lexer.skip("stream\n")
            && m_lexer.skipBytes(length.getIntValue()) && m_lexer.skip("\nendstream\n");
    }

    bool isXrefStream(const QPDFObjGen &object)
    {
        return m_whole.qpdf().getObject(object).isStreamOfType("/XRef");
    }

    bool scanTable()
    {
        std::set<qint64> listed;
        if (!m_lexer.skip("xref\n"))
            return false;
        while (!m_lexer.skip("trailer\n")) {
            const qint64 first = m_lexer.number();
            const qint64 count = m_lexer.skip(" ") ? m_lexer.number() : -1;
            if (first < 0 || count < 1 || !m_lexer.skip("\n"))
                return false;
            for (qint64 i = 0; i < count; ++i) {
                if (!scanEntry(first + i, listed))
                    return false;
            }
        }
        return listed.size() == m_objects.size() && m_lexer.skipObject() && m_lexer.skip("\n");
    }

    bool scanEntry(qint64 number, std::set<qint64> &listed)
    {
        const qsizetype before = m_lexer.position();
        const qint64 offset = m_lexer.number();
        const bool isSeparated = m_lexer.position() - before == 10 && m_lexer.skip(" ");
        const qint64 generation = isSeparated ? m_lexer.number() : -1;
        const auto object = m_objects.find(offset);
        return m_lexer.position() - before == 16 && m_lexer.skip(" n \n")
            && object != m_objects.end() && object->second.getObj() == number
            && object->second.getGen() == generation && listed.insert(offset).second;
    }

    bool scanEnd(qint64 start)
    {
        return m_lexer.skip("startxref\n") && m_lexer.number() == start && m_lexer.skip("\n%%EOF\n")
            && m_lexer.atEnd();
    }

    Result<> checkTrailer()
    {
        QPDFObjectHandle trailer = m_whole.qpdf().getTrailer();
        QPDFObjectHandle before = m_draft.qpdf().getTrailer();
        for (const std::string &key : trailer.getKeys()) {
            if (!TrailerKeys.contains(key))
                return fail(ErrorCode::Malformed, u"appendix: trailer has an unknown key"_s);
        }
        QPDFObjectHandle previous = trailer.getKey("/Prev");
        const bool continues = previous.isInteger()
            && previous.getIntValue() == PdfFile::lastStartXref(m_draft.bytes())
            && trailer.getKey("/Root").unparse() == before.getKey("/Root").unparse()
            && trailer.getKey("/Info").unparse() == before.getKey("/Info").unparse();
        if (!continues)
            return fail(ErrorCode::Malformed, u"appendix: does not continue this draft"_s);
        return {};
    }

    const PdfFile &m_draft;
    const PdfFile &m_whole;
    PdfLexer m_lexer;
    std::map<qint64, QPDFObjGen> m_objects; ///< by their place in the file
};

} // namespace

Result<> scanAppendix(const PdfFile &draft, const PdfFile &whole)
{
    try {
        return AppendixScanner(draft, whole).scan();
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"appendix: damaged"_s);
    }
}

} // namespace sipenduduk
