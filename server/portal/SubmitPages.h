#pragma once

namespace sipenduduk {

class PageRouter;

/// The last look at an application, sending it, and throwing it away.
void addSubmitPages(PageRouter &pages);

} // namespace sipenduduk
