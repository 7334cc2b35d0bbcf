#pragma once

#include <chrono>

namespace sipenduduk {

/// How long the client waits for what. Tests shorten them; officers never see them.
struct SessionTimes
{
    std::chrono::milliseconds connect{15'000};   ///< TCP, TLS and Hello together
    std::chrono::milliseconds answer{30'000};    ///< to a request, before the line counts as dead
    std::chrono::milliseconds heartbeat{20'000}; ///< between two Pings
    std::chrono::milliseconds firstRetry{500};   ///< doubled with every failed attempt …
    std::chrono::milliseconds longestRetry{30'000}; ///< … up to this
};

} // namespace sipenduduk
