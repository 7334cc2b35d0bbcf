#pragma once

#include "common/Result.h"
#include "server/net/ClientConnection.h"
#include "server/net/ConnectionHost.h"
#include "server/net/SharedCounts.h"
#include "server/net/WorkQueue.h"

#include <QFuture>

#include <memory>
#include <utility>

namespace sipenduduk {

/// Brings the outcome of a future, whatever thread it is done on, back to the connection that
/// waits for it, if there still is one. Never touches the connection from elsewhere: it is found
/// by its number, in its own thread.
class ReplySlot
{
public:
    ReplySlot(std::shared_ptr<WorkQueue> queue, std::shared_ptr<InFlight> inFlight,
              quint64 connection)
        : m_queue(std::move(queue))
        , m_inFlight(std::move(inFlight))
        , m_connection(connection)
    {
    }

    /// Runs `use(ClientConnection &, Result<T> &)` in the connection's thread.
    template <typename T, typename F>
    void bring(QFuture<Result<T>> future, F use) const
    {
        m_inFlight->begin();
        future.then([queue = m_queue, inFlight = m_inFlight, connection = m_connection,
                     use = std::move(use)](QFuture<Result<T>> done) {
            // A future without a result was given up by a server that stops.
            Result<T> outcome = done.resultCount() > 0
                ? done.takeResult()
                : Result<T>(fail(ErrorCode::Internal, QStringLiteral("given up")));
            queue->post(
                [connection, use, outcome = std::move(outcome)](ConnectionHost &host) mutable {
                    if (ClientConnection *waiting = host.connection(connection))
                        use(*waiting, outcome);
                });
            inFlight->end();
        });
    }

private:
    std::shared_ptr<WorkQueue> m_queue;
    std::shared_ptr<InFlight> m_inFlight;
    quint64 m_connection;
};

} // namespace sipenduduk
