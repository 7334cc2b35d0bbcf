#include "app/permohonan/BerkasReview.h"

#include "app/permohonan/PreparedSolutions.h"

#include <algorithm>

namespace sipenduduk {

namespace {

bool isRefused(Verdict verdict)
{
    return verdict != Verdict::Ok && verdict != Verdict::Pending && verdict != Verdict::Missing;
}

bool canBeSent(const protocol::BerkasVerdict &verdict)
{
    return !isRefused(verdict.verdict) || !verdict.solution.trimmed().isEmpty();
}

} // namespace

BerkasReview::BerkasReview(const Layanan &layanan, const Permohonan &permohonan)
    : m_layanan(&layanan)
{
    refresh(permohonan);
}

void BerkasReview::refresh(const Permohonan &permohonan)
{
    m_stored = permohonan;
    if (!m_areAnswersChanged) {
        m_answers = permohonan.answers;
        m_isConfirmed = permohonan.isAnswersConfirmed;
    }
    m_unsent.removeIf([&](const auto &entry) {
        return std::ranges::none_of(permohonan.berkasList, [&](const Berkas &berkas) {
            return berkas.id == entry.key() && !berkas.isSuperseded;
        });
    });
}

QList<ReviewRow> BerkasReview::rows() const
{
    QList<ReviewRow> rows;
    if (!m_layanan)
        return rows;
    const QSet<QString> wantedCodes = openRequirements();
    for (const Syarat &syarat : m_layanan->requirements) {
        ReviewRow row{
            syarat.code,      syarat.name, syarat.group, wantedCodes.contains(syarat.code), {},
            Verdict::Missing, {}};
        bool hasUpload = false;
        for (const Berkas &berkas : m_stored.berkasList) {
            if (berkas.requirement != syarat.code || berkas.isSuperseded)
                continue;
            const auto unsent = m_unsent.constFind(berkas.id);
            row.berkas = berkas;
            row.verdict = unsent == m_unsent.cend() ? berkas.verdict : unsent->verdict;
            row.solution = unsent == m_unsent.cend() ? berkas.solution : unsent->solution;
            rows.append(row);
            hasUpload = true;
        }
        if (!hasUpload && syarat.isUploaded)
            rows.append(row);
    }
    // What the service knows but this permohonan does not need stands at the end.
    std::ranges::stable_partition(rows, &ReviewRow::isWanted);
    return rows;
}

QSet<QString> BerkasReview::openRequirements() const
{
    QSet<QString> uploaded;
    for (const Berkas &berkas : m_stored.berkasList) {
        if (!berkas.isSuperseded)
            uploaded.insert(berkas.requirement);
    }
    QSet<QString> wanted = uploaded;
    for (const WantedSyarat &missing : missingRequirements(*m_layanan, m_answers, uploaded))
        wanted.unite(QSet<QString>(missing.codes.begin(), missing.codes.end()));
    return wanted;
}

void BerkasReview::judge(BerkasId berkas, Verdict verdict, const QString &solution)
{
    m_unsent.insert(berkas, {berkas, verdict, verdict == Verdict::Ok ? QString() : solution});
}

void BerkasReview::answer(const QString &key, bool isYes)
{
    m_answers.insert(key, isYes);
    m_areAnswersChanged = true;
}

void BerkasReview::confirmAnswers(bool isConfirmed)
{
    m_isConfirmed = isConfirmed;
    m_areAnswersChanged = true;
}

bool BerkasReview::hasUnsent() const
{
    return m_areAnswersChanged || std::ranges::any_of(m_unsent, canBeSent);
}

protocol::JudgeBerkas BerkasReview::message() const
{
    protocol::JudgeBerkas message;
    for (const protocol::BerkasVerdict &verdict : m_unsent) {
        if (canBeSent(verdict))
            message.verdicts.append(verdict);
    }
    message.answers = m_answers;
    message.isAnswersConfirmed = m_isConfirmed;
    return message;
}

void BerkasReview::markSent(const protocol::JudgeBerkas &sent)
{
    for (const protocol::BerkasVerdict &verdict : sent.verdicts) {
        for (Berkas &berkas : m_stored.berkasList) {
            if (berkas.id == verdict.berkas) {
                berkas.verdict = verdict.verdict;
                berkas.solution = verdict.solution;
            }
        }
        if (m_unsent.value(verdict.berkas) == verdict)
            m_unsent.remove(verdict.berkas);
    }
    m_stored.answers = sent.answers;
    m_stored.isAnswersConfirmed = sent.isAnswersConfirmed;
    m_areAnswersChanged = m_answers != sent.answers || m_isConfirmed != sent.isAnswersConfirmed;
}

bool BerkasReview::isInOrder() const
{
    if (!m_layanan || !m_isConfirmed || !unansweredConditions(*m_layanan, m_answers).isEmpty())
        return false;
    QSet<QString> inOrder;
    for (const ReviewRow &row : rows()) {
        if (!row.hasUpload())
            continue;
        if (row.verdict != Verdict::Ok)
            return false;
        inOrder.insert(row.requirement);
    }
    return missingRequirements(*m_layanan, m_answers, inOrder).isEmpty();
}

QList<Defect> BerkasReview::defects() const
{
    QList<Defect> defects;
    if (!m_layanan)
        return defects;
    QSet<QString> uploaded;
    for (const ReviewRow &row : rows()) {
        if (!row.hasUpload())
            continue;
        uploaded.insert(row.requirement);
        if (isRefused(row.verdict))
            defects.append({DefectTarget::Requirement, row.requirement, row.verdict, row.solution});
    }
    for (const WantedSyarat &missing : missingRequirements(*m_layanan, m_answers, uploaded)) {
        const Syarat *syarat = m_layanan->requirement(missing.codes.first());
        defects.append({DefectTarget::Requirement, missing.codes.first(), Verdict::Missing,
                        preparedSolution(Verdict::Missing, syarat ? syarat->name : QString())});
    }
    return defects;
}

} // namespace sipenduduk
