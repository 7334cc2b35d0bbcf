#include "app/widgets/Icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QByteArray iconSource(const QString &name)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(isThere, "icon", qPrintable(name));
    return isThere ? file.readAll() : QByteArray();
}

QPixmap renderIcon(QSvgRenderer &renderer, int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

bool isDarkPalette()
{
    const QPalette palette = QGuiApplication::palette();
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

} // namespace

QIcon icon(const QString &name, const QColor &ink)
{
    const QPalette palette = QGuiApplication::palette();
    const QByteArray source = iconSource(name);
    const auto inked = [&](const QColor &colour) {
        return QByteArray(source).replace("currentColor", colour.name().toLatin1());
    };
    QSvgRenderer normal(inked(ink.isValid() ? ink : palette.color(QPalette::WindowText)));
    QSvgRenderer grey(inked(palette.color(QPalette::Disabled, QPalette::WindowText)));
    QSvgRenderer chosen(inked(palette.color(QPalette::HighlightedText)));
    QIcon result;
    for (const int size : {16, 20, 24, 32, 48, 64}) { // 200 % screens take the larger ones
        result.addPixmap(renderIcon(normal, size));
        result.addPixmap(renderIcon(grey, size), QIcon::Disabled);
        result.addPixmap(renderIcon(chosen, size), QIcon::Selected); // in a selected row
    }
    return result;
}

QColor successInk()
{
    return isDarkPalette() ? QColor(0x7c, 0xd9, 0x92) : QColor(0x1b, 0x6e, 0x32);
}

QColor warningInk()
{
    return isDarkPalette() ? QColor(0xf3, 0xc0, 0x5f) : QColor(0x8a, 0x55, 0x00);
}

QColor errorInk()
{
    return isDarkPalette() ? QColor(0xff, 0x9a, 0x94) : QColor(0xb0, 0x1e, 0x1e);
}

} // namespace sipenduduk
