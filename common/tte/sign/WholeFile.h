#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QList>

namespace sipenduduk {

/// The whole of a file; NotFound, or TooLarge above `limit` bytes. The detail is the path.
[[nodiscard]] Result<QByteArray> wholeFileOf(const QString &path, qint64 limit);

/// Writes these one after the other, or nothing; Storage, the detail says why.
[[nodiscard]] Result<> storeWhole(const QString &path, const QList<QByteArray> &parts);

} // namespace sipenduduk
