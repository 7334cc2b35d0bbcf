#include "common/tte/verify/PdfSignatureVerifier.h"

#include "common/tte/verify/PatternReader.h"
#include "common/tte/verify/PdfFile.h"
#include "common/tte/verify/RevisionHistory.h"
#include "common/tte/verify/SignatureFields.h"
#include "common/tte/verify/SignatureJudge.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

PdfVerification unreadable(SignatureFault fault, const QString &detail,
                           AttackPattern pattern = AttackPattern::None)
{
    const QList<SignatureFinding> findings{{fault, detail, pattern}};
    return {{}, findings, verdictOf(findings)};
}

PdfVerification unopened(const Error &error, QByteArrayView bytes)
{
    return error.code == ErrorCode::Unsupported
        ? unreadable(SignatureFault::UnsupportedPdf, error.detail)
        : unreadable(SignatureFault::UnreadablePdf, error.detail,
                     patternOfLostSignature(bytes, nullptr));
}

/// Bytes that no signature covers, unless the last signature says already what they are.
AttackPattern patternOfRest(const SignatureFinding &finding, const VerifiedSignature &last)
{
    const bool isNamed = std::ranges::any_of(last.findings, [](const SignatureFinding &other) {
        return other.pattern != AttackPattern::None;
    });
    return finding.fault != SignatureFault::BytesAfterwards || isNamed
        ? AttackPattern::None
        : AttackPattern::IncrementalSaving;
}

/// Where the range of a signature ends, by its own account; 0 when that is impossible.
qint64 statedEnd(const SignatureField &field, qint64 fileSize)
{
    const QList<qint64> &range = field.byteRange;
    const bool isPossible = range.size() == 4 && range[2] > 0 && range[2] < fileSize && range[3] > 0
        && range[3] <= fileSize - range[2];
    return isPossible ? range[2] + range[3] : 0;
}

QList<qint64> endsOf(const QList<SignatureField> &fields, qint64 fileSize)
{
    QList<qint64> ends;
    for (const SignatureField &field : fields)
        ends.append(statedEnd(field, fileSize));
    return ends;
}

/// Takes note of a good document time stamp for everything that stands before it.
void remember(const VerifiedSignature &stamp, const PdfFile &file, LaterProof &later)
{
    if (!later.at.isValid()) {
        const auto revision = PdfFile::open(file.bytes().first(stamp.coveredBytes));
        const auto dss = revision ? validationDataOf(*revision) : fail(ErrorCode::Malformed, {});
        if (dss)
            later.evidence = dss->ocsps + dss->crls;
    }
    if (later.at.isValid() && later.at <= stamp.provenAt)
        return;
    later.at = stamp.provenAt;
    later.by = stamp.provenBy;
}

/// Judges the last one first: a document time stamp proves that what it covers existed then.
QList<VerifiedSignature> judgeAll(const JudgeContext &context, QList<SignatureField> fields)
{
    const qint64 size = context.file.bytes().size();
    std::ranges::stable_sort(fields, std::ranges::greater(), [size](const SignatureField &field) {
        return statedEnd(field, size);
    });
    QList<VerifiedSignature> results;
    LaterProof later;
    for (const SignatureField &field : std::as_const(fields)) {
        results.prepend(judgeSignature(context, field, later));
        const VerifiedSignature &result = results.first();
        if (result.isDocumentTimestamp && result.verdict == SignatureVerdict::Sah)
            remember(result, context.file, later);
    }
    return results;
}

void judgeWhole(const RevisionHistory &history, PdfVerification &result)
{
    std::ranges::stable_sort(result.signatures, {}, &VerifiedSignature::coveredBytes);
    if (!result.signatures.last().coversWholeFile) {
        const VerifiedSignature &last = result.signatures.last();
        if (auto finding = history.findingBehind(last.coveredBytes)) {
            finding->pattern = patternOfRest(*finding, last);
            result.findings.append(*finding);
        }
    }
    for (qsizetype i = 1; i < result.signatures.size(); ++i) {
        if (result.signatures[i].coveredBytes == result.signatures[i - 1].coveredBytes)
            result.findings.append({SignatureFault::SharedObject, u"two signatures, one range"_s});
    }
    if (std::ranges::all_of(result.signatures, &VerifiedSignature::isDocumentTimestamp))
        result.findings.append({SignatureFault::NoSignature, u"document time stamps only"_s});
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
        return unreadable(SignatureFault::UnsupportedPdf, u"file too large"_s);
    const auto file = PdfFile::open(pdf);
    if (!file)
        return unopened(file.error(), pdf);
    const auto fields = signatureFieldsOf(*file);
    if (!fields)
        return unreadable(SignatureFault::UnreadablePdf, fields.error().detail,
                          patternOfLostSignature(pdf, nullptr));
    if (fields->isEmpty())
        return unreadable(SignatureFault::NoSignature, u"no filled signature field"_s,
                          patternOfLostSignature(pdf, &*file));
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
    result.signatures = judgeAll(context, *fields);
    judgeWhole(history, result);
    return result;
}

} // namespace sipenduduk
