#include "server/services/Session.h"

#include <algorithm>

namespace sipenduduk {

bool Session::holds(Role duty, const QString &seksi, const QString &bidang) const
{
    return std::ranges::any_of(duties, [&](const protocol::DutyScope &held) {
        const QString &wanted = duty == Role::Kabid ? bidang : seksi;
        return held.role == duty && (held.scope.isEmpty() || held.scope == wanted);
    });
}

bool Session::holdsAny(Role duty) const
{
    return std::ranges::any_of(duties, [&](const auto &held) { return held.role == duty; });
}

} // namespace sipenduduk
