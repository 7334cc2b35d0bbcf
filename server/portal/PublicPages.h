#pragma once

namespace sipenduduk {

class PageRouter;

/// Pages for everybody: welcome, services, public state, check of a QR, download, help, privacy,
/// and the files that the pages load.
void addPublicPages(PageRouter &pages);

} // namespace sipenduduk
