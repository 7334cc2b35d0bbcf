#include "server/documents/SiakPdfCheck.h"

#include <qpdf/Pl_Discard.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <exception>
#include <mutex>
#include <string_view>
#include <vector>

namespace sipenduduk {

namespace {

constexpr int MaxPages = 50;
constexpr size_t MaxObjects = 100'000;
constexpr unsigned long long MaxInflated = 128ull * 1024 * 1024; ///< bytes of one stream
constexpr int UprightTurn = 180; ///< degrees after which a page is as wide as before

struct ForbiddenName
{
    std::string_view name;
    const char16_t *reason;
};

/// Keys that no dictionary may have.
constexpr std::array<ForbiddenName, 10> ForbiddenKeys{{{"/JS", SiakPdfReason::Active},
                                                       {"/JavaScript", SiakPdfReason::Active},
                                                       {"/AA", SiakPdfReason::Active},
                                                       {"/EF", SiakPdfReason::Embedded},
                                                       {"/EmbeddedFiles", SiakPdfReason::Embedded},
                                                       {"/XFA", SiakPdfReason::Xfa},
                                                       {"/Ref", SiakPdfReason::External},
                                                       {"/OCProperties", SiakPdfReason::Optional},
                                                       {"/UR3", SiakPdfReason::Certified},
                                                       {"/ByteRange", SiakPdfReason::Signed}}};

/// Values of /S (actions), /Subtype (annotations) and /Type that may not occur.
constexpr std::array<ForbiddenName, 17> ForbiddenKinds{
    {{"/JavaScript", SiakPdfReason::Active},
     {"/Launch", SiakPdfReason::Active},
     {"/SubmitForm", SiakPdfReason::Active},
     {"/ImportData", SiakPdfReason::Active},
     {"/GoToE", SiakPdfReason::Active},
     {"/GoToR", SiakPdfReason::Active},
     {"/Rendition", SiakPdfReason::Active},
     {"/RichMediaExecute", SiakPdfReason::Active},
     {"/RichMedia", SiakPdfReason::Active},
     {"/Movie", SiakPdfReason::Active},
     {"/Sound", SiakPdfReason::Active},
     {"/Screen", SiakPdfReason::Active},
     {"/3D", SiakPdfReason::Active},
     {"/FileAttachment", SiakPdfReason::Embedded},
     {"/EmbeddedFile", SiakPdfReason::Embedded},
     {"/Sig", SiakPdfReason::Signed},
     {"/DocTimeStamp", SiakPdfReason::Signed}}};

ErrorCode codeOf(const char16_t *reason)
{
    const QStringView word(reason);
    if (word == SiakPdfReason::Size)
        return ErrorCode::TooLarge;
    const bool isMalformed = word == SiakPdfReason::Header || word == SiakPdfReason::Damaged
        || word == SiakPdfReason::Trailing || word == SiakPdfReason::Pages;
    return isMalformed ? ErrorCode::Malformed : ErrorCode::Unsupported;
}

std::unexpected<Error> refused(const char16_t *reason)
{
    return fail(codeOf(reason), QString(reinterpret_cast<const QChar *>(reason)));
}

/// Decompression stops here instead of filling the memory. One setting for the whole process.
void boundDecompression()
{
    static std::once_flag once;
    std::call_once(once, [] { Pl_Flate::memory_limit(MaxInflated); });
}

template <size_t Size>
const char16_t *reasonFor(const std::array<ForbiddenName, Size> &list, std::string_view name)
{
    const auto found = std::ranges::find(list, name, &ForbiddenName::name);
    return found == list.end() ? nullptr : found->reason;
}

/// Why this dictionary may not be in the file; null when it may.
const char16_t *faultOf(QPDFObjectHandle &dictionary)
{
    for (const auto &[key, value] : dictionary.ditems()) {
        if (const char16_t *reason = reasonFor(ForbiddenKeys, key))
            return reason;
        const bool isKind = key == "/S" || key == "/Subtype" || key == "/Type";
        if (!isKind || !value.isName())
            continue;
        if (const char16_t *reason = reasonFor(ForbiddenKinds, value.getName()))
            return reason;
    }
    return nullptr;
}

/// Looks into an object and its direct parts; indirect ones come by themselves.
class ObjectWalk
{
public:
    const char16_t *fault(const QPDFObjectHandle &object)
    {
        m_open.push_back(object);
        while (!m_open.empty()) {
            QPDFObjectHandle next = m_open.back();
            m_open.pop_back();
            if (const char16_t *reason = visit(next)) {
                m_open.clear();
                return reason;
            }
        }
        return nullptr;
    }

private:
    const char16_t *visit(QPDFObjectHandle object)
    {
        if (object.isStream()) {
            object = object.getDict();
            if (object.hasKey("/F"))
                return SiakPdfReason::External; // the data lie in another file
        }
        if (object.isArray()) {
            for (const QPDFObjectHandle &item : object.aitems())
                open(item);
            return nullptr;
        }
        if (!object.isDictionary())
            return nullptr;
        for (const auto &[key, value] : object.ditems())
            open(value);
        return faultOf(object);
    }

