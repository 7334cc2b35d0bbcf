#include "common/IsianPermohonan.h"

#include "common/AturanSilang.h"
#include "common/Nama.h"
#include "common/NomorKk.h"
#include "common/TabelIsian.h"

#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxFieldCode = 64;

/// One typed value with what is known about its place: a field, or a column in a row.
struct TypedValue
{
    QString code;
    IsianType type;
    IsianRule rule;
    const QList<Pilihan> &choices;
    QString text;
    const IsianPermohonan &siblings; ///< values beside it: of the form, or of the row
};

Finding formError(FindingCode code, const QString &field, const QStringList &parameters = {})
{
    return {FindingLevel::Error, code, field, parameters};
}

/// Marks that turn the writing direction around make a text read otherwise than it is stored.
bool isHiddenCharacter(QChar character)
{
    const bool isBidi = (character >= QChar(0x202A) && character <= QChar(0x202E))
        || (character >= QChar(0x2066) && character <= QChar(0x2069));
    return isBidi
        || (character.category() == QChar::Other_Control && character != u'\n' && character != u'\r'
            && character != u'\t');
}

bool isLineBreak(QChar character)
{
    return character == u'\n' || character == u'\r' || character == u'\t';
}

QList<Finding> checkText(const TypedValue &value, qsizetype longest)
{
    if (value.text.size() > longest)
        return {formError(FindingCode::FieldTooLong, value.code, {QString::number(longest)})};
    const bool isOneLine = value.type != IsianType::LongText;
    const bool isBroken = std::ranges::any_of(value.text, [isOneLine](QChar character) {
        return isHiddenCharacter(character) || (isOneLine && isLineBreak(character));
    });
    if (isBroken)
        return {formError(FindingCode::FieldControlCharacter, value.code)};
    return {};
}

/// A new name of somebody who has a NIK is not new: it stands in the register already.
NameUse nameUse(const TypedValue &value)
{
    if (value.rule != IsianRule::NewName)
        return NameUse::Registered;
    const QString nik = value.siblings.value(personOf(value.code, u"nama") + u"nik"_s);
    return nik.trimmed().isEmpty() ? NameUse::New : NameUse::Registered;
}

QList<Finding> checkPlainText(const TypedValue &value)
{
    QList<Finding> findings = checkText(value, MaxTextLength);
    if (findings.isEmpty() && value.rule != IsianRule::None)
        findings = checkNama(value.text, nameUse(value), value.code);
    return findings;
}

QList<Finding> checkDate(const TypedValue &value, const QDate &today)
{
    const QDate date = isoDate(value.text);
    if (!date.isValid())
        return {formError(FindingCode::DateMalformed, value.code)};
    if (value.code.endsWith(u"tgl_lahir") && date > today)
        return {formError(FindingCode::BirthDateInFuture, value.code)};
    return {};
}

bool isTime(const QString &text)
{
    return text.size() == 5 && QTime::fromString(text, u"HH:mm"_s).isValid();
}

