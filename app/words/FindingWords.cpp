#include "app/words/Words.h"

#include <QCoreApplication>

namespace sipenduduk {

namespace {

struct FindingTr
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// The parameter, or a dash for a finding that lacks it.
QString part(const Finding &finding, qsizetype index)
{
    return finding.parameters.value(index, QStringLiteral("–"));
}

QString ofNikFinding(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::NikLength:
        return FindingTr::tr("A NIK has 16 digits; this one has %1.").arg(part(finding, 0));
    case FindingCode::NikNotDigits: return FindingTr::tr("A NIK holds digits only.");
    case FindingCode::NikDay:
        return FindingTr::tr("The day in the NIK (digits 7 and 8) is not possible.");
    case FindingCode::NikMonth:
        return FindingTr::tr("The month in the NIK (digits 9 and 10) is not possible.");
    case FindingCode::NikImpossibleDate:
        return FindingTr::tr("The birth date in the NIK is a day that does not exist.");
    case FindingCode::NikSequenceZero:
        return FindingTr::tr("The last four digits of a NIK are never 0000.");
    case FindingCode::NikDuplicate:
        return FindingTr::tr("The same NIK is given for another person in this application.");
    case FindingCode::NikBirthDateMismatch:
        return FindingTr::tr("The birth date in the NIK differs from the birth date as typed.");
    case FindingCode::NikSexMismatch:
        return FindingTr::tr("The sex in the NIK differs from the sex as typed.");
    case FindingCode::NikOutsideCity:
        return FindingTr::tr("The NIK was first issued in another area (%1).")
            .arg(part(finding, 0));
    case FindingCode::NikUnknownKecamatan:
        return FindingTr::tr("The city has no kecamatan with the number %1.").arg(part(finding, 0));
    case FindingCode::NikPlaceholderDate:
        return FindingTr::tr(
            "The date in the NIK is one that was used when the birth date was not known.");
    case FindingCode::NikCenturyUnknown:
        return FindingTr::tr(
                   "The NIK fits two centuries; type the birth date. Assumed for now: %1.")
            .arg(part(finding, 0));
    default: return {};
    }
}

QString ofKkFinding(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::KkLength:
        return FindingTr::tr("A No. KK has 16 digits; this one has %1.").arg(part(finding, 0));
    case FindingCode::KkNotDigits: return FindingTr::tr("A No. KK holds digits only.");
    case FindingCode::KkSameAsNik: return FindingTr::tr("The No. KK is also given as a NIK.");
    case FindingCode::KkOutsideCity:
        return FindingTr::tr("The No. KK was issued in another area (%1).").arg(part(finding, 0));
    case FindingCode::KkUnknownKecamatan:
        return FindingTr::tr("The city has no kecamatan with the number %1.").arg(part(finding, 0));
    case FindingCode::KkImpossibleDate:
        return FindingTr::tr("Digits 7 to 12 of the No. KK are not a date.");
    case FindingCode::KkFutureDate:
        return FindingTr::tr("The date in the No. KK lies in the future.");
    default: return {};
    }
}

QString ofNameFinding(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::NameMissing: return FindingTr::tr("The name is missing.");
    case FindingCode::NameTooLong:
        return FindingTr::tr("A name has at most %1 letters, blanks included.")
            .arg(part(finding, 0));
    case FindingCode::NameOneWord: return FindingTr::tr("A name has at least two words.");
    case FindingCode::NameNotLatin: return FindingTr::tr("A name is written in Latin letters.");
    case FindingCode::NameDigit: return FindingTr::tr("A name holds no digits.");
    case FindingCode::NameSymbol:
        return FindingTr::tr("A name does not hold the symbol %1.").arg(part(finding, 0));
    case FindingCode::NameAbbreviation: return FindingTr::tr("A name is not abbreviated.");
    case FindingCode::NameTitle:
        return FindingTr::tr("A title does not belong in the name; it has its own field.");
    default: return {};
    }
}

QString ofFieldFinding(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::FieldMissing: return FindingTr::tr("This must be filled in.");
    case FindingCode::FieldUnknown: return FindingTr::tr("This service has no such field.");
    case FindingCode::FieldTooLong:
        return FindingTr::tr("At most %1 characters fit here.").arg(part(finding, 0));
    case FindingCode::FieldControlCharacter:
        return FindingTr::tr("This holds a character that cannot be shown.");
    case FindingCode::DateMalformed: return FindingTr::tr("This is not a date.");
    case FindingCode::TimeMalformed: return FindingTr::tr("This is not a time of day.");
    case FindingCode::NumberMalformed: return FindingTr::tr("This is not a number.");
    case FindingCode::ChoiceUnknown: return FindingTr::tr("This is not among the choices.");
    case FindingCode::TableMalformed: return FindingTr::tr("The table cannot be read.");
    case FindingCode::TableTooManyRows:
        return FindingTr::tr("The table has at most %1 rows.").arg(part(finding, 0));
    case FindingCode::ColumnUnknown:
        return FindingTr::tr("The table has a column that is not known.");
    case FindingCode::BirthDateInFuture: return FindingTr::tr("The birth date lies in the future.");
    default: return {};
    }
}

QString ofServiceFinding(const Finding &finding)
{
    switch (finding.code) {
    case FindingCode::AgeTooHigh:
        return FindingTr::tr("The person is %1 years old; the service is for those below %2.")
            .arg(part(finding, 0), part(finding, 1));
    case FindingCode::AgeTooLow:
        return FindingTr::tr(
                   "The person is %1 years old; the service is for those of %2 and above.")
            .arg(part(finding, 0), part(finding, 1));
    case FindingCode::ReporterTooYoung:
        return FindingTr::tr("The reporter is only %1 years old.").arg(part(finding, 0));
    case FindingCode::ReportedLate:
        return FindingTr::tr("Reported after %1 days; the legal limit is %2 days.")
            .arg(part(finding, 0), part(finding, 1));
    case FindingCode::EventInFuture: return FindingTr::tr("The event has not happened yet.");
    case FindingCode::OpenRequest:
        return FindingTr::tr("Permohonan %1 for the same NIK and service is still open.")
            .arg(part(finding, 0));
    default: return {};
    }
}

} // namespace

QString words::ofFinding(const Finding &finding)
{
    for (const auto &wording :
         {ofNikFinding, ofKkFinding, ofNameFinding, ofFieldFinding, ofServiceFinding}) {
        if (const QString text = wording(finding); !text.isEmpty())
            return text;
    }
    return FindingTr::tr("This needs attention.");
}

QString words::ofLevel(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Error: return FindingTr::tr("Error");
    case FindingLevel::Warning: return FindingTr::tr("Warning");
    case FindingLevel::Info: return FindingTr::tr("Remark");
    }
    return {};
}

} // namespace sipenduduk
