#include "common/tte/upgrade/SignatureParts.h"

#include "common/tte/PdfRevision.h"
#include "common/tte/upgrade/CmsParts.h"

#include <qpdf/QPDF.hh>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MaxTreeDepth = 32;
constexpr size_t MaxTreeFields = 10'000;
constexpr qsizetype MaxContents = 256 * 1024; ///< bytes

/// Finds the values of the signature fields.
class FieldTree
{
public:
    Result<> read(QPDFObjectHandle field, bool isSignature, int depth)
    {
        if (!field.isDictionary())
            return {};
        if (depth > MaxTreeDepth || m_seen.size() > MaxTreeFields
            || (field.isIndirect() && !m_seen.insert(field.getObjGen()).second))
            return fail(ErrorCode::Malformed, u"tree of form fields"_s);
        if (field.hasKey("/FT"))
            isSignature = field.getKey("/FT").isNameAndEquals("/Sig");
        if (isSignature && field.getKey("/V").isDictionary())
            m_values.push_back(field.getKey("/V"));
        return readAll(field.getKey("/Kids"), isSignature, depth + 1);
    }

    Result<> readAll(QPDFObjectHandle fields, bool isSignature, int depth)
    {
        for (int i = 0; fields.isArray() && i < fields.getArrayNItems(); ++i) {
            if (const auto good = read(fields.getArrayItem(i), isSignature, depth); !good)
                return good;
        }
        return {};
    }

    [[nodiscard]] const std::vector<QPDFObjectHandle> &values() const { return m_values; }

private:
    std::set<QPDFObjGen> m_seen;
    std::vector<QPDFObjectHandle> m_values;
};

Result<SignatureParts> partsOfValue(QPDFObjectHandle value, qint64 fileSize)
{
    SignatureParts parts;
    QPDFObjectHandle range = value.getKey("/ByteRange");
    QPDFObjectHandle contents = value.getKey("/Contents");
    const bool hasRange = range.isArray() && range.getArrayNItems() == 4
        && range.getArrayItem(2).isInteger() && range.getArrayItem(3).isInteger();
    if (!hasRange || !contents.isString())
        return fail(ErrorCode::Malformed, u"signature dictionary"_s);
    const qint64 second = range.getArrayItem(2).getIntValue();
    const qint64 length = range.getArrayItem(3).getIntValue();
    const QByteArray bytes = QByteArray::fromStdString(contents.getStringValue());
    if (second < 0 || length < 0 || second > fileSize || length > fileSize - second)
        return fail(ErrorCode::Malformed, u"byte range"_s);
    if (bytes.size() > MaxContents)
        return fail(ErrorCode::TooLarge, u"signature"_s);
    parts.end = second + length;
    parts.isDocumentTimestamp = value.getKey("/Type").isNameAndEquals("/DocTimeStamp");
    if (parts.isDocumentTimestamp) {
        const auto token = timestampPartsOf(bytes);
        if (!token)
            return std::unexpected(token.error());
        parts.timestamp = *token;
        return parts;
    }
    const auto cms = cmsPartsOf(bytes);
    if (!cms)
        return std::unexpected(cms.error());
    parts.signer = cms->signer;
    parts.timestamp = cms->timestamp;
    return parts;
}

} // namespace

Result<QList<SignatureParts>> signaturePartsOf(const PdfRevision &file)
{
    QList<SignatureParts> all;
    try {
        FieldTree tree;
        QPDFObjectHandle form = file.qpdf().getRoot().getKey("/AcroForm");
        if (const auto good = tree.readAll(form.getKeyIfDict("/Fields"), false, 0); !good)
            return std::unexpected(good.error());
        if (tree.values().size() > size_t(MaxSignatureParts))
            return fail(ErrorCode::TooLarge, u"too many signatures"_s);
        for (const QPDFObjectHandle &value : tree.values()) {
            const auto parts = partsOfValue(value, file.draft().size());
            if (!parts)
                return std::unexpected(parts.error());
            all.append(*parts);
        }
    } catch (const std::exception &) {
        return fail(ErrorCode::Malformed, u"PDF is damaged"_s);
    }
    if (std::ranges::all_of(all, &SignatureParts::isDocumentTimestamp))
        return fail(ErrorCode::NotFound, u"no signature"_s);
    std::ranges::stable_sort(all, {}, &SignatureParts::end);
    return all;
}

} // namespace sipenduduk
