#include "common/tte/PdfRevision.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <QByteArrayList>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype ExpectedSize = 64 * 1024;
constexpr qsizetype StartXrefTail = 64;

/// What the last `startxref` says; -1 when the file does not end with it.
qint64 startXrefOf(const QByteArray &draft)
{
    const QByteArray tail = draft.last(std::min(draft.size(), StartXrefTail));
    const qsizetype keyword = tail.lastIndexOf("startxref");
    if (keyword < 0)
        return -1;
    const QByteArrayList words = tail.sliced(keyword).simplified().split(' ');
    bool isNumber = false;
    const qint64 offset = words.value(1).toLongLong(&isNumber);
    return isNumber && words.size() == 3 && words.at(2) == "%%EOF" && offset > 0
            && offset < draft.size()
        ? offset
        : -1;
}

Result<> checkReadable(QPDF &qpdf)
{
    QPDFObjectHandle root = qpdf.getRoot();
    if (qpdf.isEncrypted() || qpdf.getTrailer().hasKey("/XRefStm"))
        return fail(ErrorCode::Unsupported, u"encrypted or hybrid-reference PDF"_s);
    if (!root.isDictionary() || !root.isIndirect() || qpdf.anyWarnings())
        return fail(ErrorCode::Malformed, u"PDF needs repair"_s);
    if (!root.getKey("/Perms").getKeyIfDict("/DocMDP").isNull()
        || !root.getKey("/AcroForm").getKeyIfDict("/XFA").isNull())
        return fail(ErrorCode::Unsupported, u"certified or XFA PDF"_s);
    return {};
}

/// Big-endian, `width` bytes.
void appendBigEndian(QByteArray &out, qint64 value, int width)
{
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8)
        out += char((value >> shift) & 0xff);
}

/// One line of a table: ten digits, five digits, 20 bytes in all.
QByteArray tableLine(qint64 offset, int generation)
{
    return QByteArray::number(offset).rightJustified(10, '0') + ' '
        + QByteArray::number(generation).rightJustified(5, '0') + " n \n";
}

} // namespace

PdfRevision::PdfRevision(std::unique_ptr<QPDF> qpdf, const QByteArray &draft)
    : m_qpdf(std::move(qpdf))
    , m_draft(draft)
{
    m_out.reserve(ExpectedSize);
    if (!draft.endsWith('\n') && !draft.endsWith('\r'))
        m_out += '\n';
}
PdfRevision::PdfRevision(PdfRevision &&) noexcept = default;
PdfRevision &PdfRevision::operator=(PdfRevision &&) noexcept = default;
PdfRevision::~PdfRevision() = default;

Result<PdfRevision> PdfRevision::open(const QByteArray &draft)
{
    if (!draft.startsWith("%PDF-"))
        return fail(ErrorCode::Malformed, u"no PDF header at the start"_s);
    try {
        auto qpdf = std::make_unique<QPDF>();
        qpdf->setSuppressWarnings(true);
        qpdf->setAttemptRecovery(false);
        qpdf->processMemoryFile("draft", draft.constData(), size_t(draft.size()));
        if (const auto readable = checkReadable(*qpdf); !readable)
            return std::unexpected(readable.error());
        PdfRevision revision(std::move(qpdf), draft);
        revision.m_previous = startXrefOf(draft);
        if (revision.m_previous < 0)
            return fail(ErrorCode::Malformed, u"no startxref at the end"_s);
        const auto table = revision.m_qpdf->getXRefTable();
        const int last = table.empty() ? 0 : table.rbegin()->first.getObj();
        QPDFObjectHandle size = revision.m_qpdf->getTrailer().getKey("/Size");
        revision.m_nextObject = std::max(last + 1, size.isInteger() ? size.getIntValueAsInt() : 1);
        return revision;
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"PDF is damaged or needs a password"_s);
    }
}

int PdfRevision::newObjects(int count)
{
    const int first = m_nextObject;
    m_nextObject += count;
    return first;
}

