#pragma once

#include "common/Result.h"

#include <QThreadPool>

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>

namespace sipenduduk {

template <typename T>
class Promise;

namespace detail {

/// One request that finds no memory must not end the server for all: `run` gives Outcome, or
/// what it throws becomes Internal.
template <typename Outcome, typename F>
Outcome guarded(F run)
{
    try {
        return run();
    } catch (const std::exception &) {
        return fail(ErrorCode::Internal, QStringLiteral("exception"));
    }
}

} // namespace detail

/// A Result<T> that comes later, from another thread. Whoever asked either waits for it or says
/// what follows, once: the outcome is moved on.
///
/// Not QFuture: in Qt 6.8.2 a continuation that is attached while another thread finishes the
/// future may run a second time, with what the first time has moved away, and the program ends
/// there. Here attaching and giving exclude each other.
template <typename T = void>
class Answer
{
public:
    using Value = T;

    /// One that is there already; a function that knows its answer at once returns just that.
    explicit(false) Answer(Result<T> outcome)
        : m_state(std::make_shared<State>())
    {
        m_state->outcome = std::move(outcome);
    }
    explicit(false) Answer(std::unexpected<Error> error)
        : Answer(Result<T>(std::move(error)))
    {
    }

    /// Waits. Not on a thread that the answer needs, and not once something follows.
    [[nodiscard]] Result<T> result() const
    {
        std::unique_lock lock(m_state->mutex);
        Q_ASSERT(!m_state->isFollowed);
        const auto &outcome = m_state->outcome;
        while (!outcome)
            m_state->given.wait(lock);
        return *outcome;
    }

    [[nodiscard]] bool isGiven() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->outcome.has_value();
    }

    /// `follow(Result<T>)` runs on the thread that gives the answer or drops the promise; here and
    /// now when it is there. Once. It returns a Result<U>, an Answer<U> or nothing; then() answers
    /// Answer<U> or nothing. What one that returns something throws (no memory) becomes Internal.
    template <typename F>
    auto then(F follow)
    {
        return chain(std::move(follow), [](auto run) { run(); });
    }

    /// The same on a thread of `pool`, for what takes long.
    template <typename F>
    auto then(QThreadPool &pool, F follow)
    {
        return chain(std::move(follow), [&pool](auto run) { pool.start(std::move(run)); });
    }

private:
    friend class Promise<T>;

    struct State
    {
        std::mutex mutex;
        std::condition_variable given;
        std::optional<Result<T>> outcome;
        std::function<void(Result<T>)> follow;
        bool isFollowed = false; ///< the outcome is, or will be, moved on
    };

    explicit Answer(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }

    void take(std::function<void(Result<T>)> follow)
    {
        std::unique_lock lock(m_state->mutex);
        Q_ASSERT(!m_state->isFollowed);
        m_state->isFollowed = true;
        auto &outcome = m_state->outcome;
        if (!outcome) {
            m_state->follow = std::move(follow);
            return;
        }
        Result<T> given = std::move(*outcome);
        lock.unlock();
        follow(std::move(given));
    }

    template <typename F, typename Place>
    auto chain(F follow, Place place)
    {
        using Next = std::invoke_result_t<F, Result<T>>;
        if constexpr (std::is_void_v<Next>) {
            take([follow = std::move(follow), place](Result<T> outcome) mutable {
                place([follow = std::move(follow), outcome = std::move(outcome)]() mutable {
                    follow(std::move(outcome));
                });
            });
        } else {
            Promise<typename AnswerTo<Next>::Value> promise;
            auto later = promise.answer();
            take([follow = std::move(follow), place, promise](Result<T> outcome) mutable {
                place(
                    [follow = std::move(follow), promise, outcome = std::move(outcome)]() mutable {
                        AnswerTo<Next>(detail::guarded<Next>([&] {
                            return follow(std::move(outcome));
                        })).pass(promise);
                    });
            });
            return later;
        }
    }

    /// What a continuation returned, a Result or an Answer, given to the one who waits for it.
    template <typename Next>
    struct AnswerTo
    {
        using Value = typename Next::value_type;
        Next outcome;
        void pass(const Promise<Value> &promise) { promise.give(std::move(outcome)); }
    };
    template <typename U>
    struct AnswerTo<Answer<U>>
    {
        using Value = U;
        Answer<U> answer;
        void pass(const Promise<U> &promise)
        {
            answer.then([promise](Result<U> outcome) { promise.give(std::move(outcome)); });
        }
    };

    std::shared_ptr<State> m_state;
};

/// The other end of an Answer. Copies share it; when the last one goes without having given
/// anything, the answer is Internal, so that nobody waits for ever.
template <typename T = void>
class Promise
{
public:
    Promise()
        : m_duty(std::make_shared<Duty>())
    {
    }

    [[nodiscard]] Answer<T> answer() const { return Answer<T>(m_duty->state); }

    /// Once; what follows the answer runs in here.
    void give(Result<T> outcome) const { m_duty->give(std::move(outcome)); }

private:
    using State = typename Answer<T>::State;

    struct Duty
    {
        std::shared_ptr<State> state = std::make_shared<State>();
        bool isDone = false;

        ~Duty()
        {
            if (!isDone)
                give(fail(ErrorCode::Internal, QStringLiteral("given up")));
        }

        void give(Result<T> outcome)
        {
            isDone = true;
            std::unique_lock lock(state->mutex);
            if (auto follow = std::exchange(state->follow, {})) {
                lock.unlock();
                follow(std::move(outcome));
                return;
            }
            state->outcome = std::move(outcome);
            lock.unlock();
            state->given.notify_all();
        }
    };

    std::shared_ptr<Duty> m_duty;
};

/// Runs `work() → Result<T>` on a thread of `pool`. What it throws becomes Internal.
template <typename F>
auto answerFrom(QThreadPool &pool, F work)
{
    using Outcome = std::invoke_result_t<F>;
    const Promise<typename Outcome::value_type> promise;
    auto answer = promise.answer();
    pool.start([promise, work = std::move(work)]() mutable {
        promise.give(detail::guarded<Outcome>([&] { return work(); }));
    });
    return answer;
}

} // namespace sipenduduk
