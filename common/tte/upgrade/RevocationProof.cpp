#include "common/tte/upgrade/RevocationProof.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using namespace std::chrono_literals;

constexpr auto LongestWithoutPromise = 24h;

} // namespace

bool RevocationProof::isCurrent(const QDateTime &now) const
{
    if (!asOf.isValid() || asOf > now + MaxResponderClockDifference)
        return false;
    const QDateTime end = until.isValid() ? until : asOf + LongestWithoutPromise;
    return end >= asOf && end + MaxResponderClockDifference >= now;
}

bool RevocationProof::isAbout(const QDateTime &at) const
{
    return status == RevocationStatus::Revoked || asOf + MaxResponderClockDifference >= at
        || (until.isValid() && until >= at);
}

} // namespace sipenduduk
