#pragma once

#include "common/Result.h"

#include <QList>
#include <QMap>
#include <QString>

namespace sipenduduk {

/// A row of a field that is a table: text by column code.
using BarisIsian = QMap<QString, QString>;

/// Reads the value of such a field: a JSON array of objects whose values are texts. Empty for a
/// blank value. Malformed otherwise; the detail quotes nothing of it.
[[nodiscard]] Result<QList<BarisIsian>> parseTabel(const QString &value);

/// The value that stands for `rows`; empty when there are none.
[[nodiscard]] QString writeTabel(const QList<BarisIsian> &rows);

/// Whether nothing but blanks stands in the row.
[[nodiscard]] bool isBlankRow(const BarisIsian &row);

} // namespace sipenduduk
