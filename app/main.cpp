#include "app/main/Desk.h"
#include "app/main/Language.h"
#include "app/main/Theme.h"
#include "app/signing/CryptoStart.h"
#include "app/widgets/Icons.h"
#include "app/widgets/ScrollAreaAccess.h"

#include <QApplication>
#include <QFile>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

Result<KatalogLayanan> builtInKatalog()
{
    QFile file(u":/services/katalog.jsonl"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"the catalogue is missing"_s);
    return KatalogLayanan::parse(file.readAll());
}

int say(std::FILE *stream, const QString &text, int exitCode)
{
    std::fputs(qPrintable(text), stream);
    return exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sipenduduk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SIPENDUDUK_VERSION));
    QGuiApplication::setApplicationDisplayName({}); // the windows name themselves
    const auto options = optionsFrom(application.arguments());
    if (!options)
        return say(stderr, options.error().detail + u'\n', 2);
    if (!options->answer.isEmpty())
        return say(stdout, options->answer, 0);
    auto katalog = builtInKatalog();
    if (!katalog)
        return say(stderr, katalog.error().detail + u'\n', 1);
    const Language language(Desk::settingsFor(*options)->value(u"language"_s, u"id"_s).toString());
    installScrollAreaAccess();
    applyTheme(application);
    QGuiApplication::setWindowIcon(icon(u"sipenduduk"_s));
    const CryptoStart crypto; // before the first key, until after the last window
    Desk desk(*options, std::move(*katalog));
    desk.start();
    return application.exec();
}