    void open(const QPDFObjectHandle &part)
    {
        if (!part.isIndirect() && (part.isDictionary() || part.isArray()))
            m_open.push_back(part);
    }

    std::vector<QPDFObjectHandle> m_open;
};

const char16_t *faultOfBytes(const QByteArray &bytes)
{
    if (bytes.size() > MaxSiakPdfSize)
        return SiakPdfReason::Size;
    if (!bytes.startsWith("%PDF-1.") && !bytes.startsWith("%PDF-2."))
        return SiakPdfReason::Header;
    constexpr qsizetype markLength = 5;
    const qsizetype end = bytes.lastIndexOf("%%EOF");
    if (end < 0 || !bytes.sliced(end + markLength).trimmed().isEmpty())
        return SiakPdfReason::Trailing;
    return bytes.contains("/XRefStm") ? SiakPdfReason::Hybrid : nullptr;
}

const char16_t *faultOfDocument(QPDF &pdf)
{
    if (pdf.isEncrypted())
        return SiakPdfReason::Encrypted;
    if (pdf.getTrailer().hasKey("/XRefStm"))
        return SiakPdfReason::Hybrid;
    if (pdf.getRoot().getKey("/Perms").isDictionary()
        && pdf.getRoot().getKey("/Perms").hasKey("/DocMDP"))
        return SiakPdfReason::Certified;
    if (pdf.getObjectCount() > MaxObjects)
        return SiakPdfReason::Damaged;
    ObjectWalk walk;
    if (const char16_t *reason = walk.fault(pdf.getTrailer()))
        return reason;
    for (const QPDFObjectHandle &object : pdf.getAllObjects()) {
        if (const char16_t *reason = walk.fault(object))
            return reason;
    }
    return nullptr;
}

QSizeF displayedSize(QPDFPageObjectHelper &page)
{
    const auto box = page.getTrimBox().getArrayAsRectangle();
    const QSizeF size(box.urx - box.llx, box.ury - box.lly);
    const QPDFObjectHandle turn = page.getAttribute("/Rotate", false);
    const bool isTurned = turn.isInteger() && turn.getIntValueAsInt() % UprightTurn != 0;
    return isTurned ? size.transposed() : size;
}

/// Reads every page's content once: broken compression shows here.
Result<SiakPdf> readPages(QPDF &pdf)
{
    auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    if (pages.empty() || pages.size() > size_t(MaxPages))
        return refused(SiakPdfReason::Pages);
    for (QPDFPageObjectHelper &page : pages) {
        Pl_Discard nowhere;
        page.pipeContents(&nowhere);
    }
    const SiakPdf result{int(pages.size()), displayedSize(pages.back())};
    if (result.lastPage.width() <= 0 || result.lastPage.height() <= 0)
        return refused(SiakPdfReason::Pages);
    return result;
}

} // namespace

Result<SiakPdf> checkSiakPdf(const QByteArray &bytes)
{
    if (const char16_t *reason = faultOfBytes(bytes))
        return refused(reason);
    boundDecompression();
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.setAttemptRecovery(false);
        pdf.processMemoryFile("upload", bytes.constData(), size_t(bytes.size()));
        if (const char16_t *reason = faultOfDocument(pdf))
            return refused(reason);
        auto result = readPages(pdf);
        if (pdf.anyWarnings())
            return refused(SiakPdfReason::Damaged);
        return result;
    } catch (const QPDFExc &problem) {
        return refused(problem.getErrorCode() == qpdf_e_password ? SiakPdfReason::Encrypted
                                                                 : SiakPdfReason::Damaged);
    } catch (const std::exception &) {
        return refused(SiakPdfReason::Damaged);
    }
}

} // namespace sipenduduk
