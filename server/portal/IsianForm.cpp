#include "server/portal/IsianForm.h"

#include "common/KatalogLayanan.h"
#include "common/TabelIsian.h"
#include "server/portal/FindingWords.h"
#include "server/portal/IsianReader.h"
#include "server/portal/IsianSections.h"
#include "server/portal/PortalText.h"

#include <QTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxRadios = 4;  ///< more are chosen from a list
constexpr qsizetype WideTable = 6;  ///< columns; a row of more fills a screen
constexpr int MaxNumberLength = 24; ///< 16 digits and the blanks that people put between them

/// What one input shows, of a field or of a cell.
struct InputView
{
    QString name;
    QString code;
    QString label;
    QString hint;
    IsianType type;
    bool isRequired;
    const QList<Pilihan> &choices;
    QString value;
    QString error;
};

QJsonArray choicesView(const InputView &input)
{
    QJsonArray choices;
    for (const Pilihan &choice : input.choices)
        choices.append(QJsonObject{
            {u"kode"_s, choice.code},
            {u"teks"_s, choice.label},
            {u"terpilih"_s, choice.code == input.value},
            // Links to the field lead to its first choice.
            {u"id"_s, choices.isEmpty() ? input.name : input.name + u'.' + choice.code}});
    return choices;
}

/// A browser shows nothing at all for a value that its own input does not take.
bool isNativeValue(const InputView &input)
{
    if (input.value.isEmpty())
        return true;
    if (input.type == IsianType::Date)
        return QDate::fromString(input.value, Qt::ISODate).isValid();
    return QTime::fromString(input.value, u"HH:mm"_s).isValid();
}

QString inputTypeOf(const InputView &input)
{
    switch (input.type) {
    case IsianType::Date: return isNativeValue(input) ? u"date"_s : u"text"_s;
    case IsianType::Time: return isNativeValue(input) ? u"time"_s : u"text"_s;
    default: break;
    }
    if (input.code == u"email")
        return u"email"_s;
    return input.code == u"hp" ? u"tel"_s : u"text"_s;
}

QString inputModeOf(IsianType type)
{
    if (type == IsianType::Nik || type == IsianType::NomorKk)
        return u"numeric"_s;
    return type == IsianType::Number ? u"decimal"_s : QString();
}

/// Never for NIK or No. KK: a browser at an internet café would offer them to the next visitor.
QString autocompleteOf(const InputView &input)
{
    if (input.name == u"isian.nama")
        return u"name"_s;
    if (input.code == u"email")
        return u"email"_s;
    return input.code == u"hp" ? u"tel"_s : u"off"_s;
}

int maxLengthOf(IsianType type)
{
    switch (type) {
    case IsianType::Nik:
    case IsianType::NomorKk: return MaxNumberLength;
    case IsianType::LongText: return MaxLongTextLength;
    default: break;
    }
    return MaxTextLength;
}

QString placeListOf(const QString &code)
{
    if (code.endsWith(u"kecamatan"))
        return u"daftar-kecamatan"_s;
    return code.endsWith(u"kelurahan") ? u"daftar-kelurahan"_s : QString();
}

QJsonObject inputView(const InputView &input)
{
    const bool isChoice = input.type == IsianType::Choice;
    const bool isRadio = isChoice && input.isRequired && input.choices.size() <= MaxRadios;
    const bool isText = input.type != IsianType::Date && input.type != IsianType::Time;
    QStringList described;
    if (!input.hint.isEmpty())
        described.append(input.name + u".petunjuk"_s);
    if (!input.error.isEmpty())
        described.append(input.name + u".galat"_s);
    return {{u"nama"_s, input.name},
            {u"label"_s, input.label},
            {u"petunjuk"_s, input.hint},
            {u"galat"_s, input.error},
            {u"wajib"_s, input.isRequired},
            {u"nilai"_s, input.value},
            {u"keterangan"_s, described.join(u' ')},
            {u"jenis"_s, inputTypeOf(input)},
            {u"papan"_s, inputModeOf(input.type)},
            {u"otomatis"_s, autocompleteOf(input)},
            {u"batas"_s, isText ? QJsonValue(maxLengthOf(input.type)) : QJsonValue(false)},
            {u"daftar"_s, input.type == IsianType::Place ? placeListOf(input.code) : QString()},
            {u"pilihan"_s, isChoice ? choicesView(input) : QJsonArray()},
            {u"radio"_s, isRadio},
            {u"pilih"_s, isChoice && !isRadio},
            {u"area"_s, input.type == IsianType::LongText},
            {u"satuBaris"_s, !isChoice && input.type != IsianType::LongText},
            {u"tabel"_s, false},
            {u"pendek"_s,
             input.type == IsianType::Date || input.type == IsianType::Time
                 || input.type == IsianType::Number},
            {u"baris"_s, QJsonArray()}};
}

