#pragma once

#include "common/Layanan.h"

#include <QList>
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace sipenduduk {

/// Answers to the yes/no questions, by conditionKey(); as in Permohonan::answers.
using JawabanSyarat = QMap<QString, bool>;

/// Key of the answer: "syarat.CODE" or "keluaran.CODE". A requirement and an output may have
/// the same code (KK is both, in a birth), so neither alone is a key.
[[nodiscard]] QString conditionKey(const Syarat &syarat);
[[nodiscard]] QString conditionKey(const Keluaran &keluaran);

/// Papers wanted together: one, or alternatives of which at least one is needed.
struct WantedSyarat
{
    QString group;     ///< empty for a single one
    QStringList codes; ///< requirement codes; more than one only in a group
    bool operator==(const WantedSyarat &) const = default;
};

/// Keys of the questions that have no answer yet, in the order of the catalogue.
[[nodiscard]] QStringList unansweredConditions(const Layanan &layanan,
                                               const JawabanSyarat &answers);

/// What must be uploaded: the mandatory ones, those whose question was answered with yes, and
/// one of each group. Papers that are only brought at pick-up are not among them.
/// An open question counts as no: ask unansweredConditions() first.
[[nodiscard]] QList<WantedSyarat> requiredRequirements(const Layanan &layanan,
                                                       const JawabanSyarat &answers);

/// Those of requiredRequirements() that no upload in `uploadedCodes` satisfies.
[[nodiscard]] QList<WantedSyarat> missingRequirements(const Layanan &layanan,
                                                      const JawabanSyarat &answers,
                                                      const QSet<QString> &uploadedCodes);

/// The set of dokumen that the permohonan brings, main one first; they travel together.
/// An open question counts as no.
[[nodiscard]] QList<Keluaran> wantedOutputs(const Layanan &layanan, const JawabanSyarat &answers);

} // namespace sipenduduk
