#pragma once

#include "common/Permohonan.h"
#include "common/protocol/QueueMessages.h"
#include "common/protocol/SessionMessages.h"

namespace sipenduduk {

class KatalogLayanan;

/// Whether the officer's `duty` covers the service of the row: by section for Kasi and Editor,
/// by division for the Kabid, all of them without a scope. The office decides; this only keeps a
/// live list free of what the office would not have put there.
[[nodiscard]] bool coversRow(const QList<protocol::DutyScope> &duties, Role duty,
                             const PermohonanRow &row, const KatalogLayanan &katalog);

/// Whether a row as it is now belongs into a view of a duty that covers it. For
/// QueueView::Sent the row must have been with the duty, which `wasHere` says.
[[nodiscard]] bool belongsTo(protocol::QueueView view, Role duty, const PermohonanRow &row,
                             bool wasHere);

/// The duty to open a found permohonan with: the one that holds it when the officer has it, else
/// the first one that covers it. None when there is none.
[[nodiscard]] Role dutyFor(const QList<protocol::DutyScope> &duties, const PermohonanRow &row,
                           const KatalogLayanan &katalog);

} // namespace sipenduduk
