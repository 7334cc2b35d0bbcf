#include "app/permohonan/FieldText.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

struct FieldWords
{
    Q_DECLARE_TR_FUNCTIONS(FieldWords)
};

QString storedDate(const QString &shown)
{
    static const QRegularExpression pattern(
        u"^(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{4})$|^(\\d{2})(\\d{2})(\\d{4})$"_s);
    const auto match = pattern.match(shown.trimmed());
    if (!match.hasMatch())
        return shown.trimmed();
    const int first = match.captured(1).isEmpty() ? 4 : 1;
    const QDate date(match.captured(first + 2).toInt(), match.captured(first + 1).toInt(),
                     match.captured(first).toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : shown.trimmed();
}

QString storedTime(const QString &shown)
{
    static const QRegularExpression pattern(u"^(\\d{1,2})[.: ]?(\\d{2})$"_s);
    const auto match = pattern.match(shown.trimmed());
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch() && time.isValid() ? time.toString(u"HH:mm"_s) : shown.trimmed();
}

QString withoutSeparators(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace() || c == u'.'; });
}

QString labelOf(const QList<Pilihan> &choices, const QString &code)
{
    const auto found = std::ranges::find(choices, code, &Pilihan::code);
    return found == choices.end() ? code : found->label;
}

QString readableTable(const QList<Kolom> &columns, const QString &stored)
{
    QStringList lines;
    const QJsonArray rows = QJsonDocument::fromJson(stored.toUtf8()).array();
    for (const QJsonValue row : rows) {
        QStringList cells;
        for (const Kolom &column : columns) {
            const QString value = row[column.code].toString();
            cells.append(column.type == IsianType::Choice ? labelOf(column.choices, value)
                                                          : shownText(column.type, value));
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace

QString shownText(IsianType type, const QString &stored)
{
    if (type != IsianType::Date)
        return stored;
    const QDate date = QDate::fromString(stored, Qt::ISODate);
    return date.isValid() ? date.toString(u"dd-MM-yyyy"_s) : stored;
}

QString storedText(IsianType type, const QString &shown)
{
    switch (type) {
    case IsianType::Date: return storedDate(shown);
    case IsianType::Time: return storedTime(shown);
    case IsianType::Nik:
    case IsianType::NomorKk: return withoutSeparators(shown);
    default: return shown;
    }
}

QString placeholder(IsianType type)
{
    switch (type) {
    //: Shape of a date: day, month, year.
    case IsianType::Date: return FieldWords::tr("dd-mm-yyyy");
    //: Shape of a time: hours and minutes.
    case IsianType::Time: return FieldWords::tr("hh:mm");
    case IsianType::Nik:
    case IsianType::NomorKk: return FieldWords::tr("16 digits");
    default: return {};
    }
}

QString readableText(const Isian &field, const QString &stored)
{
    if (!field.columns.isEmpty())
        return readableTable(field.columns, stored);
    if (field.type == IsianType::Choice)
        return labelOf(field.choices, stored);
    return shownText(field.type, stored);
}

} // namespace sipenduduk
