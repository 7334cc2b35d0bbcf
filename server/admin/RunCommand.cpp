#include "server/admin/AdminTexts.h"
#include "server/admin/CommandLine.h"
#include "server/admin/Commands.h"
#include "server/admin/ServerProcess.h"
#include "server/admin/StopSignals.h"
#include "server/admin/Terminal.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

} // namespace

AdminResult<> commands::run(const QStringList &arguments)
{
    CommandLine line(u"run --dir DIR"_s,
                     AdminTexts::tr("Serves the office until it is stopped by SIGTERM or Ctrl-C."));
    if (auto parsed = line.parse(arguments, 0); !parsed)
        return parsed;
    if (line.wantsHelp()) {
        Terminal::say(line.help());
        return {};
    }
    const StopSignals stop; // before any thread, so that none of them is interrupted
    QObject::connect(&stop, &StopSignals::asked, qApp, &QCoreApplication::quit);
    ServerProcess process(line.directory());
    if (auto started = process.start(); !started)
        return started;
    Terminal::say(process.readyLine());
    QCoreApplication::exec();
    return {};
}

} // namespace sipenduduk