qsizetype PdfRevision::append(int object, int generation, const QByteArray &body)
{
    m_entries[object] = {generation, m_draft.size() + m_out.size()};
    m_out += QByteArray::number(object) + ' ' + QByteArray::number(generation) + " obj\n";
    const qsizetype start = m_out.size();
    m_out += body;
    m_out += "\nendobj\n";
    return start;
}

QByteArray PdfRevision::withMembers(QPDFObjectHandle dictionary,
                                    const std::map<std::string, QByteArray> &replaced)
{
    QByteArray out = "<<";
    if (dictionary.isDictionary()) {
        for (const std::string &key : dictionary.getKeys()) {
            if (replaced.contains(key))
                continue;
            out += ' ';
            out += QPDFObjectHandle::newName(key).unparse();
            out += ' ';
            out += dictionary.getKey(key).unparse();
        }
    }
    for (const auto &[key, value] : replaced)
        out += ' ' + QByteArray::fromStdString(key) + ' ' + value;
    return out + " >>";
}

QByteArray PdfRevision::withItem(QPDFObjectHandle array, const QByteArray &item)
{
    QByteArray out = "[";
    for (int i = 0; array.isArray() && i < array.getArrayNItems(); ++i) {
        out += ' ';
        out += array.getArrayItem(i).unparse();
    }
    return out + ' ' + item + " ]";
}

QByteArray PdfRevision::trailerMembers(const QByteArray &idSeed) const
{
    QPDFObjectHandle trailer = m_qpdf->getTrailer();
    const QByteArray second =
        QCryptographicHash::hash(idSeed, QCryptographicHash::Sha256).first(16).toHex();
    QByteArray first = '<' + second + '>';
    if (trailer.getKey("/ID").isArray() && trailer.getKey("/ID").getArrayNItems() == 2)
        first = QByteArray::fromStdString(trailer.getKey("/ID").getArrayItem(0).unparse());
    QByteArray out = "/Size " + QByteArray::number(m_nextObject) + " /Root "
        + QByteArray::fromStdString(trailer.getKey("/Root").unparse());
    if (trailer.hasKey("/Info"))
        out += " /Info " + QByteArray::fromStdString(trailer.getKey("/Info").unparse());
    return out + " /ID [ " + first + " <" + second + "> ] /Prev " + QByteArray::number(m_previous);
}

void PdfRevision::finish(const QByteArray &idSeed)
{
    const bool isTable = m_draft.sliced(m_previous).startsWith("xref");
    const int own = isTable ? 0 : newObject();
    const QByteArray members = trailerMembers(idSeed);
    const qint64 start = m_draft.size() + m_out.size();
    if (isTable) {
        writeTable(members);
    } else {
        m_entries[own] = {0, start};
        writeStream(members);
    }
    m_out += "startxref\n" + QByteArray::number(start) + "\n%%EOF\n";
}

void PdfRevision::writeTable(const QByteArray &members)
{
    m_out += "xref\n";
    for (auto it = m_entries.cbegin(); it != m_entries.cend();) {
        auto end = std::next(it);
        while (end != m_entries.cend() && end->first == std::prev(end)->first + 1)
            ++end;
        m_out += QByteArray::number(it->first) + ' '
            + QByteArray::number(qint64(std::distance(it, end))) + '\n';
        for (; it != end; ++it)
            m_out += tableLine(it->second.offset, it->second.generation);
    }
    m_out += "trailer\n<< " + members + " >>\n";
}

void PdfRevision::writeStream(const QByteArray &members)
{
    QByteArray index;
    QByteArray rows;
    for (const auto &[object, entry] : m_entries) {
        index += QByteArray::number(object) + " 1 ";
        rows += '\1';
        appendBigEndian(rows, entry.offset, 5);
        appendBigEndian(rows, entry.generation, 2);
    }
    const int own = m_entries.rbegin()->first;
    m_out += QByteArray::number(own) + " 0 obj\n<< /Type /XRef /W [ 1 5 2 ] /Index [ " + index
        + "] " + members + " /Length " + QByteArray::number(rows.size()) + " >>\nstream\n" + rows
        + "\nendstream\nendobj\n";
}

} // namespace sipenduduk
