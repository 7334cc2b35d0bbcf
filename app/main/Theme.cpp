#include "app/main/Theme.h"

#include <QApplication>
#include <QFont>
#include <QFontDatabase>
#include <QPalette>
#include <QProxyStyle>
#include <QStyle>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int TextPoints = 10;

/// Fusion with room around the words of a button, and no pictures on those of a dialog.
class OfficeStyle : public QProxyStyle
{
public:
    OfficeStyle()
        : QProxyStyle(u"Fusion"_s)
    {
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override
    {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, answer);
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override
    {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return type == CT_PushButton ? size + ButtonRoom : size;
    }

private:
    static constexpr QSize ButtonRoom{10, 2};
};

QPalette lightPalette(QPalette palette)
{
    palette.setColor(QPalette::Window, QColor(0xf4, 0xf6, 0xf8));
    palette.setColor(QPalette::WindowText, QColor(0x1d, 0x24, 0x2b));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf3, 0xf7, 0xfa));
    palette.setColor(QPalette::Text, QColor(0x1d, 0x24, 0x2b));
    palette.setColor(QPalette::Button, QColor(0xfb, 0xfc, 0xfd));
    palette.setColor(QPalette::ButtonText, QColor(0x1d, 0x24, 0x2b));
    palette.setColor(QPalette::PlaceholderText, QColor(0x5f, 0x6b, 0x76));
    palette.setColor(QPalette::Highlight, QColor(0x14, 0x50, 0x7f));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x14, 0x50, 0x7f));
    palette.setColor(QPalette::Accent, QColor(0x14, 0x50, 0x7f));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x8d, 0x97, 0xa0));
    return palette;
}

QPalette darkPalette(QPalette palette)
{
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x74, 0xad));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Accent, QColor(0x6c, 0xb0, 0xe6));
    palette.setColor(QPalette::Link, QColor(0x8c, 0xc4, 0xf2));
    return palette;
}

/// Black on white or white on black and nothing between: somebody needs it like that.
bool isHighContrast(const QPalette &palette)
{
    const int text = palette.color(QPalette::WindowText).lightness();
    const int ground = palette.color(QPalette::Window).lightness();
    return qAbs(text - ground) >= 250;
}

} // namespace

void applyTheme(QApplication &application)
{
    const QPalette system = application.palette();
    QApplication::setStyle(new OfficeStyle); // the application owns it
    for (const QString &face : {u"Regular"_s, u"Bold"_s, u"Italic"_s})
        QFontDatabase::addApplicationFont(u":/fonts/SipendudukSans-%1.ttf"_s.arg(face));
    QFont font(u"Sipenduduk Sans"_s);
    font.setPointSize(TextPoints);
    QApplication::setFont(font);
    if (isHighContrast(system))
        return;
    const bool isDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    const QPalette standard = QApplication::style()->standardPalette();
    QApplication::setPalette(isDark ? darkPalette(standard) : lightPalette(standard));
}

} // namespace sipenduduk
