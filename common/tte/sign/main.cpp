#include "common/tte/TteRuntime.h"
#include "common/tte/sign/KeyOptions.h"
#include "common/tte/sign/ListKeysCommand.h"
#include "common/tte/sign/SignCommand.h"
#include "common/tte/sign/UpgradeCommand.h"

#include <QGuiApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // it draws the look of a signature, and no window
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"sipenduduk-sign"_s);
    const TteRuntime runtime;
    QStringList arguments = QGuiApplication::arguments();
    const QString command = arguments.value(1);
    if (arguments.size() > 1)
        arguments.removeAt(1);
    if (command == "sign"_L1)
        return signCommand(arguments);
    if (command == "upgrade"_L1)
        return upgradeCommand(arguments);
    if (command == "list-keys"_L1)
        return listKeysCommand(arguments);
    const QString usage =
        u"Menandatangani PDF secara elektronik dengan kunci di berkas atau di token.\n\n"
        "  sipenduduk-sign list-keys …   kunci apa yang ada, dan dapatkah dipakai hari ini\n"
        "  sipenduduk-sign sign …        menandatangani satu PDF\n"
        "  sipenduduk-sign upgrade …     melengkapi PDF bertanda tangan agar tahan lama\n\n"
        "Rincian tiap perintah: --help. Keluar dengan 0 bila berhasil, 1 bila ditolak, 2 bila\n"
        "perintahnya keliru."_s;
    if (command == "--help"_L1 || command == "-h"_L1) {
        QTextStream(stdout) << usage << Qt::endl;
        return ExitDone;
    }
    return complain(usage, ExitWrongCall);
}
