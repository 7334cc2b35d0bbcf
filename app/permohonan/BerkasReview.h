#pragma once

#include "common/Layanan.h"
#include "common/Permohonan.h"
#include "common/SyaratPermohonan.h"
#include "common/protocol/WorkMessages.h"

#include <QList>
#include <QMap>
#include <QSet>

namespace sipenduduk {

/// One line of the check: a requirement with one of its uploads, or without any.
struct ReviewRow
{
    QString requirement; ///< code
    QString name;
    QString group;                      ///< alternatives share it; empty for a single one
    bool isWanted = false;              ///< uploaded, or still missing by the answers as they stand
    Berkas berkas;                      ///< id 0: nothing was uploaded
    Verdict verdict = Verdict::Pending; ///< as given here, else as stored; Missing without upload
    QString solution;
    bool operator==(const ReviewRow &) const = default;

    [[nodiscard]] bool hasUpload() const { return berkas.id != BerkasId{}; }
};

/// The FO's check of the uploads and of the answers to the conditions: what the office knows and
/// what was judged here but not sent yet. A value; no widget and no line.
class BerkasReview
{
public:
    BerkasReview() = default;
    /// `layanan` must outlive the review.
    BerkasReview(const Layanan &layanan, const Permohonan &permohonan);

    /// Takes a newer state of the office; what was not sent yet stays.
    void refresh(const Permohonan &permohonan);

    [[nodiscard]] QList<ReviewRow> rows() const;
    void judge(BerkasId berkas, Verdict verdict, const QString &solution);
    [[nodiscard]] const QMap<QString, bool> &answers() const { return m_answers; }
    void answer(const QString &key, bool isYes);
    [[nodiscard]] bool isAnswersConfirmed() const { return m_isConfirmed; }
    void confirmAnswers(bool isConfirmed);

    /// Whether something waits to be sent that can be sent: a verdict other than Ok needs its text.
    [[nodiscard]] bool hasUnsent() const;
    /// The message for what waits; id, duty and version are for the caller to fill.
    [[nodiscard]] protocol::JudgeBerkas message() const;
    /// The office has what `sent` says; later changes stay unsent.
    void markSent(const protocol::JudgeBerkas &sent);

    /// Every upload is in order and every wanted requirement has one, every question is answered
    /// and the answers are confirmed.
    [[nodiscard]] bool isInOrder() const;
    /// What has to go back to the applicant: refused uploads, and wanted ones that are missing.
    [[nodiscard]] QList<Defect> defects() const;

private:
    /// Codes of what is uploaded or still has to be; of alternatives none once one is there.
    [[nodiscard]] QSet<QString> openRequirements() const;

    const Layanan *m_layanan = nullptr;
    Permohonan m_stored;
    QMap<BerkasId, protocol::BerkasVerdict> m_unsent;
    QMap<QString, bool> m_answers;
    bool m_isConfirmed = false;
    bool m_areAnswersChanged = false;
};

} // namespace sipenduduk
