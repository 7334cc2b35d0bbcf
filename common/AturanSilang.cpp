#include "common/AturanSilang.h"

#include "common/TabelIsian.h"

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int AdultYears = 17;

struct DistinctPair
{
    QStringView first;
    QStringView second;
};

/// Persons who cannot be one and the same. A reporter or applicant may well be a parent, the
/// head of the family or a member, so these are not here.
constexpr std::array DistinctPairs{
    DistinctPair{u"ayah_nik", u"anak_nik"},
    DistinctPair{u"ibu_nik", u"anak_nik"},
    DistinctPair{u"ayah_kandung_nik", u"anak_nik"},
    DistinctPair{u"ibu_kandung_nik", u"anak_nik"},
    DistinctPair{u"ayah_angkat_nik", u"anak_nik"},
    DistinctPair{u"ibu_angkat_nik", u"anak_nik"},
    DistinctPair{u"ayah_nik", u"ibu_nik"},
    DistinctPair{u"ayah_kandung_nik", u"ibu_kandung_nik"},
    DistinctPair{u"ayah_angkat_nik", u"ibu_angkat_nik"},
    DistinctPair{u"suami_nik", u"istri_nik"},
    DistinctPair{u"suami_nik", u"suami_ayah_nik"},
    DistinctPair{u"suami_nik", u"suami_ibu_nik"},
    DistinctPair{u"istri_nik", u"istri_ayah_nik"},
    DistinctPair{u"istri_nik", u"istri_ibu_nik"},
    DistinctPair{u"suami_ayah_nik", u"suami_ibu_nik"},
    DistinctPair{u"istri_ayah_nik", u"istri_ibu_nik"},
    DistinctPair{u"saksi1_nik", u"saksi2_nik"},
    DistinctPair{u"almarhum_nik", u"pelapor_nik"},
    DistinctPair{u"almarhum_nik", u"ayah_nik"},
    DistinctPair{u"almarhum_nik", u"ibu_nik"},
    DistinctPair{u"almarhum_nik", u"saksi1_nik"},
    DistinctPair{u"almarhum_nik", u"saksi2_nik"},
    DistinctPair{u"subjek_nik", u"pasangan_nik"},
    DistinctPair{u"kepala_lama_nik", u"kepala_baru_nik"},
};

/// A NIK with the place it was typed at.
struct PlacedNik
{
    QString field;
    QString value;
};

QString typed(const IsianPermohonan &data, const QString &code)
{
    return data.value(code).trimmed();
}

/// "jk" of the person, else the part in the family: an ayah is a man, an istri a woman. The
/// mother of a suami has both words, so those of the parents are looked for first.
std::optional<Sex> sexOf(const QString &person, const IsianPermohonan &data)
{
    if (const auto sex = sexFromCode(typed(data, person + u"jk"_s)))
        return sex;
    if (person.contains(u"ayah"))
        return Sex::Male;
    if (person.contains(u"ibu"))
        return Sex::Female;
    if (person.startsWith(u"suami"))
        return Sex::Male;
    return person.startsWith(u"istri") ? std::optional(Sex::Female) : std::nullopt;
}

/// In a birth the child's own date has no prefix (F-2.01A): "tgl_lahir".
QString birthDateField(const QString &person, const IsianPermohonan &data)
{
    const QString own = person + u"tgl_lahir"_s;
    return person == u"anak_" && !data.contains(own) ? u"tgl_lahir"_s : own;
}

void addPairFindings(QList<Finding> &findings, const IsianPermohonan &data)
{
    for (const DistinctPair &pair : DistinctPairs) {
        const QString first = typed(data, pair.first.toString());
        if (!first.isEmpty() && first == typed(data, pair.second.toString()))
            findings << Finding{FindingLevel::Error,
                                FindingCode::NikDuplicate,
                                pair.second.toString(),
                                {pair.first.toString()}};
    }
}

/// NIK of the rows of a table, and an error for each that stands there a second time.
void addTableNiks(QList<PlacedNik> &niks, QList<Finding> &findings, const Isian &field,
                  const QString &text)
{
    const auto rows = parseTabel(text);
    if (!rows)
        return;
    QStringList seen;
    for (int row = 0; row < int(rows->size()); ++row) {
        const QString nik = rows->at(row).value(u"nik"_s).trimmed();
        if (nik.isEmpty())
            continue;
        if (seen.contains(nik))
            findings << Finding{FindingLevel::Error,
                                FindingCode::NikDuplicate,
                                field.code,
                                {field.code},
                                row,
                                u"nik"_s};
        seen << nik;
        niks << PlacedNik{field.code, nik};
    }
}

void addKkFindings(QList<Finding> &findings, const Layanan &layanan, const IsianPermohonan &data,
                   const QList<PlacedNik> &niks)
{
    for (const Isian &field : layanan.fields) {
        const QString number = typed(data, field.code);
        if (field.type != IsianType::NomorKk || number.isEmpty())
            continue;
        const auto same = std::ranges::find(niks, number, &PlacedNik::value);
        if (same != niks.cend())
            findings << Finding{
                FindingLevel::Error, FindingCode::KkSameAsNik, field.code, {same->field}};
    }
}

