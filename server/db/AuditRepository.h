#pragma once

#include "common/Ids.h"
#include "server/db/Connection.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace sipenduduk {

/// What happened around accounts, apart from the workflow (which has its kartu kendali).
/// `event` is a word of ours, `detail` technical; neither holds a name typed by a stranger.
struct AuditEntry
{
    QDateTime at;
    UserId user{}; ///< 0: nobody known
    QString event;
    QString detail;
    bool operator==(const AuditEntry &) const = default;
};

class AuditRepository
{
public:
    explicit AuditRepository(Connection &connection)
        : m_db(connection)
    {
    }

    [[nodiscard]] Result<> append(const AuditEntry &entry);
    /// Newest first.
    [[nodiscard]] Result<QList<AuditEntry>> latest(int limit);

private:
    Connection &m_db;
};

} // namespace sipenduduk
