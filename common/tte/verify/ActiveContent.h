#pragma once

#include "common/tte/verify/PdfFile.h"

#include <QString>

#include <optional>

namespace sipenduduk {

/// Why a document could act, hide something or look different later; nothing when it cannot.
///
/// Looks at every object of the file: scripts, actions that start programs, send, open other
/// files or play media, XFA, files inside, data outside, layers, and form fields that can still be
/// filled in (an unsigned signature field may be there). Links to web addresses are no action by
/// themselves: the viewer asks, and the page stays what it is.
[[nodiscard]] std::optional<QString> activeContent(const PdfFile &file);

} // namespace sipenduduk
