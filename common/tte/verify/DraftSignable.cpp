#include "common/tte/verify/ActiveContent.h"
#include "common/tte/verify/Certification.h"
#include "common/tte/verify/HiddenObjects.h"
#include "common/tte/verify/PdfFile.h"
#include "common/tte/verify/PdfSignatureVerifier.h"
#include "common/tte/verify/SignatureFields.h"
#include "common/tte/verify/SignedDraftCheck.h"

#include <qpdf/QPDF.hh>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<> checkContent(const PdfFile &file)
{
    if (certificationLevel(file) > 0)
        return fail(ErrorCode::Unsupported, u"certified against changes"_s);
    if (const auto reason = activeContent(file))
        return fail(ErrorCode::Unsupported, *reason);
    if (const auto hidden = hiddenObject(file))
        return fail(ErrorCode::Unsupported, *hidden);
    if (pageCountOf(file) < 1 || !pageGeometryOf(file, pageCountOf(file) - 1))
        return fail(ErrorCode::Malformed, u"no usable page"_s);
    if (PdfFile::lastStartXref(file.bytes()) < 0 || !file.isClean())
        return fail(ErrorCode::Malformed, u"PDF needs repair"_s);
    return {};
}

} // namespace

Result<> checkDraftSignable(const QByteArray &draft)
{
    if (draft.size() + MaxAppendixSize > PdfSignatureVerifier::MaxFileSize)
        return fail(ErrorCode::TooLarge, u"draft"_s);
    if (draft.contains("/XRefStm"))
        return fail(ErrorCode::Unsupported, u"hybrid-reference PDF"_s);
    const auto file = PdfFile::open(draft);
    if (!file)
        return std::unexpected(file.error());
    if (const auto fields = signatureFieldsOf(*file); !fields)
        return std::unexpected(fields.error());
    try {
        return checkContent(*file);
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"PDF is damaged"_s);
    }
}

} // namespace sipenduduk
