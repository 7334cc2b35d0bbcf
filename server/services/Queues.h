#pragma once

#include "common/protocol/QueueMessages.h"
#include "server/services/Changes.h"
#include "server/services/Session.h"

namespace sipenduduk {

class Connection;

/// What officers look at: queues, search, one permohonan. Reads only.
class Queues
{
public:
    explicit Queues(Connection &connection)
        : m_db(connection)
    {
    }

    static constexpr int MaxPage = 200;

    [[nodiscard]] Result<protocol::QueuePage> page(const Session &session,
                                                   const protocol::ListQueue &request);
    [[nodiscard]] Result<protocol::SearchPage> search(const Session &session,
                                                      const protocol::Search &request);
    [[nodiscard]] Result<Permohonan> open(const Session &session, PermohonanId id);
    [[nodiscard]] Result<Changes> changesSince(const Session &session, qint64 seq);

private:
    Result<QList<PermohonanRow>> rows(const Session &session, const protocol::ListQueue &request);

    Connection &m_db;
};

} // namespace sipenduduk
