#pragma once

#include "common/Result.h"
#include "server/db/Answer.h"

#include <QByteArray>
#include <QString>
#include <QThreadPool>

namespace sipenduduk {

/// Files addressed by the SHA-256 of their bytes, beside the database. A file is written to a
/// temporary name, fsynced, renamed and its folder fsynced before put() says so: only then may
/// a transaction refer to it (insert the row with BlobRepository in that same transaction).
class BlobStore
{
public:
    /// Makes `folder` when it does not exist. Errors: Storage.
    [[nodiscard]] static Result<std::unique_ptr<BlobStore>> open(const QString &folder);

    /// Stores `bytes`; answers their SHA-256 (32 bytes). Errors: Storage (disk full …).
    [[nodiscard]] Answer<QByteArray> put(const QByteArray &bytes);

    /// The whole content, checked against the hash. NotFound, Tampered, Storage.
    [[nodiscard]] Answer<QByteArray> get(const QByteArray &sha256);

    /// Up to `size` bytes from `offset`; not checked against the hash. NotFound, Storage.
    [[nodiscard]] Answer<QByteArray> part(const QByteArray &sha256, qint64 offset, qint64 size);

    /// Where the file stands; for attachments and the portal.
    [[nodiscard]] QString path(const QByteArray &sha256) const;

    /// The same as put() and get() in the caller's thread.
    [[nodiscard]] Result<QByteArray> putNow(const QByteArray &bytes) const;
    [[nodiscard]] Result<QByteArray> getNow(const QByteArray &sha256) const;

private:
    explicit BlobStore(QString folder);

    QString m_folder;
    QThreadPool m_pool; ///< I/O, never the writer's thread
};

} // namespace sipenduduk
