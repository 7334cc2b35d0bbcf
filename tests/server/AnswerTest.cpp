#include "server/db/Answer.h"

#include <catch2/catch_test_macros.hpp>

#include <QThread>

#include <atomic>
#include <new>
#include <thread>
#include <vector>

using namespace sipenduduk;
using namespace Qt::StringLiterals;

namespace {

/// Two threads that meet at every round, so that what they then do happens at the same time.
class Meeting
{
public:
    void wait()
    {
        const int round = m_round;
        if (++m_here == 2) {
            m_here = 0;
            ++m_round;
        } else {
            while (m_round == round)
                std::this_thread::yield();
        }
    }

private:
    std::atomic<int> m_here = 0;
    std::atomic<int> m_round = 0;
};

} // namespace

TEST_CASE("What follows an answer runs once, however close asking and giving are")
{
    constexpr int Rounds = 20'000;
    Meeting meeting;
    std::vector<Promise<QByteArray>> promises(Rounds);
    std::atomic<int> runs = 0;
    std::atomic<int> lost = 0;

    std::thread giver([&] {
        for (const auto &promise : promises) {
            meeting.wait();
            promise.give(QByteArray(40, 'a'));
        }
    });
    for (const auto &promise : promises) {
        Answer<QByteArray> answer = promise.answer();
        meeting.wait();
        answer
            .then([](Result<QByteArray> bytes) -> Result<QByteArray> {
                return bytes->toUpper(); // moved in: nothing is left for a second run
            })
            .then([&](Result<QByteArray> bytes) {
                ++runs;
                lost += bytes == QByteArray(40, 'A') ? 0 : 1;
            });
    }
    giver.join();
    CHECK(runs == Rounds);
    CHECK(lost == 0);
}

TEST_CASE("An answer that is there is used here and now")
{
    Answer<int> answer = Result<int>(4);
    CHECK(answer.isGiven());
    bool isUsed = false;
    answer.then([&](const Result<int> &number) { isUsed = number == 4; });
    CHECK(isUsed);
}

TEST_CASE("What follows gets an error too, and an answer may follow an answer")
{
    const Promise<int> first;
    const Promise<QString> second;
    const Answer<QString> last = first.answer().then([&](Result<int> number) -> Answer<QString> {
        if (!number)
            return std::unexpected(number.error());
        return second.answer();
    });
    SECTION("both come")
    {
        first.give(1);
        CHECK_FALSE(last.isGiven());
        second.give(u"dua"_s);
        CHECK(last.result() == u"dua"_s);
    }
    SECTION("the first fails")
    {
        first.give(fail(ErrorCode::Busy, u"first"_s));
        CHECK(last.result().error().code == ErrorCode::Busy);
    }
}

TEST_CASE("A promise that was given up is an internal error, not a wait for ever")
{
    auto promise = std::make_unique<Promise<int>>();
    auto copy = std::make_unique<Promise<int>>(*promise);
    const Answer<int> answer = promise->answer();
    promise.reset();
    REQUIRE_FALSE(answer.isGiven());
    SECTION("the copy keeps it")
    {
        copy->give(3);
        CHECK(answer.result() == 3);
    }
    SECTION("nobody keeps it")
    {
        copy.reset();
        REQUIRE(answer.isGiven());
        CHECK(answer.result().error().code == ErrorCode::Internal);
    }
}

TEST_CASE("What follows a promise that was given up hears of it")
{
    QThreadPool pool;
    auto promise = std::make_unique<Promise<int>>();
    SECTION("at once")
    {
        ErrorCode heard{};
        promise->answer().then([&](const Result<int> &outcome) { heard = outcome.error().code; });
        promise.reset();
        CHECK(heard == ErrorCode::Internal);
    }
    SECTION("on a pool")
    {
        const Answer<ErrorCode> heard =
            promise->answer().then(pool, [](const Result<int> &outcome) -> Result<ErrorCode> {
                return outcome.error().code;
            });
        promise.reset();
        CHECK(heard.result() == ErrorCode::Internal);
    }
}

TEST_CASE("What is thrown is an internal error of one request")
{
    QThreadPool pool;
    const auto thrower = []() -> Result<int> { throw std::bad_alloc(); };
    CHECK(answerFrom(pool, thrower).result().error().code == ErrorCode::Internal);
    Answer<int> there = Result<int>(1);
    const Answer<int> next = there.then([&](const Result<int> &) { return thrower(); });
    CHECK(next.result().error().code == ErrorCode::Internal);
}

TEST_CASE("Long work follows on the threads of a pool")
{
    QThreadPool pool;
    const Promise<int> promise;
    const Answer<bool> elsewhere = promise.answer().then(
        pool, [asker = QThread::currentThread()](Result<int>) -> Result<bool> {
            return QThread::currentThread() != asker;
        });
    promise.give(1);
    CHECK(elsewhere.result() == true);
    CHECK(answerFrom(pool, [] { return Result<int>(7); }).result() == 7);
}
