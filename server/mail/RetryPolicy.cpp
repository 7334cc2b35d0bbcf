#include "server/mail/RetryPolicy.h"

#include <algorithm>

namespace sipenduduk {

namespace {

constexpr int MaxDoublings = 20; ///< far beyond every limit, far below an overflow

std::chrono::milliseconds doubled(std::chrono::milliseconds first, int times,
                                  std::chrono::milliseconds limit)
{
    return std::min<std::chrono::milliseconds>(first * (1LL << std::clamp(times, 0, MaxDoublings)),
                                               limit);
}

} // namespace

std::chrono::milliseconds RetryPolicy::delayAfter(int tries, double random) const
{
    const auto base = doubled(firstDelay, tries - 1, longestDelay);
    const double spread = 0.8 + 0.4 * std::clamp(random, 0.0, 1.0);
    return std::chrono::milliseconds(static_cast<long long>(double(base.count()) * spread));
}

std::chrono::milliseconds RetryPolicy::outageDelayAfter(int outages) const
{
    return doubled(firstOutageDelay, outages - 1, longestOutageDelay);
}

} // namespace sipenduduk
