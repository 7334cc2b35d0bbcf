#pragma once

namespace sipenduduk {

class PageRouter;

/// Filling in an application, step by step; each step is saved.
void addApplyPages(PageRouter &pages);

} // namespace sipenduduk
