#include "server/db/Store.h"

#include "server/db/Migrations.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <span>
#include <vector>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using Clock = std::chrono::steady_clock;

constexpr Clock::duration ShortestPatience = std::chrono::microseconds(500);
constexpr Clock::duration LongestPatience = std::chrono::milliseconds(2);

std::atomic<int> g_storeNumber; // connection names are process-wide in QtSql

} // namespace

/// The queues and the threads that serve them.
class Store::Threads
{
public:
    Threads(StoreOptions options, int number)
        : m_options(std::move(options))
        , m_number(number)
    {
    }

    ~Threads()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
        }
        m_wakeWriter.notify_all();
        m_wakeReaders.notify_all();
        for (const auto &thread : m_threads)
            thread->wait();
    }

    Result<> start()
    {
        for (int i = 0; i <= m_options.readers; ++i) {
            std::promise<Result<>> opened;
            auto isOpen = opened.get_future();
            m_threads.emplace_back(QThread::create([this, i, &opened] { serve(i, opened); }));
            m_threads.back()->start();
            if (Result<> result = isOpen.get(); !result)
                return result;
        }
        return {};
    }

    void enqueueWrite(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_writes.push_back(std::move(job));
        }
        m_wakeWriter.notify_one();
    }

    void enqueueRead(Job job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_reads.push_back(std::move(job));
        }
        m_wakeReaders.notify_one();
    }

    QString path() const { return m_options.path; }
    Statistics statistics() const { return {m_writeCount.load(), m_commitCount.load()}; }

