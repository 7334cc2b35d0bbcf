#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace sipenduduk {

/// Writes a table for a spreadsheet (RFC 4180, UTF-8 with its mark), whole or not at all; whether
/// it could be written. A cell that a spreadsheet would run as a formula is kept as text.
[[nodiscard]] bool writeCsv(const QString &path, const QList<QStringList> &rows);

} // namespace sipenduduk
