#pragma once

#include "common/Result.h"
#include "server/db/Answer.h"
#include "server/net/ClientConnection.h"
#include "server/net/ConnectionHost.h"
#include "server/net/SharedCounts.h"
#include "server/net/WorkQueue.h"

#include <memory>
#include <utility>

namespace sipenduduk {

/// Brings an answer, whatever thread gives it, back to the connection that waits for it, if there
/// still is one. Never touches the connection from elsewhere: it is found by its number, in its own
/// thread.
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
    void bring(Answer<T> answer, F use) const
    {
        m_inFlight->begin();
        answer.then([queue = m_queue, inFlight = m_inFlight, connection = m_connection,
                     use = std::move(use)](Result<T> outcome) {
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
