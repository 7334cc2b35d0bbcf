#include "tests/bench/BenchRow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace sipenduduk {

QByteArray toJson(const QList<BenchRow> &rows)
{
    QJsonArray array;
    for (const BenchRow &row : rows) {
        array.append(QJsonObject{{u"name"_s, row.name},
                                 {u"ours"_s, row.ours},
                                 {u"reference"_s, row.reference},
                                 {u"unit"_s, row.unit},
                                 {u"ratio"_s, row.ratio}});
    }
    return QJsonDocument(array).toJson();
}

QList<BenchRow> rowsFromJson(const QByteArray &json)
{
    QList<BenchRow> rows;
    for (const QJsonValue value : QJsonDocument::fromJson(json).array()) {
        const QJsonObject object = value.toObject();
        rows.append({object.value("name"_L1).toString(), object.value("ours"_L1).toDouble(),
                     object.value("reference"_L1).toDouble(), object.value("unit"_L1).toString(),
                     object.value("ratio"_L1).toDouble()});
    }
    return rows;
}

void printTable(const QList<BenchRow> &rows)
{
    std::printf("\n%-26s %12s %12s %-12s %8s\n", "measured", "ours", "reference", "unit", "ratio");
    for (const BenchRow &row : rows)
        std::printf("%-26s %12.2f %12.2f %-12s %8.2f\n", qPrintable(row.name), row.ours,
                    row.reference, qPrintable(row.unit), row.ratio);
    std::fflush(stdout);
}

} // namespace sipenduduk
