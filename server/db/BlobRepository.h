#pragma once

#include "server/db/Connection.h"

#include <QByteArray>
#include <QDateTime>

namespace sipenduduk {

/// Which blobs the database knows. A row is written in the transaction that first refers to it,
/// after BlobStore has the bytes on the disk.
class BlobRepository
{
public:
    explicit BlobRepository(Connection &connection)
        : m_db(connection)
    {
    }

    /// Does nothing when the row is there already.
    [[nodiscard]] Result<> insert(const QByteArray &sha256, qint64 size, const QDateTime &at);
    [[nodiscard]] Result<bool> exists(const QByteArray &sha256);
    /// Bytes of the whole. NotFound.
    [[nodiscard]] Result<qint64> size(const QByteArray &sha256);

private:
    Connection &m_db;
};

} // namespace sipenduduk
