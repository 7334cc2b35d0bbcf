#pragma once

#include "common/Result.h"
#include "server/db/Answer.h"
#include "server/db/Connection.h"

#include <QString>

#include <functional>
#include <memory>
#include <type_traits>

namespace sipenduduk {

struct StoreOptions
{
    QString path;         ///< database file
    int readers = 2;      ///< threads that read beside the writer
    int groupLimit = 128; ///< writes in one commit at most
};

/// The database behind two functions. `write` runs its function in a transaction on the one
/// writer thread; writes that wait are committed together (group commit), each in a savepoint
/// of its own, and nothing is answered before the COMMIT is on the disk. `read` runs on a pool.
///
/// The function gets a Connection and returns Result<T>. It must be pure over the connection:
/// it may be run again, and nothing outside changes before its answer says so.
class Store
{
public:
    /// Opens, migrates (with a backup beside the file before each migration) and starts the
    /// threads. Errors: Storage; Unsupported for a database of a newer program.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(const StoreOptions &options);

    /// Finishes what was queued, then stops the threads.
    ~Store();

    template <typename F>
    auto write(F function)
    {
        return enqueue(std::move(function), &Store::enqueueWrite);
    }

    /// The same; `announce` gets the outcome on the writer's thread, in the order of the commits
    /// and before the answer is given. It must be quick: the next commit waits for it.
    template <typename F, typename Announce>
    auto write(F function, Announce announce)
    {
        return enqueue(std::move(function), &Store::enqueueWrite, std::move(announce));
    }

    template <typename F>
    auto read(F function)
    {
        return enqueue(std::move(function), &Store::enqueueRead);
    }

    /// A consistent copy of the database in `path`, while others go on. Errors: Storage.
    [[nodiscard]] Answer<> backup(const QString &path);

    struct Statistics
    {
        qint64 writes = 0;  ///< functions run successfully
        qint64 commits = 0; ///< durable commits that carried them
    };
    [[nodiscard]] Statistics statistics() const;

private:
    /// A queued function: runs on a connection; told the outcome when it is durable.
    struct Job
    {
        std::function<Result<>(Connection &)> run;
        std::function<void(const Result<> &)> finish; ///< error: nothing of it was kept
    };

    class Threads;
    explicit Store(std::unique_ptr<Threads> threads);

    void enqueueWrite(Job job);
    void enqueueRead(Job job);

    struct Silent
    {
        template <typename Outcome>
        void operator()(const Outcome &) const
        {
        }
    };

    template <typename F, typename Announce = Silent>
    auto enqueue(F function, void (Store::*queue)(Job), Announce announce = {})
    {
        using Outcome = std::invoke_result_t<F, Connection &>;
        struct State
        {
            F function;
            Promise<typename Outcome::value_type> promise;
            Outcome outcome = fail(ErrorCode::Internal, QString());
        };
        auto state =
            std::make_shared<State>(State{std::move(function), {}, fail(ErrorCode::Internal, {})});
        auto answer = state->promise.answer();
        Job job;
        job.run = [state](Connection &connection) -> Result<> {
            state->outcome = detail::guarded<Outcome>([&] { return state->function(connection); });
            if (!state->outcome)
                return std::unexpected(state->outcome.error());
            return {};
        };
        job.finish = [state, announce = std::move(announce)](const Result<> &durable) {
            if (!durable)
                state->outcome = std::unexpected(durable.error());
            announce(std::as_const(state->outcome));
            state->promise.give(std::move(state->outcome));
        };
        (this->*queue)(std::move(job));
        return answer;
    }

    std::unique_ptr<Threads> m_threads;
};

} // namespace sipenduduk