bool areDigits(QStringView text, qsizetype most)
{
    return !text.isEmpty() && text.size() <= most
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isNumber(const QString &text)
{
    const qsizetype point = std::max(text.indexOf(u'.'), text.indexOf(u','));
    if (point < 0)
        return areDigits(text, 9);
    return areDigits(QStringView(text).first(point), 9)
        && areDigits(QStringView(text).sliced(point + 1), 3);
}

bool isChoice(const QString &text, const QList<Pilihan> &choices)
{
    return std::ranges::any_of(choices, [&](const Pilihan &choice) { return choice.code == text; });
}

QList<Finding> unless(bool isFine, FindingCode code, const TypedValue &value)
{
    return isFine ? QList<Finding>() : QList<Finding>{formError(code, value.code)};
}

QList<Finding> checkValue(const TypedValue &value, const QDate &today)
{
    switch (value.type) {
    case IsianType::Nik: return checkNik(value.text, nikContext(value.code, value.siblings, today));
    case IsianType::NomorKk: return checkNomorKk(value.text, today, value.code);
    case IsianType::Date: return checkDate(value, today);
    case IsianType::Time: return unless(isTime(value.text), FindingCode::TimeMalformed, value);
    case IsianType::Number:
        return unless(isNumber(value.text), FindingCode::NumberMalformed, value);
    case IsianType::Choice:
        return unless(isChoice(value.text, value.choices), FindingCode::ChoiceUnknown, value);
    case IsianType::LongText: return checkText(value, MaxLongTextLength);
    case IsianType::Text:
    case IsianType::Place: break;
    }
    return checkPlainText(value);
}

const Kolom *columnOf(const Isian &field, const QString &code)
{
    const auto found = std::ranges::find(field.columns, code, &Kolom::code);
    return found == field.columns.cend() ? nullptr : &*found;
}

/// Moves findings about a column to its place in the table.
QList<Finding> placed(QList<Finding> findings, const Isian &field, int row)
{
    for (Finding &finding : findings) {
        finding.column = std::exchange(finding.field, field.code);
        finding.row = row;
    }
    return findings;
}

QList<Finding> checkRow(const Isian &field, const BarisIsian &row, const QDate &today)
{
    QList<Finding> findings;
    for (const auto &[code, text] : row.asKeyValueRange()) {
        const Kolom *column = columnOf(field, code);
        if (!column)
            findings << formError(FindingCode::ColumnUnknown,
                                  code.first(std::min(code.size(), MaxFieldCode)));
        else if (!text.trimmed().isEmpty())
            findings << checkValue({code, column->type, column->rule, column->choices, text, row},
                                   today);
    }
    if (columnOf(field, u"nama"_s) && row.value(u"nama"_s).trimmed().isEmpty())
        findings << formError(FindingCode::FieldMissing, u"nama"_s);
    return findings;
}

QList<Finding> checkTable(const Isian &field, const QString &text, const QDate &today)
{
    if (text.size() > MaxLongTextLength)
        return {
            formError(FindingCode::FieldTooLong, field.code, {QString::number(MaxLongTextLength)})};
    const auto rows = parseTabel(text);
    if (!rows)
        return {formError(FindingCode::TableMalformed, field.code)};
    if (rows->size() > MaxTableRows)
        return {
            formError(FindingCode::TableTooManyRows, field.code, {QString::number(MaxTableRows)})};
    QList<Finding> findings;
    bool hasRow = false;
    for (int row = 0; row < int(rows->size()); ++row) {
        if (isBlankRow(rows->at(row)))
            continue;
        hasRow = true;
        findings << placed(checkRow(field, rows->at(row), today), field, row);
    }
    if (field.isRequired && !hasRow)
        findings << formError(FindingCode::FieldMissing, field.code);
    return findings;
}

QList<Finding> checkField(const Isian &field, const IsianPermohonan &data, const QDate &today)
{
    const QString text = data.value(field.code);
    if (text.trimmed().isEmpty())
        return unless(!field.isRequired, FindingCode::FieldMissing,
                      {field.code, field.type, field.rule, field.choices, text, data});
    if (!field.columns.isEmpty())
        return checkTable(field, text, today);
    return checkValue({field.code, field.type, field.rule, field.choices, text, data}, today);
}

QString normalizedValue(const QString &text, IsianType type, IsianRule rule)
{
    QString value = text.trimmed();
    if (type == IsianType::Nik || type == IsianType::NomorKk)
        value.removeIf([](QChar c) { return c.isSpace() || c == u'.'; });
    else if (rule != IsianRule::None)
        value = normalizedName(value);
    return value;
}

QString normalizedTable(const Isian &field, const QString &text)
{
    const auto rows =
        text.size() > MaxLongTextLength ? fail(ErrorCode::TooLarge, {}) : parseTabel(text);
    if (!rows)
        return text; // left as it is for checkFields() to refuse
    QList<BarisIsian> kept;
    for (const BarisIsian &row : *rows) {
        if (isBlankRow(row))
            continue;
        BarisIsian normal;
        for (const auto &[code, cell] : row.asKeyValueRange()) {
            const Kolom *column = columnOf(field, code);
            const QString value = column ? normalizedValue(cell, column->type, column->rule) : cell;
            if (!value.isEmpty())
                normal.insert(code, value);
        }
        kept << normal;
    }
    return writeTabel(kept);
}

} // namespace

IsianPermohonan normalizedIsian(const QList<Isian> &fields, const IsianPermohonan &data)
{
    IsianPermohonan normal;
    for (const Isian &field : fields) {
        const QString text = data.value(field.code);
        const QString value = field.columns.isEmpty()
            ? normalizedValue(text, field.type, field.rule)
            : normalizedTable(field, text);
        if (!value.isEmpty())
            normal.insert(field.code, value);
    }
    return normal;
}

QList<Finding> checkFields(const QList<Isian> &fields, const IsianPermohonan &data,
                           const QDate &today)
{
    QList<Finding> findings;
    QStringList known;
    for (const Isian &field : fields) {
        known << field.code;
        findings << checkField(field, data, today);
    }
    for (const QString &code : data.keys())
        if (!known.contains(code))
            findings << formError(FindingCode::FieldUnknown,
                                  code.first(std::min(code.size(), MaxFieldCode)));
    return findings;
}

QList<Finding> checkIsian(const Layanan &layanan, const IsianPermohonan &data, const QDate &today)
{
    return checkFields(layanan.fields, data, today) + checkAcrossFields(layanan, data, today);
}

} // namespace sipenduduk
