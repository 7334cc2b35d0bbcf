#pragma once

#include "common/Ids.h"

#include <QList>
#include <QString>

#include <memory>

namespace sipenduduk {

/// The plain SQLite C API doing what the office recorded.
class SqliteReference
{
public:
    /// `before`: a copy of the database from before the measured steps; `after`: the office's own,
    /// which holds the rows that they wrote.
    SqliteReference(const QString &before, QString after);
    ~SqliteReference();

    /// Writes the rows of each permohonan's step to `before`, one durable commit per step, with
    /// the office's pragmas. Answers the seconds that it took; the reading of the rows is not
    /// among them.
    [[nodiscard]] double run(const QList<PermohonanId> &steps);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sipenduduk
