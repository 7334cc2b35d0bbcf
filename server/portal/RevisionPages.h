#pragma once

namespace sipenduduk {

class PageRouter;

/// Answering a revision: what was refused, and nothing else.
void addRevisionPages(PageRouter &pages);

} // namespace sipenduduk
