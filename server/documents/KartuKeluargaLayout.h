#pragma once

#include "common/Result.h"
#include "server/documents/DraftInput.h"

#include <QByteArray>

namespace sipenduduk {

/// The kartu keluarga, A4 landscape: head, two tables with the same persons, ten to a page.
/// A larger family goes on with the head repeated. Source: domain/documents.md 3.1.
/// Incomplete when no member is known. `input` has passed checkedDraftInput().
[[nodiscard]] Result<QByteArray> renderKartuKeluarga(const DraftInput &input);

} // namespace sipenduduk
