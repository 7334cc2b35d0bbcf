#pragma once

#include <chrono>

namespace sipenduduk {

/// When to try again.
struct RetryPolicy
{
    std::chrono::milliseconds firstDelay = std::chrono::minutes(1);
    std::chrono::milliseconds longestDelay = std::chrono::hours(6);
    /// A mail that its server puts off for longer than this is given up.
    std::chrono::milliseconds maxAge = std::chrono::days(3);
    /// While the mail server cannot be reached at all; nothing is given up meanwhile.
    std::chrono::milliseconds firstOutageDelay = std::chrono::seconds(15);
    std::chrono::milliseconds longestOutageDelay = std::chrono::minutes(5);

    /// After the `tries`-th failure (1 …) of one mail: doubled each time, spread by ±20 % so that
    /// mails put off together do not come back together. `random` is 0 … 1.
    [[nodiscard]] std::chrono::milliseconds delayAfter(int tries, double random) const;
    /// After the `outages`-th failure (1 …) in a row to reach the server.
    [[nodiscard]] std::chrono::milliseconds outageDelayAfter(int outages) const;
};

} // namespace sipenduduk