private:
    void serve(int index, std::promise<Result<>> &opened)
    {
        const QString name = u"store%1-%2"_s.arg(m_number).arg(index);
        Result<Connection> connection = Connection::open(m_options.path, name);
        opened.set_value(connection ? Result<>() : Result<>(std::unexpected(connection.error())));
        if (!connection)
            return;
        if (index == 0)
            serveWrites(*connection);
        else
            serveReads(*connection);
    }

    void serveWrites(Connection &connection)
    {
        std::vector<Job> group;
        for (;;) {
            {
                std::unique_lock lock(m_mutex);
                m_wakeWriter.wait(lock, [this] { return m_isStopping || !m_writes.empty(); });
                if (m_writes.empty())
                    return;
                awaitCompany(lock);
                while (!m_writes.empty() && int(group.size()) < m_options.groupLimit) {
                    group.push_back(std::move(m_writes.front()));
                    m_writes.pop_front();
                }
            }
            commitGroup(connection, group);
            group.clear();
        }
    }

    /// Those who were answered a moment ago come back with their next write. On a slow disk it pays
    /// to let them: else half of the clients wait while the other half is committed, in turns.
    void awaitCompany(std::unique_lock<std::mutex> &lock)
    {
        const auto patience = std::min(m_lastCommit / 4, LongestPatience);
        if (m_lastGroup < 2 || patience < ShortestPatience)
            return;
        const std::size_t wanted =
            std::min(m_writes.size() + m_lastGroup, std::size_t(m_options.groupLimit));
        m_wakeWriter.wait_for(lock, patience,
                              [&] { return m_isStopping || m_writes.size() >= wanted; });
    }

    void commitGroup(Connection &connection, std::vector<Job> &group)
    {
        m_lastGroup = group.size();
        std::vector<Result<>> outcomes(group.size());
        if (runGroup(connection, group, outcomes)) {
            for (std::size_t i = 0; i < group.size(); ++i)
                group[i].finish(outcomes[i]);
            return;
        }
        // The transaction is gone (a full disk ends it, or the COMMIT failed): what one job
        // cannot have must not cost the others theirs, so each gets a transaction of its own.
        for (Job &job : group) {
            std::vector<Result<>> one(1);
            const bool isDurable = group.size() > 1 && runGroup(connection, {&job, 1}, one);
            if (!isDurable && one[0])
                one[0] = fail(ErrorCode::Storage, u"the commit failed"_s);
            job.finish(one[0]);
        }
    }

    /// One transaction, with a savepoint for each job of several. True: the outcomes stand. False:
    /// nothing was kept, whatever they say.
    bool runGroup(Connection &connection, std::span<Job> group, std::vector<Result<>> &outcomes)
    {
        if (!connection.run(u"BEGIN IMMEDIATE"_s)) {
            outcomes.assign(group.size(), fail(ErrorCode::Storage, u"no transaction"_s));
            return false;
        }
        qint64 kept = 0;
        for (std::size_t i = 0; i < group.size(); ++i) {
            outcomes[i] = group.size() == 1 ? runAlone(connection, group[i])
                                            : runInSavepoint(connection, group[i]);
            if (!connection.isInTransaction())
                return group.size() == 1; // its outcome says why
            kept += outcomes[i] ? 1 : 0;
        }
        const auto begun = Clock::now();
        const auto committed = connection.run(u"COMMIT"_s);
        m_lastCommit = Clock::now() - begun;
        if (!committed) {
            if (connection.isInTransaction())
                (void)connection.run(u"ROLLBACK"_s);
            return false;
        }
        m_writeCount += kept;
        m_commitCount += kept > 0 ? 1 : 0;
        return true;
    }

    static Result<> runJob(Connection &connection, const Job &job)
    {
        Result<> outcome = job.run(connection);
        if (!connection.isInTransaction())
            return fail(ErrorCode::Storage, u"the transaction was ended"_s);
        connection.finishStatements(); // a RETURNING that was read only once is still writing
        return outcome;
    }

    /// Without the two statements of a savepoint: one clerk's step at a quiet hour is a group of
    /// one.
    static Result<> runAlone(Connection &connection, const Job &job)
    {
        Result<> outcome = runJob(connection, job);
        if (!outcome && connection.isInTransaction())
            (void)connection.run(u"ROLLBACK"_s);
        return outcome;
    }

    static Result<> runInSavepoint(Connection &connection, const Job &job)
    {
        if (auto opened = connection.run(u"SAVEPOINT job"_s); !opened)
            return std::unexpected(opened.error());
        Result<> outcome = runJob(connection, job);
        if (!connection.isInTransaction())
            return outcome;
        if (!outcome)
            (void)connection.run(u"ROLLBACK TO job"_s);
        if (auto released = connection.run(u"RELEASE job"_s); !released && outcome)
            return std::unexpected(released.error());
        return outcome;
    }

    void serveReads(Connection &connection)
    {
        for (;;) {
            Job job;
            {
                std::unique_lock lock(m_mutex);
                m_wakeReaders.wait(lock, [this] { return m_isStopping || !m_reads.empty(); });
                if (m_reads.empty())
                    return;
                job = std::move(m_reads.front());
                m_reads.pop_front();
            }
            job.finish(runRead(connection, job));
        }
    }

    /// In a transaction, so that all its statements see one state.
    static Result<> runRead(Connection &connection, const Job &job)
    {
        if (auto begun = connection.run(u"BEGIN"_s); !begun)
            return std::unexpected(begun.error());
        Result<> outcome = job.run(connection);
        connection.finishStatements();
        (void)connection.run(u"COMMIT"_s);
        return outcome;
    }

    const StoreOptions m_options;
    const int m_number;
    std::mutex m_mutex;
    std::condition_variable m_wakeWriter;
    std::condition_variable m_wakeReaders;
    std::deque<Job> m_writes;
    std::deque<Job> m_reads;
    bool m_isStopping = false;
    Clock::duration m_lastCommit{}; ///< this and the next: the writer's thread alone
    std::size_t m_lastGroup = 0;
    std::atomic<qint64> m_writeCount;
    std::atomic<qint64> m_commitCount;
    std::vector<std::unique_ptr<QThread>> m_threads;
};

Store::Store(std::unique_ptr<Threads> threads)
    : m_threads(std::move(threads))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const StoreOptions &options)
{
    const int number = ++g_storeNumber;
    if (auto migrated = Migrations::apply(options.path); !migrated)
        return std::unexpected(migrated.error());
    auto threads = std::make_unique<Threads>(options, number);
    if (auto started = threads->start(); !started)
        return std::unexpected(started.error());
    return std::unique_ptr<Store>(new Store(std::move(threads)));
}

void Store::enqueueWrite(Job job)
{
    m_threads->enqueueWrite(std::move(job));
}

void Store::enqueueRead(Job job)
{
    m_threads->enqueueRead(std::move(job));
}

Answer<> Store::backup(const QString &path)
{
    // VACUUM may not run inside a transaction, so it has a connection and a thread of its own.
    const Promise<> promise;
    const QString source = m_threads->path();
    QThread *thread =
        QThread::create([promise, source, path] { promise.give(Migrations::copy(source, path)); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    Answer<> answer = promise.answer();
    thread->start();
    return answer;
}

Store::Statistics Store::statistics() const
{
    return m_threads->statistics();
}

} // namespace sipenduduk
