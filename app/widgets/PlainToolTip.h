#pragma once

#include <QString>

namespace sipenduduk {

/// A tool tip that shows `text` as it is. Qt takes what looks like HTML for HTML, and names of
/// files and persons come from outside.
[[nodiscard]] inline QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QString escaped = text.toHtmlEscaped().replace(QChar::LineFeed, QStringLiteral("<br>"));
    return QStringLiteral("<qt>%1</qt>").arg(escaped);
}

} // namespace sipenduduk
