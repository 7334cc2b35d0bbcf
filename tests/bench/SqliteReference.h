#pragma once

#include "common/Ids.h"

#include <QList>
#include <QString>

namespace sipenduduk {

/// The plain SQLite C API doing what the office recorded.
class SqliteReference
{
public:
    /// `before`: a copy of the database from before the measured steps; `after`: the office's own,
    /// which holds the rows that they wrote.
    SqliteReference(QString before, QString after);

    /// Writes the rows of each permohonan's step to `before`, one durable commit per step, with
    /// the office's pragmas. Answers steps per second.
    [[nodiscard]] double run(const QList<PermohonanId> &steps) const;

private:
    QString m_before;
    QString m_after;
};

} // namespace sipenduduk
