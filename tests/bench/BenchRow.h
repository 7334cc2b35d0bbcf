#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sipenduduk {

/// One measured ratio of one run.
struct BenchRow
{
    QString name;
    double ours = 0;
    double reference = 0;
    QString unit;
    double ratio = 0; ///< ours / reference
};

[[nodiscard]] QByteArray toJson(const QList<BenchRow> &rows);
[[nodiscard]] QList<BenchRow> rowsFromJson(const QByteArray &json);
/// A table for people, on standard output.
void printTable(const QList<BenchRow> &rows);

} // namespace sipenduduk
