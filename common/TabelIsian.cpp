#include "common/TabelIsian.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<BarisIsian> parseRow(const QJsonValue &value)
{
    if (!value.isObject())
        return fail(ErrorCode::Malformed, u"a row of the table is not an object"_s);
    BarisIsian row;
    const QJsonObject object = value.toObject();
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        if (!member.value().isString())
            return fail(ErrorCode::Malformed, u"a value in the table is not a text"_s);
        row.insert(member.key(), member.value().toString());
    }
    return row;
}

} // namespace

Result<QList<BarisIsian>> parseTabel(const QString &value)
{
    if (value.trimmed().isEmpty())
        return QList<BarisIsian>();
    const QJsonDocument document = QJsonDocument::fromJson(value.toUtf8());
    if (!document.isArray())
        return fail(ErrorCode::Malformed, u"the table is not a JSON array"_s);
    QList<BarisIsian> rows;
    for (const QJsonValue &item : document.array()) {
        auto row = parseRow(item);
        if (!row)
            return std::unexpected(row.error());
        rows << *row;
    }
    return rows;
}

QString writeTabel(const QList<BarisIsian> &rows)
{
    QJsonArray array;
    for (const BarisIsian &row : rows) {
        QJsonObject object;
        for (const auto &[column, text] : row.asKeyValueRange())
            object.insert(column, text);
        array.append(object);
    }
    if (array.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

bool isBlankRow(const BarisIsian &row)
{
    return std::ranges::all_of(row, [](const QString &text) { return text.trimmed().isEmpty(); });
}

} // namespace sipenduduk