QList<BarisIsian> rowsOf(const Isian &field, const IsianPermohonan &data)
{
    return parseTabel(data.value(field.code)).value_or(QList<BarisIsian>());
}

QJsonObject rowView(const IsianFormView &view, const Isian &field, int row, const BarisIsian &cells)
{
    QJsonArray inputs;
    for (const Kolom &column : field.columns) {
        const QString name = isianName(field.code, row, column.code);
        inputs.append(inputView({.name = name,
                                 .code = column.code,
                                 .label = column.label,
                                 .hint = {},
                                 .type = column.type,
                                 .isRequired = false,
                                 .choices = column.choices,
                                 .value = cells.value(column.code),
                                 .error = view.errors.message(name)}));
    }
    return {{u"nomor"_s, row + 1}, {u"sel"_s, inputs}};
}

int rowsShown(const IsianFormView &view, const Isian &field, int filled)
{
    const int few = field.columns.size() > WideTable ? 1 : 3;
    return qBound(1, qMax(view.rowsToShow.value(field.code, few), filled), MaxTableRows);
}

QJsonObject tableView(const IsianFormView &view, const Isian &field, QJsonObject shown)
{
    const QList<BarisIsian> rows = rowsOf(field, view.data);
    const int count = rowsShown(view, field, int(rows.size()));
    QJsonArray list;
    for (int row = 0; row < count; ++row)
        list.append(rowView(view, field, row, rows.value(row)));
    shown.insert(u"tabel"_s, true);
    shown.insert(u"area"_s, false);
    shown.insert(u"baris"_s, list);
    shown.insert(u"kode"_s, field.code);
    shown.insert(u"lebar"_s, field.columns.size() > WideTable);
    shown.insert(u"penuh"_s, count >= MaxTableRows);
    return shown;
}

QJsonObject fieldView(const IsianFormView &view, const Isian &field)
{
    const QString name = isianName(field.code);
    const QJsonObject shown = inputView({.name = name,
                                         .code = field.code,
                                         .label = field.label,
                                         .hint = field.hint,
                                         .type = field.type,
                                         .isRequired = field.isRequired,
                                         .choices = field.choices,
                                         .value = view.data.value(field.code),
                                         .error = view.errors.message(name)});
    return field.columns.isEmpty() ? shown : tableView(view, field, shown);
}

/// A value as people read it.
QString shownValue(IsianType type, const QList<Pilihan> &choices, const QString &value)
{
    if (type == IsianType::Date) {
        const QString date = longDate(QDate::fromString(value, Qt::ISODate));
        return date.isEmpty() ? value : date;
    }
    if (type == IsianType::Time)
        return QString(value).replace(u':', u'.');
    for (const Pilihan &choice : choices) {
        if (choice.code == value)
            return choice.label;
    }
    return value;
}

QString shownRow(const Isian &field, const BarisIsian &row)
{
    QStringList parts;
    for (const Kolom &column : field.columns) {
        const QString value = row.value(column.code);
        if (!value.isEmpty())
            parts.append(column.label + u": "_s + shownValue(column.type, column.choices, value));
    }
    return parts.join(u"; "_s);
}