void addNumberFindings(QList<Finding> &findings, const Layanan &layanan,
                       const IsianPermohonan &data)
{
    addPairFindings(findings, data);
    QList<PlacedNik> niks;
    for (const Isian &field : layanan.fields) {
        const QString text = typed(data, field.code);
        if (field.type == IsianType::Nik && !text.isEmpty())
            niks << PlacedNik{field.code, text};
        else if (!field.columns.isEmpty() && text.size() <= MaxLongTextLength)
            addTableNiks(niks, findings, field, text);
    }
    addKkFindings(findings, layanan, data, niks);
}

/// The typed birth date, else the latest reading of the NIK.
std::optional<QDate> birthDateOf(const QString &person, const IsianPermohonan &data,
                                 const QDate &today)
{
    const QDate date = isoDate(typed(data, birthDateField(person, data)));
    if (date.isValid())
        return date <= today ? std::optional(date) : std::nullopt;
    const auto nik = Nik::parse(typed(data, person + u"nik"_s));
    const auto reading = nik ? nik->birthDate(today) : std::nullopt;
    return reading ? std::optional(reading->date) : std::nullopt;
}

QString fieldToShow(const QString &person, const IsianPermohonan &data)
{
    const QString dateField = birthDateField(person, data);
    return typed(data, dateField).isEmpty() ? QString(person + u"nik"_s) : dateField;
}

void addAgeLimitFindings(QList<Finding> &findings, const BatasUsia &limit,
                         const IsianPermohonan &data, const QDate &today)
{
    const QString person = limit.person.isEmpty() ? QString() : limit.person + u'_';
    const auto birth = birthDateOf(person, data, today);
    if (!birth)
        return;
    const int age = ageInYears(*birth, today);
    const bool isExcepted =
        !limit.exceptField.isEmpty() && typed(data, limit.exceptField) == limit.exceptChoice;
    if (age < limit.minYears && !isExcepted)
        findings << Finding{FindingLevel::Warning,
                            FindingCode::AgeTooLow,
                            fieldToShow(person, data),
                            {QString::number(age), QString::number(limit.minYears)}};
    if (limit.belowYears > 0 && age >= limit.belowYears)
        findings << Finding{FindingLevel::Warning,
                            FindingCode::AgeTooHigh,
                            fieldToShow(person, data),
                            {QString::number(age), QString::number(limit.belowYears)}};
}

void addReporterFindings(QList<Finding> &findings, const Layanan &layanan,
                         const IsianPermohonan &data, const QDate &today)
{
    for (const QString &person : {u"pelapor"_s, u"pemohon"_s}) {
        if (layanan.ageLimit && layanan.ageLimit->person == person)
            continue; // the limit of the service speaks of the same age
        const auto birth = birthDateOf(person + u'_', data, today);
        const int age = birth ? ageInYears(*birth, today) : AdultYears;
        if (age < AdultYears)
            findings << Finding{FindingLevel::Warning,
                                FindingCode::ReporterTooYoung,
                                fieldToShow(person + u'_', data),
                                {QString::number(age)}};
    }
}

void addDeadlineFindings(QList<Finding> &findings, const BatasLapor &limit,
                         const IsianPermohonan &data, const QDate &today)
{
    const QDate event = isoDate(typed(data, limit.eventField));
    if (!event.isValid())
        return;
    const qint64 days = event.daysTo(today);
    if (days > limit.days)
        findings << Finding{FindingLevel::Info,
                            FindingCode::ReportedLate,
                            limit.eventField,
                            {QString::number(days), QString::number(limit.days)}};
    const bool isBirth = limit.eventField.endsWith(u"tgl_lahir"); // has an error of its own
    if (days < 0 && !isBirth)
        findings << Finding{FindingLevel::Warning, FindingCode::EventInFuture, limit.eventField};
}

} // namespace

QString personOf(const QString &code, QStringView ending)
{
    return code.endsWith(ending) ? code.chopped(ending.size()) : QString();
}

QDate isoDate(QStringView text)
{
    const QDate date = QDate::fromString(text.toString(), Qt::ISODate);
    return date.isValid() && date.toString(Qt::ISODate) == text ? date : QDate();
}

NikContext nikContext(const QString &code, const IsianPermohonan &data, const QDate &today)
{
    NikContext context{.today = today, .field = code};
    const QString person = personOf(code, u"nik");
    context.birthDateField = birthDateField(person, data);
    const QDate birth = isoDate(typed(data, context.birthDateField));
    if (birth.isValid())
        context.birthDate = birth;
    context.sex = sexOf(person, data);
    return context;
}

QList<Finding> checkAcrossFields(const Layanan &layanan, const IsianPermohonan &data,
                                 const QDate &today)
{
    QList<Finding> findings;
    addNumberFindings(findings, layanan, data);
    if (layanan.ageLimit)
        addAgeLimitFindings(findings, *layanan.ageLimit, data, today);
    addReporterFindings(findings, layanan, data, today);
    if (layanan.reportingDeadline && !layanan.reportingDeadline->eventField.isEmpty())
        addDeadlineFindings(findings, *layanan.reportingDeadline, data, today);
    return findings;
}

} // namespace sipenduduk
