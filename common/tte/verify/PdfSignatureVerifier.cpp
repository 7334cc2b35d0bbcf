#include "common/tte/verify/PdfSignatureVerifier.h"

#include "common/tte/verify/PdfFile.h"
#include "common/tte/verify/RevisionHistory.h"
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

QList<qint64> endsOf(const QList<SignatureField> &fields, qint64 fileSize)
{
    QList<qint64> ends;
    for (const SignatureField &field : fields) {
        const QList<qint64> &range = field.byteRange;
        if (range.size() == 4 && range[2] > 0 && range[2] < fileSize && range[3] > 0
            && range[3] <= fileSize - range[2])
            ends.append(range[2] + range[3]);
    }
    return ends;
}

void judgeWhole(const RevisionHistory &history, PdfVerification &result)
{
    std::ranges::stable_sort(result.signatures, {}, &VerifiedSignature::coveredBytes);
    if (!result.signatures.last().coversWholeFile) {
        if (const auto finding = history.findingBehind(result.signatures.last().coveredBytes))
            result.findings.append(*finding);
    }
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
    const auto dss = validationDataOf(*file);
    const ValidationData data = dss.value_or(ValidationData{});
    const RevocationEvidence evidence(data, m_anchors);
    const RevisionHistory history(*file, endsOf(*fields, pdf.size()));
    const JudgeContext context{*file, history, m_anchors, time, data.certificates, evidence};
    PdfVerification result;
    if (!dss || evidence.unreadable() > 0)
        result.findings.append({SignatureFault::UnusableRevocation, u"items of /DSS"_s});
    for (const SignatureField &field : *fields)
        result.signatures.append(judgeSignature(context, field));
    judgeWhole(history, result);
    return result;
}

} // namespace sipenduduk
