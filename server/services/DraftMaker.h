#pragma once

#include "server/db/DokumenRepository.h"
#include "server/db/PermohonanRepository.h"

namespace sipenduduk {

struct OfficeParts;

/// Everything that one draft shows, taken out of the database, so that it can be rendered on a
/// pool thread.
struct DraftOrder
{
    DokumenRecord dokumen; ///< with number and date
    PermohonanHead head;
    EnteredData entered;
};

/// The PDF of one dokumen. Equal orders give equal bytes. Errors of DraftRenderer::render().
[[nodiscard]] Result<QByteArray> makeDraft(const OfficeParts &parts, const DraftOrder &order);

} // namespace sipenduduk
