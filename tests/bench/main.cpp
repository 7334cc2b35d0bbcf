#include "tests/bench/SignBench.h"
#include "tests/bench/StepBench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

/// One measurement in a process of its own, with the sync counter preloaded.
struct Measurement
{
    QString name;
    int clients;
    int steps;
    int delayMicroseconds;
    int turns; ///< of each side
};

const QList<Measurement> StepMeasurements{
    {u"steps_1_vs_sqlite"_s, 1, 2'000, 0, 10},
    {u"steps_64_vs_sqlite"_s, 64, 20'000, 0, 5},
    {u"steps_64_vs_sqlite_5ms"_s, 64, 4'000, 5'000, 1},
};

QList<BenchRow> measureApart(const Measurement &measurement)
{
    ::sync(); // what others wrote before, such as a build, is not to be paid here
    QTemporaryDir folder;
    const QString answer = folder.filePath(u"row.json"_s);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LD_PRELOAD"_s, QStringLiteral(SIPENDUDUK_SYNC_DELAY));
    environment.insert(u"QT_LOGGING_RULES"_s,
                       u"*.warning=false"_s); // clients that leave are no news
    environment.insert(u"SIPENDUDUK_SYNC_DELAY_US"_s,
                       QString::number(measurement.delayMicroseconds));
    // Beside the program, on the disk that it was built on: /tmp may be memory.
    environment.insert(u"TMPDIR"_s, QCoreApplication::applicationDirPath());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"--steps"_s, measurement.name, u"--json"_s, answer});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("bench: %s ended with %s (%d)", qPrintable(measurement.name),
               qPrintable(process.errorString()), process.exitCode());
    QFile file(answer);
    return file.open(QIODevice::ReadOnly) ? rowsFromJson(file.readAll()) : QList<BenchRow>();
}

/// Of three runs the one with the middle ratio: the disk of a machine has moods.
QList<BenchRow> measureThrice(const Measurement &measurement)
{
    QList<BenchRow> runs;
    for (int i = 0; i < 3; ++i)
        runs += measureApart(measurement);
    std::ranges::sort(runs, {}, &BenchRow::ratio);
    return {runs.at(runs.size() / 2)};
}

QList<BenchRow> measureSelf(const QString &name)
{
    for (const Measurement &measurement : StepMeasurements) {
        if (measurement.name == name)
            return {measureSteps(name, measurement.clients, measurement.steps, measurement.turns)};
    }
    qFatal("bench: no measurement %s", qPrintable(name));
}

bool write(const QString &path, const QList<BenchRow> &rows)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(toJson(rows)) > 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption json(u"json"_s, u"Write the rows to this file."_s, u"FILE"_s);
    const QCommandLineOption only(u"only"_s, u"Only steps, or only tte."_s, u"PART"_s);
    const QCommandLineOption steps(u"steps"_s, u"One measurement of steps, in this process."_s,
                                   u"NAME"_s);
    parser.addHelpOption();
    parser.addOptions({json, only, steps});
    parser.process(application);

    QList<BenchRow> rows;
    if (parser.isSet(steps)) {
        rows = measureSelf(parser.value(steps));
    } else {
        if (parser.value(only) != "tte"_L1) {
            for (const Measurement &measurement : StepMeasurements)
                rows += measureThrice(measurement);
        }
        if (parser.value(only) != "steps"_L1)
            rows += measureSigning();
        printTable(rows);
    }
    return parser.isSet(json) && !write(parser.value(json), rows) ? 1 : 0;
}
