#pragma once

namespace sipenduduk {

class PageRouter;

/// Opening an account and logging in, both with a code by e-mail; logging out.
void addAccountPages(PageRouter &pages);

} // namespace sipenduduk
