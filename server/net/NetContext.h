#pragma once

#include "common/protocol/SessionMessages.h"
#include "server/net/NetLimits.h"
#include "server/net/SharedCounts.h"

#include <QDateTime>
#include <QSslConfiguration>

#include <atomic>
#include <functional>
#include <memory>

namespace sipenduduk {

class Accounts;
class Office;

/// What all connections share; outlives them.
struct NetContext
{
    Office &office;
    Accounts &accounts;
    const NetLimits limits;
    const QSslConfiguration tls;
    const protocol::HelloReply greeting; ///< without the time
    const std::function<QDateTime()> now;
    ConnectionCount connections{limits.connections, limits.connectionsPerPeer};
    SessionCount sessions;
    std::atomic<int> subscriptions = 0; ///< connections that hear of changes
    ByteBudget uploadBytes{limits.uploadsTotal};
    const std::shared_ptr<InFlight> inFlight = std::make_shared<InFlight>();
    std::atomic<bool> isStopping = false; ///< requests are left to be sent again elsewhere or later
};

} // namespace sipenduduk
