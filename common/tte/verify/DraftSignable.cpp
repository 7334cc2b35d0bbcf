#include "common/tte/verify/PdfFile.h"
#include "common/tte/verify/PdfSignatureVerifier.h"
#include "common/tte/verify/SignatureFields.h"
#include "common/tte/verify/SignedDraftCheck.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxActionDepth = 32;

/// Whether anything in a direct value acts by itself or hides another file.
bool isActive(QPDFObjectHandle handle, int depth)
{
    if (handle.isStream())
        handle = handle.getDict();
    if (handle.isArray()) {
        for (int i = 0; i < handle.getArrayNItems(); ++i) {
            QPDFObjectHandle item = handle.getArrayItem(i);
            if (!item.isIndirect() && (depth > MaxActionDepth || isActive(item, depth + 1)))
                return true;
        }
    }
    if (!handle.isDictionary())
        return false;
    QPDFObjectHandle action = handle.getKey("/S");
    for (const char *kind :
         {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition"}) {
        if (action.isNameAndEquals(kind))
            return true;
    }
    if (handle.hasKey("/JS") || handle.hasKey("/EF") || handle.hasKey("/XFA")
        || handle.hasKey("/RichMediaContent"))
        return true;
    for (const std::string &key : handle.getKeys()) {
        QPDFObjectHandle value = handle.getKey(key);
        if (!value.isIndirect() && (depth > MaxActionDepth || isActive(value, depth + 1)))
            return true;
    }
    return false;
}

Result<> checkContent(const PdfFile &file)
{
    QPDFObjectHandle root = file.qpdf().getRoot();
    if (!root.getKey("/Perms").getKeyIfDict("/DocMDP").isNull())
        return fail(ErrorCode::Unsupported, u"certified against changes"_s);
    for (const QPDFObjectHandle &object : file.qpdf().getAllObjects()) {
        if (isActive(object, 0))
            return fail(ErrorCode::Unsupported, u"script, launch action, XFA or embedded file"_s);
    }
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
