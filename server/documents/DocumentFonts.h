#pragma once

#include "common/Result.h"

#include <QColor>
#include <QFont>
#include <QStringList>

namespace sipenduduk {

/// The look of one piece of text on a document. Sizes in points.
struct TextStyle
{
    enum class Face { Serif, Sans };

    Face face = Face::Serif;
    qreal size = 10.5;
    bool bold = false;
    bool italic = false;
    QColor color = Qt::black;
    Qt::Alignment alignment = Qt::AlignLeft;
    qreal lineHeight = 1.0; ///< factor on the font's own line height

    [[nodiscard]] TextStyle bolder() const;
    [[nodiscard]] TextStyle slanted() const;
    [[nodiscard]] TextStyle sized(qreal points) const;
    [[nodiscard]] TextStyle aligned(Qt::Alignment where) const;
    [[nodiscard]] TextStyle coloured(const QColor &ink) const;
};

/// The fonts that every document embeds. They are compiled in under family names of our own, so
/// that no font of the system takes part, and are never hinted: both would change the bytes.
namespace DocumentFonts {

/// Registers the fonts with the application, once; later calls only report the first outcome.
/// Thread-safe. Internal without a QGuiApplication or when the resources are damaged.
[[nodiscard]] Result<> load();

/// A font that falls back to no other family. load() must have succeeded.
[[nodiscard]] QFont font(const TextStyle &style);

/// True when all faces draw this character.
[[nodiscard]] bool covers(char32_t character);

/// `text` as it may be printed: NFC, line breaks as '\n', invisible characters dropped, exotic
/// hyphens and blanks replaced by plain ones. InvalidArgument, naming the code point, for a
/// character that the fonts do not have: a clerk must decide how to spell it, not a fallback.
[[nodiscard]] Result<QString> printable(const QString &text);

} // namespace DocumentFonts

} // namespace sipenduduk
