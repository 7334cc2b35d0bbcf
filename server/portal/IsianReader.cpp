#include "server/portal/IsianReader.h"

#include "common/TabelIsian.h"
#include "server/portal/http/HttpRequest.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using FormValues = QHash<QString, QString>;

QString isoDateText(const QString &text)
{
    static const QRegularExpression DayFirst(
        u"\\A\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{4})\\s*\\z"_s);
    const QRegularExpressionMatch match = DayFirst.match(text);
    if (!match.hasMatch())
        return text;
    return u"%1-%2-%3"_s.arg(match.captured(3), match.captured(2).rightJustified(2, u'0'),
                             match.captured(1).rightJustified(2, u'0'));
}

QString isoTimeText(const QString &text)
{
    static const QRegularExpression Clock(u"\\A\\s*(\\d{1,2})\\s*[.:]\\s*(\\d{2})\\s*\\z"_s);
    const QRegularExpressionMatch match = Clock.match(text);
    if (!match.hasMatch())
        return text;
    return match.captured(1).rightJustified(2, u'0') + u':' + match.captured(2);
}

QString readValue(IsianType type, const QString &text)
{
    // Further than any bound of the catalogue, so that "too long" is still found.
    const QString bounded = text.left(MaxLongTextLength + 1);
    switch (type) {
    case IsianType::Date: return isoDateText(bounded);
    case IsianType::Time: return isoTimeText(bounded);
    case IsianType::LongText: return QString(bounded).replace(u"\r\n"_s, u"\n"_s);
    default: break;
    }
    return bounded;
}

QString readTable(const Isian &field, const FormValues &values)
{
    QList<BarisIsian> rows;
    for (int row = 0; row < MaxTableRows; ++row) {
        BarisIsian cells;
        for (const Kolom &column : field.columns) {
            const QString text = values.value(isianName(field.code, row, column.code));
            if (!text.trimmed().isEmpty())
                cells.insert(column.code, readValue(column.type, text));
        }
        if (!cells.isEmpty())
            rows.append(cells);
    }
    return writeTabel(rows);
}

} // namespace

QString isianName(const QString &field)
{
    return u"isian."_s + field;
}

QString isianName(const QString &field, int row, const QString &column)
{
    return u"isian.%1.%2.%3"_s.arg(field, QString::number(row), column);
}

IsianPermohonan readIsian(const QList<Isian> &fields, const HttpRequest &request)
{
    FormValues values;
    for (const NameValue &item : request.fields)
        values.insert(item.name, item.value);
    IsianPermohonan data;
    for (const Isian &field : fields) {
        const QString value = field.columns.isEmpty()
            ? readValue(field.type, values.value(isianName(field.code)))
            : readTable(field, values);
        if (!value.trimmed().isEmpty())
            data.insert(field.code, value);
    }
    return data;
}

} // namespace sipenduduk
