#include "common/tte/verify/ActiveContent.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct ActiveName
{
    std::string_view name;
    const char16_t *reason;
};

/// Keys that no dictionary may have.
constexpr std::array<ActiveName, 12> ActiveKeyTable{{
    {"/XFA", u"XFA form"},
    {"/JS", u"JavaScript"},
    {"/JavaScript", u"JavaScript"},
    {"/AA", u"actions that start by themselves"},
    {"/EF", u"embedded file"},
    {"/EmbeddedFiles", u"embedded file"},
    {"/Ref", u"content of another file"},
    {"/RichMediaContent", u"rich media"},
    {"/RichMediaSettings", u"rich media"},
    {"/OCProperties", u"layers that can be hidden"},
    {"/OC", u"layers that can be hidden"},
    {"/UR3", u"usage rights"},
}};

/// Values of /S (actions), /Subtype (annotations) and /Type that may not occur.
constexpr std::array<ActiveName, 18> ActiveKindTable{{
    {"/JavaScript", u"JavaScript"},
    {"/Launch", u"action that starts a program"},
    {"/SubmitForm", u"action that sends data"},
    {"/ImportData", u"action that reads data"},
    {"/ResetForm", u"action that changes fields"},
    {"/GoToR", u"action that opens another file"},
    {"/GoToE", u"action that opens another file"},
    {"/SetOCGState", u"layers that can be hidden"},
    {"/Rendition", u"sound or film"},
    {"/Movie", u"sound or film"},
    {"/Sound", u"sound or film"},
    {"/Screen", u"sound or film"},
    {"/RichMedia", u"rich media"},
    {"/RichMediaExecute", u"rich media"},
    {"/3D", u"rich media"},
    {"/FileAttachment", u"embedded file"},
    {"/EmbeddedFile", u"embedded file"},
    {"/OCG", u"layers that can be hidden"},
}};

template <size_t Size>
const char16_t *reasonIn(const std::array<ActiveName, Size> &table, std::string_view name)
{
    const auto found = std::ranges::find(table, name, &ActiveName::name);
    return found == table.end() ? nullptr : found->reason;
}

/// A field of the form, or its widget, whose look follows what somebody enters.
const char16_t *faultOfField(QPDFObjectHandle dictionary)
{
    QPDFObjectHandle kind = dictionary.getKey("/FT");
    if (kind.isName() && kind.getName() != "/Sig")
        return u"form field that can be filled in";
    QPDFObjectHandle follows = dictionary.getKey("/NeedAppearances");
    return follows.isBool() && follows.getBoolValue() ? u"form whose look is made by the viewer"
                                                      : nullptr;
}

const char16_t *faultOfDictionary(QPDFObjectHandle dictionary)
{
    for (const auto &[key, value] : dictionary.ditems()) {
        if (const char16_t *reason = reasonIn(ActiveKeyTable, key))
            return reason;
        const bool isKind = key == "/S" || key == "/Subtype" || key == "/Type";
        if (!isKind || !value.isName())
            continue;
        if (const char16_t *reason = reasonIn(ActiveKindTable, value.getName()))
            return reason;
    }
    return faultOfField(dictionary);
}

/// Looks into an object and its direct parts; indirect ones come by themselves.
const char16_t *faultOfObject(const QPDFObjectHandle &object)
{
    std::vector<QPDFObjectHandle> open{object};
    while (!open.empty()) {
        QPDFObjectHandle part = open.back();
        open.pop_back();
        if (part.isStream()) {
            part = part.getDict();
            if (part.hasKey("/F"))
                return u"content of another file";
        }
        const auto push = [&](const QPDFObjectHandle &value) {
            if (!value.isIndirect() && (value.isDictionary() || value.isArray()))
                open.push_back(value);
        };
        if (part.isArray()) {
            for (const QPDFObjectHandle &item : part.aitems())
                push(item);
        }
        if (!part.isDictionary())
            continue;
        if (const char16_t *reason = faultOfDictionary(part))
            return reason;
        for (const auto &[key, value] : part.ditems())
            push(value);
    }
    return nullptr;
}

} // namespace

std::optional<QString> activeContent(const PdfFile &file)
{
    for (const QPDFObjectHandle &object : file.qpdf().getAllObjects()) {
        if (const char16_t *reason = faultOfObject(object))
            return QString(reinterpret_cast<const QChar *>(reason));
    }
    return std::nullopt;
}

} // namespace sipenduduk
