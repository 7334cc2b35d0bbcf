#include "tests/bench/StepBench.h"

#include "server/db/Migrations.h"
#include "tests/bench/BenchOffice.h"
#include "tests/bench/LoadClient.h"
#include "tests/bench/SqliteReference.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QThread>

#include <dlfcn.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

unsigned long syncCount()
{
    using Count = unsigned long (*)();
    const auto count = reinterpret_cast<Count>(dlsym(RTLD_DEFAULT, "sipenduduk_sync_count"));
    return count ? count() : 0;
}

/// The clients' machines, driven by the thread that makes them.
class Machines
{
public:
    /// All are logged in afterwards.
    Machines(const BenchOffice &office, int count)
    {
        int ready = 0;
        for (int i = 0; i < count; ++i) {
            m_clients.push_back(
                std::make_unique<LoadClient>(office.port(), office.ca, office.version, [this] {
                    return m_next < m_steps.size() ? m_steps.at(m_next++) : PermohonanId{};
                }));
            QObject::connect(m_clients.back().get(), &LoadClient::ready, &m_loop, [&] {
                if (++ready == count)
                    m_loop.quit();
            });
            QObject::connect(m_clients.back().get(), &LoadClient::finished, &m_loop, [this] {
                if (++m_finished == m_clients.size())
                    m_loop.quit();
            });
        }
        m_loop.exec();
    }

    /// Seconds from the first request to the last answer.
    double run(const QList<PermohonanId> &steps)
    {
        m_steps = steps;
        m_next = 0;
        m_finished = 0;
        QElapsedTimer timer;
        timer.start();
        for (const auto &client : m_clients)
            client->start();
        m_loop.exec();
        return double(timer.nsecsElapsed()) / 1e9;
    }

private:
    QEventLoop m_loop;
    std::vector<std::unique_ptr<LoadClient>> m_clients;
    QList<PermohonanId> m_steps;
    qsizetype m_next = 0;
    std::size_t m_finished = 0;
};

/// What one side needed.
struct Effort
{
    double seconds = 0;
    unsigned long syncs = 0;
    qint64 commits = 0; ///< of the office's store

    template <typename Run>
    void add(const Store &store, Run run)
    {
        const unsigned long syncsBefore = syncCount();
        const qint64 commitsBefore = store.statistics().commits;
        seconds += run();
        syncs += syncCount() - syncsBefore;
        commits += store.statistics().commits - commitsBefore;
    }
};

} // namespace

BenchRow measureSteps(const QString &name, int clients, int steps, int turns)
{
    BenchOffice office(steps);
    const QString copy = office.office.folder.filePath(u"before.db"_s);
    if (!Migrations::copy(office.databasePath(), copy))
        qFatal("bench: no copy");

    const Store &store = *office.office.store;
    Effort ours;
    Effort reference;
    // The clients are other machines: a thread of their own, not that of the server's listener.
    std::unique_ptr<QThread> thread(QThread::create([&] {
        Machines machines(office, clients);
        SqliteReference sqlite(copy, office.databasePath());
        const qsizetype length = office.waiting.size() / turns;
        for (qsizetype first = 0; first < office.waiting.size(); first += length) {
            const QList<PermohonanId> turn =
                office.waiting.sliced(first, std::min(length, office.waiting.size() - first));
            ours.add(store, [&] { return machines.run(turn); });
            reference.add(store, [&] { return sqlite.run(turn); });
        }
    }));
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();

    std::printf("%s: %d steps, %d client(s); ours %lld commits, %lu syncs; reference %lu syncs\n",
                qPrintable(name), steps, clients, qlonglong(ours.commits), ours.syncs,
                reference.syncs);
    return {.name = name,
            .ours = steps / ours.seconds,
            .reference = steps / reference.seconds,
            .unit = u"steps/s"_s,
            .ratio = reference.seconds / ours.seconds};
}

} // namespace sipenduduk
