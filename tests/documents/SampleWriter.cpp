// Writes one sample document to a file: the tests run it under other clocks, hash seeds and
// time zones, and a person looks at its pages.
// Usage: documents_sample OUTPUT FILE [latihan] [MEMBERS]

#include "server/documents/DraftRenderer.h"
#include "tests/documents/Samples.h"

#include <QFile>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 3)
        return 2;
    auto input = arguments.size() > 4 ? sipenduduk::samples::family(arguments.at(4).toInt())
                                      : sipenduduk::samples::forOutput(arguments.at(1));
    if (arguments.value(3) == "latihan"_L1)
        input.mode = sipenduduk::DraftMode::Latihan;
    const auto bytes = sipenduduk::DraftRenderer().render(input);
    if (!bytes) {
        qCritical("%s", qUtf8Printable(bytes.error().detail));
        return 1;
    }
    QFile file(arguments.at(2));
    return file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size() ? 0 : 1;
}
