#include "server/documents/DraftValues.h"

#include "server/documents/Terbilang.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QDate isoDate(const QString &text)
{
    constexpr qsizetype isoLength = 10;
    return text.size() == isoLength ? QDate::fromString(text, Qt::ISODate) : QDate();
}

void addDate(TemplateValues &values, const QString &code, const QDate &date)
{
    values[code] = Terbilang::indonesianDate(date);
    values[code + u"_hari"_s] = Terbilang::indonesianDayMonth(date).toUpper();
    values[code + u"_tahun"_s] = Terbilang::indonesian(date.year()).toUpper();
    values[code + u"_day"_s] = Terbilang::englishDayMonth(date).toUpper();
    values[code + u"_year"_s] = Terbilang::english(date.year()).toUpper();
}

void addNumber(TemplateValues &values, const QString &code, const QString &raw)
{
    bool isNumber = false;
    const qint64 number = raw.toLongLong(&isNumber);
    if (!isNumber || raw.size() > 9)
        return;
    values[code + u"_kata"_s] = Terbilang::indonesian(number).toUpper();
    values[code + u"_ordinal"_s] = Terbilang::englishOrdinal(number).toUpper();
}

void addField(TemplateValues &values, const QString &code, const QString &raw)
{
    constexpr qsizetype longestChoiceCode = 20;
    const QString trimmed = raw.trimmed();
    if (trimmed.isEmpty())
        return;
    values[code] = trimmed;
    if (trimmed.size() <= longestChoiceCode)
        values[code + u"_is_"_s + trimmed] = trimmed;
    if (const QDate date = isoDate(trimmed); date.isValid())
        addDate(values, code, date);
    addNumber(values, code, trimmed);
    if (code.endsWith("_rt"_L1) || code.endsWith("_rw"_L1))
        values[code] = trimmed.rightJustified(3, u'0');
}

void addOffice(TemplateValues &values, const OfficeSettings &office)
{
    values[u"office_pemerintah"_s] = office.pemerintah;
    values[u"office_dinas"_s] = office.dinas;
    values[u"office_kota"_s] = office.kota;
    values[u"office_kota_kapital"_s] = office.kota.toUpper();
    values[u"office_kabkota"_s] = office.kabKota;
    values[u"office_provinsi"_s] = office.provinsi;
}

void addWording(TemplateValues &values, const OutputWording &wording)
{
    values[u"wording_name"_s] = wording.name;
    values[u"wording_name_kapital"_s] = wording.name.toUpper();
    values[u"wording_name_en"_s] = wording.nameEnglish.toUpper();
    values[u"wording_basis"_s] = wording.basis;
    values[u"wording_basis_en"_s] = wording.basisEnglish;
    values[u"wording_opening"_s] = wording.opening;
    values[u"wording_closing"_s] = wording.closing;
}

} // namespace

QString printedValue(const QString &raw, const QList<Pilihan> &choices)
{
    const QString trimmed = raw.trimmed();
    for (const Pilihan &choice : choices) {
        if (choice.code == trimmed)
            return choice.label;
    }
    const QDate date = isoDate(trimmed);
    return date.isValid() ? Terbilang::indonesianDate(date) : trimmed;
}

TemplateValues draftValues(const DraftInput &input, const OutputWording &wording)
{
    TemplateValues values;
    for (const auto &[code, raw] : input.fields.asKeyValueRange())
        addField(values, code, raw);
    for (const Isian &isian : input.isian) {
        if (!isian.choices.isEmpty() && values.contains(isian.code))
            values[isian.code] = printedValue(input.fields.value(isian.code), isian.choices);
    }
    const QStringList codes = input.fields.keys();
    for (const QString &code : codes) {
        if (values.contains(code))
            values[code + u"_kapital"_s] = values.value(code).toUpper();
    }
    values[u"nomor"_s] = input.documentNumber;
    values[u"layanan"_s] = input.layananName;
    addDate(values, u"terbit"_s, input.issueDate);
    if (input.output == "skpwni"_L1 && input.office.skpwniValidDays > 0)
        values[u"berlaku_sampai"_s] =
            Terbilang::indonesianDate(input.issueDate.addDays(input.office.skpwniValidDays));
    addOffice(values, input.office);
    addWording(values, wording);
    return values;
}

} // namespace sipenduduk
