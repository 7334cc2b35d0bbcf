#pragma once

#include "server/documents/DraftInput.h"
#include "server/documents/KartuKendaliPaper.h"
#include "server/documents/ResiPaper.h"

namespace sipenduduk::samples {

/// Invented persons and places; the same values in every process.
[[nodiscard]] OfficeSettings office();
[[nodiscard]] DraftInput birth();             ///< output "akta-kelahiran"
[[nodiscard]] DraftInput family(int members); ///< output "kk"
[[nodiscard]] DraftInput moving();            ///< output "skpwni"
[[nodiscard]] DraftInput childCard();         ///< output "kia"
[[nodiscard]] DraftInput stillbirth();        ///< output "sk-lahir-mati"
[[nodiscard]] DraftInput death();             ///< output "akta-kematian"

/// The sample for an output code; a plain one for outputs without a sample of their own.
[[nodiscard]] DraftInput forOutput(const QString &output);

[[nodiscard]] KartuKendaliPaperInput kartuKendali();
[[nodiscard]] ResiPaperInput resi();

/// A field of a form.
[[nodiscard]] Isian field(const QString &code, const QString &label,
                          const QList<Pilihan> &choices = {});

} // namespace sipenduduk::samples
