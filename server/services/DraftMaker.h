#pragma once

#include "server/db/DokumenRepository.h"
#include "server/db/PermohonanRepository.h"
#include "server/documents/DraftInput.h"

namespace sipenduduk {

struct OfficeParts;
struct OfficeProfile;

/// Everything that one draft shows, taken out of the database, so that it can be rendered on a
/// pool thread.
struct DraftOrder
{
    DokumenRecord dokumen; ///< with number and date
    PermohonanHead head;
    EnteredData entered;
    QMap<QString, QString>
        registration; ///< of the applicant: the address that forms do not ask again
};

/// The letterhead and places of issue, as papers print them.
[[nodiscard]] OfficeSettings officeSettings(const OfficeProfile &profile);

/// The PDF of one dokumen. Equal orders give equal bytes. Errors of DraftRenderer::render().
[[nodiscard]] Result<QByteArray> makeDraft(const OfficeParts &parts, const DraftOrder &order);

} // namespace sipenduduk
