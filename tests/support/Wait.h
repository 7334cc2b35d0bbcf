#pragma once

#include <QFuture>
#include <QTest>

namespace sipenduduk::test {

/// Runs the event loop until `condition` holds; whether it did within ten seconds.
template <typename Condition>
[[nodiscard]] bool waitFor(Condition condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

template <typename T>
[[nodiscard]] T resultOf(const QFuture<T> &future)
{
    if (!waitFor([&] { return future.isFinished(); }))
        qFatal("a future did not end");
    return future.result();
}

} // namespace sipenduduk::test
