#include "server/admin/ServerProgram.h"

#include "server/admin/AdminTexts.h"
#include "server/admin/Commands.h"
#include "server/admin/Terminal.h"

#include <QGuiApplication>
#include <QMap>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using CommandFunction = AdminResult<> (*)(const QStringList &);

const QMap<QString, CommandFunction> &programCommands()
{
    static const QMap<QString, CommandFunction> list{
        {u"setup"_s, commands::setup},   {u"run"_s, commands::run},
        {u"user"_s, commands::user},     {u"backup"_s, commands::backup},
        {u"doctor"_s, commands::doctor},
    };
    return list;
}

QString programHelp()
{
    return AdminTexts::tr("The server of a SIPENDUDUK office.\n\n"
                          "  setup   make a new office\n"
                          "  run     serve it\n"
                          "  user    add and change the officers' accounts\n"
                          "  backup  copy it while it runs\n"
                          "  doctor  examine it\n\n"
                          "sipenduduk-server COMMAND --help tells more.");
}

/// Indonesian, unless the person at the terminal asks for English.
void installLanguage(QTranslator &translator)
{
    if (qEnvironmentVariable("SIPENDUDUK_LANGUAGE") != u"en"_s
        && translator.load(u":/i18n/sipenduduk-server_id.qm"_s))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

int runServerProgram(int argc, char *argv[])
{
    // Drafts are laid out by Qt's own fonts engine, which needs a platform but no screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sipenduduk-server"_s);
    QTranslator translator;
    installLanguage(translator);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    const QString name = arguments.value(0);
    if (name.isEmpty() || name == u"help"_s || name == u"--help"_s || name == u"-h"_s) {
        Terminal::say(programHelp());
        return name.isEmpty() ? 2 : 0;
    }
    const CommandFunction command = programCommands().value(name);
    if (!command) {
        Terminal::complain(
            AdminTexts::tr("There is no command \"%1\". See: sipenduduk-server help").arg(name));
        return 2;
    }
    if (auto done = command(arguments.sliced(1)); !done) {
        Terminal::complain(done.error());
        return 1;
    }
    return 0;
}

} // namespace sipenduduk