QJsonArray summaryLines(const Isian &field, const IsianPermohonan &data)
{
    if (field.columns.isEmpty())
        return {QJsonObject{
            {u"label"_s, field.label},
            {u"nilai"_s, shownValue(field.type, field.choices, data.value(field.code))}}};
    QJsonArray lines;
    for (const BarisIsian &row : rowsOf(field, data))
        lines.append(
            QJsonObject{{u"label"_s, u"%1 – baris %2"_s.arg(field.label).arg(lines.size() + 1)},
                        {u"nilai"_s, shownRow(field, row)}});
    return lines;
}

/// Name of the form field that a finding speaks of.
QString nameOf(const Finding &finding)
{
    return finding.row < 0 ? isianName(finding.field)
                           : isianName(finding.field, finding.row, finding.column);
}

QString labelOfName(const QList<Isian> &fields, const QString &name)
{
    const QStringList parts = name.split(u'.'); // isian.FIELD[.ROW.COLUMN]
    for (const Isian &field : fields) {
        if (parts.value(1) != field.code)
            continue;
        if (parts.size() < 4)
            return field.label;
        for (const Kolom &column : field.columns) {
            if (column.code == parts[3])
                return u"%1, baris %2, %3"_s.arg(field.label, QString::number(parts[2].toInt() + 1),
                                                 column.label);
        }
    }
    return {};
}

} // namespace

void FormErrors::add(const QString &name, const QString &message, const QString &subject)
{
    if (m_messages.contains(name))
        return; // one thing at a time
    m_messages.insert(name, message);
    m_subjects.insert(name, subject);
    m_order.append(name);
}

void FormErrors::add(const QList<Finding> &findings, const Layanan *layanan)
{
    for (const Finding &finding : findings) {
        if (isBlocking(finding))
            add(nameOf(finding), wordFinding(finding, layanan));
    }
}

QJsonArray FormErrors::summary(const QList<Isian> &fields) const
{
    QJsonArray list;
    for (const QString &name : m_order) {
        const QString subject = m_subjects.value(name);
        list.append(
            QJsonObject{{u"tautan"_s, name},
                        {u"pokok"_s, subject.isEmpty() ? labelOfName(fields, name) : subject},
                        {u"pesan"_s, m_messages.value(name)}});
    }
    return list;
}

QJsonArray isianSections(const IsianFormView &view)
{
    QJsonArray sections;
    for (const IsianSection &section : isianSectionsOf(view.fields, view.generalHeading)) {
        QJsonArray inputs;
        for (const Isian *field : section.fields)
            inputs.append(fieldView(view, *field));
        sections.append(QJsonObject{{u"judulBagian"_s, section.heading}, {u"isian"_s, inputs}});
    }
    return sections;
}

QJsonObject placeLists(const QList<Isian> &fields, const KatalogLayanan &katalog)
{
    const bool isWanted = std::ranges::any_of(fields, [](const Isian &field) {
        return field.type == IsianType::Place && !placeListOf(field.code).isEmpty();
    });
    QJsonArray kecamatanNames, kelurahanNames;
    for (const Kecamatan &kecamatan : isWanted ? katalog.kecamatanList() : QList<Kecamatan>()) {
        kecamatanNames.append(kecamatan.name);
        for (const Kelurahan &kelurahan : kecamatan.kelurahanList)
            kelurahanNames.append(kelurahan.name);
    }
    return {{u"kecamatan"_s, kecamatanNames}, {u"kelurahan"_s, kelurahanNames}};
}

QJsonArray isianSummary(const QList<Isian> &fields, const IsianPermohonan &data,
                        const QString &generalHeading)
{
    QJsonArray sections;
    for (const IsianSection &section : isianSectionsOf(fields, generalHeading)) {
        QJsonArray lines;
        for (const Isian *field : section.fields) {
            if (data.value(field->code).isEmpty())
                continue;
            for (const QJsonValue &line : summaryLines(*field, data))
                lines.append(line);
        }
        if (!lines.isEmpty())
            sections.append(QJsonObject{{u"judulBagian"_s, section.heading}, {u"baris"_s, lines}});
    }
    return sections;
}

int filledRows(const Isian &field, const IsianPermohonan &data)
{
    return int(rowsOf(field, data).size());
}

} // namespace sipenduduk
