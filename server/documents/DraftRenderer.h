#pragma once

#include "common/Result.h"
#include "server/documents/DraftInput.h"

#include <QByteArray>
#include <QStringList>

namespace sipenduduk {

/// Makes the draft PDF of one dokumen: A4, fonts embedded, no QR and no signature block but the
/// empty place for them (common/SignaturePlace.h, last page).
///
/// Needs a QGuiApplication in the process; a server without a screen starts it on the platform
/// "offscreen" (QT_QPA_PLATFORM=offscreen, package qt6-qpa-plugins). Not "minimal": it lays text
/// out differently. Make the first DraftRenderer in the main thread, as it registers the fonts;
/// render() is const, keeps no state and may run in any number of pool threads at once.
class DraftRenderer
{
public:
    /// The newest recipe. A draft once made keeps its version.
    static constexpr int TemplateVersion = 1;

    DraftRenderer();

    /// The draft's bytes: a function of `input` alone, with the same packages installed.
    ///
    /// InvalidArgument: unknown output, no number, key or date, or a character that the document
    /// fonts lack (the detail names the field and the code point). TooLarge: a field beyond the
    /// bounds. Unsupported: another template version. Internal: fonts or templates damaged.
    [[nodiscard]] Result<QByteArray> render(const DraftInput &input) const;

    /// The output codes that render() knows.
    [[nodiscard]] static QStringList outputs();
};

} // namespace sipenduduk
