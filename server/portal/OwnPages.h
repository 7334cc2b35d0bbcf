#pragma once

namespace sipenduduk {

class PageRouter;

/// What a citizen sees of the own permohonan: list, state, receipts, cancelling.
void addOwnPages(PageRouter &pages);

} // namespace sipenduduk
