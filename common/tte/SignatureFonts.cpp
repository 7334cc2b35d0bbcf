#include "common/tte/SignatureFonts.h"

#include "common/tte/SignatureLook.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QByteArray fontFile(const QString &name)
{
    QFile file(u":/fonts/"_s + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

} // namespace

QString signatureFontFamily()
{
    static const QString family = SignatureLook::loadFontFamily(
        {fontFile(u"SipendudukSans-Regular.ttf"_s), fontFile(u"SipendudukSans-Bold.ttf"_s)});
    return family;
}

} // namespace sipenduduk
