#include "server/documents/DocumentFonts.h"

#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QRawFont>

#include <bitset>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace sipenduduk {

TextStyle TextStyle::bolder() const
{
    TextStyle style = *this;
    style.bold = true;
    return style;
}

TextStyle TextStyle::slanted() const
{
    TextStyle style = *this;
    style.italic = true;
    return style;
}

TextStyle TextStyle::sized(qreal points) const
{
    TextStyle style = *this;
    style.size = points;
    return style;
}

TextStyle TextStyle::aligned(Qt::Alignment where) const
{
    TextStyle style = *this;
    style.alignment = where;
    return style;
}

TextStyle TextStyle::coloured(const QColor &ink) const
{
    TextStyle style = *this;
    style.color = ink;
    return style;
}

namespace DocumentFonts {

namespace {

constexpr char32_t CoverageEnd = 0x2200; ///< the fonts hold nothing beyond
constexpr qreal ProbeSize = 16;          ///< pixels; coverage does not depend on it

/// Written once under the flag below, read by all threads afterwards.
struct LoadedFonts
{
    std::once_flag once;
    Result<> outcome;
    std::bitset<CoverageEnd> coverage;
};

LoadedFonts &loadedFonts()
{
    static LoadedFonts fonts;
    return fonts;
}

QString familyOf(TextStyle::Face face)
{
    return face == TextStyle::Face::Serif ? u"Sipenduduk Serif"_s : u"Sipenduduk Sans"_s;
}

Result<> addFont(const QString &name, std::bitset<CoverageEnd> &coverage)
{
    QFile file(u":/sipenduduk/fonts/"_s + name + u".ttf"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"document font missing: "_s + name);
    const QByteArray bytes = file.readAll();
    if (QFontDatabase::addApplicationFontFromData(bytes) < 0)
        return fail(ErrorCode::Internal, u"document font refused: "_s + name);
    const QRawFont raw(bytes, ProbeSize, QFont::PreferNoHinting);
    for (char32_t c = 0; c < CoverageEnd; ++c) {
        if (coverage.test(c) && !raw.supportsCharacter(uint(c)))
            coverage.reset(c);
    }
    return {};
}

Result<> addAllFonts(std::bitset<CoverageEnd> &coverage)
{
    coverage.set();
    for (const QString &face : {u"Serif"_s, u"Sans"_s}) {
        for (const QString &style : {u"Regular"_s, u"Bold"_s, u"Italic"_s, u"BoldItalic"_s}) {
            if (auto added = addFont(u"Sipenduduk"_s + face + u'-' + style, coverage); !added)
                return added;
        }
    }
    return {};
}

/// The character to print instead; 0 drops it.
char32_t plainForm(char32_t c)
{
    if (c == U'\t' || c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000)
        return U' ';
    if (c == 0x2010 || c == 0x2011)
        return U'-';
    if (c == U'\n')
        return c;
    const bool isInvisible = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x00AD
        || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
    return isInvisible ? U'\0' : c;
}

QString withPlainLineBreaks(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\r', u'\n');
    text.replace(QChar(0x2028), u'\n');
    text.replace(QChar(0x2029), u'\n');
    return text;
}

} // namespace

Result<> load()
{
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()) == nullptr)
        return fail(ErrorCode::Internal, u"documents: no QGuiApplication"_s);
    LoadedFonts &fonts = loadedFonts();
    std::call_once(fonts.once, [&fonts] { fonts.outcome = addAllFonts(fonts.coverage); });
    return fonts.outcome;
}

QFont font(const TextStyle &style)
{
    QFont font(familyOf(style.face));
    font.setPointSizeF(style.size);
    font.setBold(style.bold);
    font.setItalic(style.italic);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::NoFontMerging);
    return font;
}

bool covers(char32_t character)
{
    return character < CoverageEnd && loadedFonts().coverage.test(character);
}

Result<QString> printable(const QString &text)
{
    const QString composed = withPlainLineBreaks(text).normalized(QString::NormalizationForm_C);
    QString result;
    result.reserve(composed.size());
    for (const char32_t c : composed.toUcs4()) {
        const char32_t plain = plainForm(c);
        if (plain == U'\0')
            continue;
        if (plain != U'\n' && !covers(plain))
            return fail(
                ErrorCode::InvalidArgument,
                u"documents: no glyph for U+%1"_s.arg(qulonglong(plain), 4, 16, QChar(u'0')));
        result += QChar::fromUcs4(plain);
    }
    return result;
}

} // namespace DocumentFonts

} // namespace sipenduduk
