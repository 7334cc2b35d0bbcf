#pragma once

#include "common/Permohonan.h"

#include <QJsonArray>
#include <QString>

namespace sipenduduk {

/// How the look of a page tells a state: colour and icon, never colour alone.
enum class Tone { Waiting, Good, Attention, Ended };

/// A state in the words of a citizen.
struct StatusWords
{
    QString title; ///< "Sedang diperiksa pejabat"
    QString text;  ///< what happens now, and what the citizen should do
    Tone tone = Tone::Waiting;
};
[[nodiscard]] StatusWords wordStatus(Status status);

/// The whole way in steps, each `selesai`, `kini` or neither, for a page's template. Nothing for a
/// permohonan that was refused or withdrawn.
[[nodiscard]] QJsonArray statusSteps(Status status);

/// "PDF sudah dikirim", "Kartu siap diambil": one dokumen after the TTE; empty before it.
[[nodiscard]] QString wordDelivery(const Dokumen &dokumen);

/// "tidak terbaca": why an upload or a field is not accepted.
[[nodiscard]] QString wordVerdict(Verdict verdict);

/// "perhatian": class of the style sheet.
[[nodiscard]] QString toneClass(Tone tone);

} // namespace sipenduduk
