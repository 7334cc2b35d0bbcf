#pragma once

class QApplication;

namespace sipenduduk {

/// The look of the program: one style and one typeface on every office PC, light or dark as the
/// system asks. A high-contrast palette of the system is left as it is.
void applyTheme(QApplication &application);

} // namespace sipenduduk
