#include "common/tte/verify/RevisionHistory.h"

#include "common/tte/verify/AppendixScan.h"
#include "common/tte/verify/Certification.h"
#include "common/tte/verify/PatternReader.h"
#include "common/tte/verify/RevisionDiff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr QByteArrayView EndMark("%%EOF");

/// The line end at `at`: 0, 1 or 2 bytes.
qsizetype lineEndSize(QByteArrayView bytes, qsizetype at)
{
    const QByteArrayView rest = bytes.sliced(at);
    if (rest.startsWith("\r\n"))
        return 2;
    return rest.startsWith('\n') || rest.startsWith('\r') ? 1 : 0;
}

SignatureFinding changed(const QString &detail, AttackPattern pattern)
{
    return {SignatureFault::ChangedAfterwards, detail, pattern};
}

/// What no signer may do between two revisions.
std::optional<SignatureFinding> violationBetween(const PdfFile &before, const PdfFile &after)
{
    RevisionDiff diff(before, after, RevisionDiff::Rule::Lenient);
    if (const auto violation = diff.firstViolation())
        return changed(*violation, patternOfChange(before, after));
    if (const auto cover =
            addedFieldsViolation(before, after, diff.addedFields(), diff.filledFields()))
        return changed(*cover, AttackPattern::SneakySignature);
    return std::nullopt;
}

} // namespace

bool endsAsRevision(QByteArrayView bytes)
{
    for (const QByteArrayView end : {QByteArrayView("%%EOF\r\n"), QByteArrayView("%%EOF\n"),
                                     QByteArrayView("%%EOF\r"), EndMark}) {
        if (bytes.endsWith(end))
            return true;
    }
    return false;
}

RevisionHistory::RevisionHistory(const PdfFile &file, const QList<qint64> &signedEnds)
    : m_file(file)
{
    QList<qint64> ends;
    for (const qint64 end : signedEnds) {
        if (end > 0 && end <= file.bytes().size() && endsAsRevision(file.bytes().first(end)))
            ends.append(end);
    }
    std::ranges::sort(ends);
    if (!ends.isEmpty())
        findEnds(std::move(ends));
}

void RevisionHistory::findEnds(QList<qint64> ends)
{
    const QByteArrayView bytes = m_file.bytes();
    const QList<qint64> signedEnds = ends;
    // A mark inside of a stream does no harm: the steps before and after it must both be permitted.
    for (qsizetype at = bytes.indexOf(EndMark, ends.first()); at >= 0;
         at = bytes.indexOf(EndMark, at + EndMark.size())) {
        const qsizetype mark = at + EndMark.size();
        const qsizetype end = mark + lineEndSize(bytes, mark);
        const auto isSame = [&](qint64 known) { return known >= mark && known <= end; };
        if (PdfFile::lastStartXref(bytes.first(mark)) < signedEnds.first()
            || std::ranges::any_of(signedEnds, isSame))
            continue;
        ends.append(end);
        if (ends.size() > MaxUpdates) {
            m_isTooLong = true;
            return;
        }
    }
    ends.append(bytes.size());
    std::ranges::sort(ends);
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    if (ends.size() > 1)
        compare(ends);
}

void RevisionHistory::compare(const QList<qint64> &ends)
{
    Result<PdfFile> before = PdfFile::open(m_file.bytes().first(ends.first()));
    for (qsizetype i = 1; i < ends.size(); ++i) {
        Result<PdfFile> after = PdfFile::open(m_file.bytes().first(ends[i]));
        Update update{ends[i - 1], ends[i],
                      changed(u"a revision is damaged"_s, AttackPattern::IncrementalSaving)};
        if (before && after)
            update.violation = violationBetween(*before, *after);
        m_updates.append(update);
        before = std::move(after);
    }
}

std::optional<SignatureFinding> RevisionHistory::violationAfter(qint64 end) const
{
    if (m_isTooLong)
        return changed(u"too many updates"_s, AttackPattern::None);
    for (const Update &update : m_updates) {
        if (update.from >= end && update.violation)
            return update.violation;
    }
    return std::nullopt;
}

std::optional<SignatureFinding> RevisionHistory::findingBehind(qint64 end) const
{
    const SignatureFinding forbidden{SignatureFault::BytesAfterwards,
                                     u"after the last signature"_s};
    std::optional<SignatureFinding> finding;
    qint64 reached = end;
    for (const Update &update : m_updates) {
        if (update.from < end)
            continue;
        const auto before = PdfFile::open(m_file.bytes().first(update.from));
        const auto after = PdfFile::open(m_file.bytes().first(update.to));
        if (update.violation || !before || !after
            || PdfFile::lastStartXref(after->bytes()) < update.from
            || RevisionDiff(*before, *after, RevisionDiff::Rule::DssOnly).firstViolation())
            return forbidden;
        if (!scanAppendix(*before, *after))
            finding = {SignatureFault::UncheckedRevision, u"after the last signature"_s};
        reached = update.to;
    }
    return reached == m_file.bytes().size() ? finding : forbidden;
}

} // namespace sipenduduk
