#include "common/tte/verify/PdfFile.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype TailSize = 64;

bool isPdfSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

} // namespace

PdfFile::PdfFile(std::unique_ptr<QPDF> qpdf, QByteArrayView bytes)
    : m_qpdf(std::move(qpdf))
    , m_bytes(bytes)
{
}
PdfFile::PdfFile(PdfFile &&) noexcept = default;
PdfFile &PdfFile::operator=(PdfFile &&) noexcept = default;
PdfFile::~PdfFile() = default;

Result<PdfFile> PdfFile::open(QByteArrayView bytes)
{
    if (!bytes.startsWith("%PDF-"))
        return fail(ErrorCode::Malformed, u"no PDF header at the start"_s);
    try {
        auto qpdf = std::make_unique<QPDF>();
        qpdf->setSuppressWarnings(true);
        qpdf->setAttemptRecovery(false);
        qpdf->processMemoryFile("pdf", bytes.data(), size_t(bytes.size()));
        if (qpdf->isEncrypted())
            return fail(ErrorCode::Unsupported, u"encrypted PDF"_s);
        if (qpdf->getTrailer().hasKey("/XRefStm"))
            return fail(ErrorCode::Unsupported, u"hybrid-reference PDF"_s);
        if (!qpdf->getRoot().isDictionary() || qpdf->anyWarnings())
            return fail(ErrorCode::Malformed, u"PDF needs repair"_s);
        return PdfFile(std::move(qpdf), bytes);
    } catch (const QPDFExc &problem) {
        if (problem.getErrorCode() == qpdf_e_password)
            return fail(ErrorCode::Unsupported, u"encrypted PDF"_s);
        return fail(ErrorCode::Malformed, u"PDF is damaged"_s);
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"PDF is damaged"_s);
    }
}

bool PdfFile::isClean() const
{
    return !m_qpdf->anyWarnings();
}

qint64 PdfFile::lastStartXref(QByteArrayView bytes)
{
    QByteArrayView tail = bytes.last(std::min(bytes.size(), TailSize));
    const qsizetype keyword = tail.lastIndexOf("startxref");
    if (keyword < 0)
        return -1;
    tail = tail.sliced(keyword + qsizetype(qstrlen("startxref")));
    while (!tail.isEmpty() && isPdfSpace(tail.front()))
        tail = tail.sliced(1);
    qint64 value = 0;
    qsizetype digits = 0;
    for (; digits < tail.size() && tail[digits] >= '0' && tail[digits] <= '9'; ++digits) {
        if (value > bytes.size())
            return -1;
        value = value * 10 + (tail[digits] - '0');
    }
    const QByteArrayView rest = tail.sliced(digits).trimmed();
    return digits > 0 && rest == "%%EOF" ? value : -1;
}

} // namespace sipenduduk
