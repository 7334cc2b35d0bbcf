#include "common/Nik.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype NikLength = 16;
constexpr int FemaleDayOffset = 40;

bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9'; // QChar::isDigit() takes other scripts too
}

int nikField(QStringView digits, qsizetype position, qsizetype length)
{
    return digits.sliced(position, length).toInt();
}

/// Day of the month out of the day field; 0 when the field is out of range.
int nikDay(int field)
{
    const int day = field > FemaleDayOffset ? field - FemaleDayOffset : field;
    return day >= 1 && day <= 31 ? day : 0;
}

/// Leap years of 19YY and 20YY are the same but for YY = 00, and 2000 is the leap one: what
/// exists in no reading of the century is what does not exist in 20YY.
bool isPossibleDate(int day, int month, int yearOfCentury)
{
    return QDate::isValid(2000 + yearOfCentury, month, day);
}

/// The first rule of form that the text breaks, after length and digits.
std::optional<FindingCode> fieldFault(QStringView digits)
{
    const int day = nikDay(nikField(digits, 6, 2));
    const int month = nikField(digits, 8, 2);
    if (day == 0)
        return FindingCode::NikDay;
    if (month < 1 || month > 12)
        return FindingCode::NikMonth;
    if (!isPossibleDate(day, month, nikField(digits, 10, 2)))
        return FindingCode::NikImpossibleDate;
    if (nikField(digits, 12, 4) == 0)
        return FindingCode::NikSequenceZero;
    return std::nullopt;
}

std::optional<FindingCode> formFault(QStringView text)
{
    if (!std::ranges::all_of(text, isAsciiDigit))
        return FindingCode::NikNotDigits;
    if (text.size() != NikLength)
        return FindingCode::NikLength;
    return fieldFault(text);
}

QString nikFaultText(FindingCode code)
{
    switch (code) {
    case FindingCode::NikNotDigits: return u"NIK: not only digits"_s;
    case FindingCode::NikLength: return u"NIK: not 16 digits"_s;
    case FindingCode::NikDay: return u"NIK: day outside 01-31 and 41-71"_s;
    case FindingCode::NikMonth: return u"NIK: month outside 01-12"_s;
    case FindingCode::NikImpossibleDate: return u"NIK: impossible date"_s;
    default: return u"NIK: sequence 0000"_s;
    }
}

void addAreaFindings(QList<Finding> &findings, const Nik &nik, const QString &field)
{
    const QString area = nik.areaCode();
    if (!area.startsWith(OfficeCityCode)) {
        findings << Finding{
            FindingLevel::Warning, FindingCode::NikOutsideCity, field, {area.first(4)}};
        return;
    }
    const int kecamatan = area.last(2).toInt();
    if (kecamatan < 1 || kecamatan > OfficeKecamatanCount)
        findings << Finding{
            FindingLevel::Warning, FindingCode::NikUnknownKecamatan, field, {area.last(2)}};
}

/// Dates that officers were told to type when only the year, or year and month, was known.
/// Source: instructions of F-1.01.
bool isPlaceholderFor(const Nik &nik, const QDate &typed)
{
    if (nik.yearOfCentury() != typed.year() % 100)
        return false;
    const bool isFirstOfJuly = nik.day() == 1 && nik.month() == 7;
    return isFirstOfJuly || (nik.day() == 15 && nik.month() == typed.month());
}

void addDateFindings(QList<Finding> &findings, const Nik &nik, const NikContext &context)
{
    if (!context.birthDate) {
        const auto reading = nik.birthDate(context.today);
        if (reading && !reading->isCertain)
            findings << Finding{FindingLevel::Info,
                                FindingCode::NikCenturyUnknown,
                                context.field,
                                {QString::number(reading->date.year())}};
        return;
    }
    if (nik.matches(*context.birthDate))
        return;
    findings << Finding{FindingLevel::Warning,
                        FindingCode::NikBirthDateMismatch,
                        context.field,
                        {context.birthDateField}};
    if (isPlaceholderFor(nik, *context.birthDate))
        findings << Finding{FindingLevel::Info, FindingCode::NikPlaceholderDate, context.field};
}

} // namespace

std::optional<Sex> sexFromCode(QStringView code)
{
    if (code == u"L")
        return Sex::Male;
    if (code == u"P")
        return Sex::Female;
    return std::nullopt;
}

Nik::Nik(QString digits)
    : m_digits(std::move(digits))
{
}

Result<Nik> Nik::parse(QStringView text)
{
    if (const auto fault = formFault(text))
        return fail(ErrorCode::InvalidArgument, nikFaultText(*fault));
    return Nik(text.toString());
}

QString Nik::masked() const
{
    return maskedNumber(m_digits);
}

Sex Nik::sex() const
{
    return nikField(m_digits, 6, 2) > FemaleDayOffset ? Sex::Female : Sex::Male;
}

int Nik::day() const
{
    return nikDay(nikField(m_digits, 6, 2));
}

int Nik::month() const
{
    return nikField(m_digits, 8, 2);
}

int Nik::yearOfCentury() const
{
    return nikField(m_digits, 10, 2);
}

int Nik::sequence() const
{
    return nikField(m_digits, 12, 4);
}

QList<QDate> Nik::birthDates(const QDate &today) const
{
    QList<QDate> dates;
    for (const int century : {1900, 2000}) {
        const QDate date(century + yearOfCentury(), month(), day());
        if (date.isValid() && date <= today)
            dates << date;
    }
    return dates;
}

std::optional<BirthDateReading> Nik::birthDate(const QDate &today) const
{
    const QList<QDate> dates = birthDates(today);
    if (dates.isEmpty())
        return std::nullopt;
    return BirthDateReading{dates.last(), dates.size() == 1};
}

bool Nik::matches(const QDate &typed) const
{
    return typed.day() == day() && typed.month() == month() && typed.year() % 100 == yearOfCentury()
        && typed.year() >= 1800;
}

QList<Finding> checkNik(QStringView text, const NikContext &context)
{
    if (const auto fault = formFault(text)) {
        Finding finding{FindingLevel::Error, *fault, context.field};
        if (*fault == FindingCode::NikLength)
            finding.parameters << QString::number(text.size());
        return {finding};
    }
    const Nik nik = *Nik::parse(text);
    QList<Finding> findings;
    addDateFindings(findings, nik, context);
    if (context.sex && *context.sex != nik.sex())
        findings << Finding{FindingLevel::Warning, FindingCode::NikSexMismatch, context.field};
    addAreaFindings(findings, nik, context.field);
    return findings;
}

int ageInYears(const QDate &birth, const QDate &on)
{
    const bool isBeforeBirthday =
        on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day());
    return on.year() - birth.year() - (isBeforeBirthday ? 1 : 0);
}

QString maskedNumber(QStringView number)
{
    constexpr QChar bullet(0x2022);
    if (number.size() != NikLength)
        return QString(number.size(), bullet);
    return number.first(4).toString() + QString(NikLength - 8, bullet) + number.last(4).toString();
}

} // namespace sipenduduk
