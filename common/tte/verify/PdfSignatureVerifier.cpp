#include "common/tte/verify/PdfSignatureVerifier.h"

#include "common/tte/verify/PdfFile.h"
#include "common/tte/verify/SignatureFields.h"
#include "common/tte/verify/SignatureJudge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

PdfVerification unreadable(SignatureFault fault, const QString &detail)
{
    return {{}, {{fault, detail}}, SignatureVerdict::TidakSah};
}

void judgeWhole(PdfVerification &result)
{
    std::ranges::stable_sort(result.signatures, {}, &VerifiedSignature::coveredBytes);
    if (!result.signatures.isEmpty() && !result.signatures.last().coversWholeFile)
        result.findings.append({SignatureFault::BytesAfterwards, u"after the last signature"_s});
    for (qsizetype i = 1; i < result.signatures.size(); ++i) {
        if (result.signatures[i].coveredBytes == result.signatures[i - 1].coveredBytes)
            result.findings.append({SignatureFault::SharedObject, u"two signatures, one range"_s});
    }
    result.verdict = verdictOf(result.findings);
    for (const VerifiedSignature &signature : std::as_const(result.signatures))
        result.verdict = std::max(result.verdict, signature.verdict);
}

} // namespace

PdfSignatureVerifier::PdfSignatureVerifier(TrustAnchors anchors)
    : m_anchors(std::move(anchors))
{
}

PdfVerification PdfSignatureVerifier::verify(const QByteArray &pdf, const QDateTime &at) const
{
    if (pdf.size() > MaxFileSize)
        return unreadable(SignatureFault::UnreadablePdf, u"file too large"_s);
    const auto file = PdfFile::open(pdf);
    if (!file)
        return unreadable(SignatureFault::UnreadablePdf, file.error().detail);
    const auto fields = signatureFieldsOf(*file);
    if (!fields)
        return unreadable(SignatureFault::UnreadablePdf, fields.error().detail);
    if (fields->isEmpty())
        return unreadable(SignatureFault::NoSignature, u"no filled signature field"_s);
    if (fields->size() > MaxSignatures)
        return unreadable(SignatureFault::UnreadablePdf, u"too many signatures"_s);
    const QDateTime time = at.isValid() ? at : QDateTime::currentDateTimeUtc();
    const JudgeContext context{*file, m_anchors, time};
    PdfVerification result;
    for (const SignatureField &field : *fields)
        result.signatures.append(judgeSignature(context, field));
    judgeWhole(result);
    return result;
}

} // namespace sipenduduk
