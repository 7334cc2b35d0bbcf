#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace sipenduduk {

/// An icon of resources/icons by its file name without ending, in the ink of the palette, or in
/// `ink` when that is valid. An unknown name is a defect of ours.
[[nodiscard]] QIcon icon(const QString &name, const QColor &ink = {});

/// Inks that say good, attention and bad, readable on the base colour of the palette (4.5:1).
[[nodiscard]] QColor successInk();
[[nodiscard]] QColor warningInk();
[[nodiscard]] QColor errorInk();

} // namespace sipenduduk
