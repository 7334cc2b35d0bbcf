#pragma once

#include "server/portal/DraftStore.h"
#include "server/portal/Guests.h"
#include "server/portal/PageTemplates.h"
#include "server/portal/http/CsrfTokens.h"

#include <QSemaphore>

namespace sipenduduk {

class CitizenDesk;
class PortalAccounts;
struct OfficeParts;

/// What the pages work with. Made once by Portal, outlives every request.
struct PortalParts
{
    const OfficeParts &office;
    CitizenDesk &citizens;
    PortalAccounts &accounts;
    PageTemplates templates;
    CsrfTokens csrf;
    Guests guests;
    DraftStore drafts;
    QSemaphore decoders{2}; ///< one picture of 40 megapixels takes 160 MB while it is judged
    QString assetVersion;   ///< in the addresses of style sheet and script: they may be cached
};

} // namespace sipenduduk
