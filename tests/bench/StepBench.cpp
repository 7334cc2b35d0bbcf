#include "tests/bench/StepBench.h"

#include "server/db/Migrations.h"
#include "tests/bench/BenchOffice.h"
#include "tests/bench/LoadClient.h"
#include "tests/bench/SqliteReference.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>

#include <dlfcn.h>

#include <atomic>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

unsigned long syncCount()
{
    using Count = unsigned long (*)();
    const auto count = reinterpret_cast<Count>(dlsym(RTLD_DEFAULT, "sipenduduk_sync_count"));
    return count ? count() : 0;
}

/// Drives all clients from one thread until everything is done; seconds from the first request to
/// the last answer.
double drive(const BenchOffice &office, int clients)
{
    std::size_t next = 0;
    const auto nextId = [&]() -> PermohonanId {
        return next < std::size_t(office.waiting.size()) ? office.waiting.at(qsizetype(next++))
                                                         : PermohonanId{};
    };
    QEventLoop loop;
    QElapsedTimer timer;
    std::vector<std::unique_ptr<LoadClient>> machines;
    int ready = 0;
    int finished = 0;
    double seconds = 0;
    for (int i = 0; i < clients; ++i) {
        machines.push_back(
            std::make_unique<LoadClient>(office.port(), office.ca, office.version, nextId));
        QObject::connect(machines.back().get(), &LoadClient::ready, &loop, [&] {
            if (++ready < clients)
                return;
            timer.start();
            for (const auto &machine : machines)
                machine->start();
        });
        QObject::connect(machines.back().get(), &LoadClient::finished, &loop, [&] {
            if (++finished < clients)
                return;
            seconds = double(timer.nsecsElapsed()) / 1e9;
            loop.quit();
        });
    }
    loop.exec();
    return seconds;
}

} // namespace

BenchRow measureSteps(const QString &name, int clients, int steps)
{
    BenchOffice office(steps);
    const QString copy = office.office.folder.filePath(u"before.db"_s);
    if (!Migrations::copy(office.databasePath(), copy))
        qFatal("bench: no copy");

    const auto before = office.office.store->statistics();
    const unsigned long syncsBefore = syncCount();
    double seconds = 0;
    // The clients are other machines: a thread of their own, not that of the server's listener.
    std::unique_ptr<QThread> machines(QThread::create([&] { seconds = drive(office, clients); }));
    QEventLoop loop;
    QObject::connect(machines.get(), &QThread::finished, &loop, &QEventLoop::quit);
    machines->start();
    loop.exec();
    const auto after = office.office.store->statistics();
    const unsigned long ourSyncs = syncCount() - syncsBefore;

    const unsigned long referenceBefore = syncCount();
    const double reference = SqliteReference(copy, office.databasePath()).run(office.waiting);
    const unsigned long referenceSyncs = syncCount() - referenceBefore;
    const double ours = double(steps) / seconds;
    std::printf("%s: %d steps, %d client(s); ours %lld commits, %lu syncs; reference %lu syncs\n",
                qPrintable(name), steps, clients, qlonglong(after.commits - before.commits),
                ourSyncs, referenceSyncs);
    return {.name = name,
            .ours = ours,
            .reference = reference,
            .unit = u"steps/s"_s,
            .ratio = ours / reference};
}

} // namespace sipenduduk
