#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>

namespace sipenduduk {

/// A database as it stands, for those who look after it; nothing is migrated.
struct DatabaseReport
{
    int version = 0;       ///< newest migration in it
    bool isIntact = false; ///< SQLite's quick check and its foreign keys
    qint64 users = 0;      ///< active ones
    qint64 permohonan = 0;
    qint64 waitingMail = 0;
    QDateTime oldestWaitingMail; ///< when it was written, UTC; invalid when none waits
    /// How the mail that was put off last was answered: the SMTP code, 0 without one. Not the
    /// words: a server may put names into them.
    std::optional<int> lastPutOff;
    qint64 failedMail = 0;
};

namespace DatabaseCheck {

/// Storage when the file is no database.
[[nodiscard]] Result<DatabaseReport> inspect(const QString &path);

/// Calls `visit(sha256, size)` for every blob that the database refers to; ends with its error.
[[nodiscard]] Result<> eachBlob(const QString &path,
                                const std::function<Result<>(const QByteArray &, qint64)> &visit);

} // namespace DatabaseCheck

} // namespace sipenduduk
