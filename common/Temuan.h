#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace sipenduduk {

/// How much a finding weighs. Numbers travel on the wire: append only.
enum class FindingLevel {
    Error = 1,   ///< blocks: the permohonan cannot go on like this
    Warning = 2, ///< shown; the clerk goes on with a reason
    Info = 3,    ///< shown only
};

/// What was found; the client and the portal word it. Numbers travel on the wire: append only.
/// In brackets: the parameters, in order. No parameter ever holds a NIK, a No. KK or a name.
enum class FindingCode {
    NikLength = 1,         ///< not 16 characters [length found]
    NikNotDigits = 2,      ///< holds something else than digits
    NikDay = 3,            ///< day field outside 01–31 and 41–71
    NikMonth = 4,          ///< month field outside 01–12
    NikImpossibleDate = 5, ///< 31 April, or 29 February in no reading of the century
    NikSequenceZero = 6,
    NikDuplicate = 7,         ///< the same NIK for two persons who cannot be one [other field code]
    NikBirthDateMismatch = 8, ///< differs from the typed birth date [field of that date]
    NikSexMismatch = 9,  ///< day + 40 says otherwise than the typed sex or the part in the family
    NikOutsideCity = 10, ///< first registered elsewhere; normal for those who moved in [4 digits]
    NikUnknownKecamatan = 11, ///< 1471, but no kecamatan 01–15 [2 digits]
    NikPlaceholderDate = 12,  ///< the NIK holds 1 July or the 15th, used when a date was unknown
    NikCenturyUnknown = 13,   ///< two centuries fit and no birth date was typed [later year]

    KkLength = 20, ///< [length found]
    KkNotDigits = 21,
    KkSameAsNik = 22,        ///< the No. KK is also given as a NIK [other field code]
    KkOutsideCity = 23,      ///< [4 digits]
    KkUnknownKecamatan = 24, ///< [2 digits]
    KkImpossibleDate = 25,   ///< digits 7–12 are no date
    KkFutureDate = 26,       ///< digits 7–12 are a date to come

    NameMissing = 40,
    NameTooLong = 41, ///< [longest allowed]
    NameOneWord = 42,
    NameNotLatin = 43,
    NameDigit = 44,
    NameSymbol = 45,       ///< [the symbol]
    NameAbbreviation = 46, ///< a word of one letter, or one that ends in a full stop
    NameTitle = 47,        ///< a title stands in the name; titles have fields of their own

    FieldMissing = 60,
    FieldUnknown = 61, ///< the service has no such field
    FieldTooLong = 62, ///< [longest allowed]
    FieldControlCharacter = 63,
    DateMalformed = 64, ///< not yyyy-MM-dd, or no such day
    TimeMalformed = 65, ///< not HH:mm
    NumberMalformed = 66,
    ChoiceUnknown = 67,
    TableMalformed = 68,   ///< not an array of row objects
    TableTooManyRows = 69, ///< [most allowed]
    ColumnUnknown = 70,
    BirthDateInFuture = 71,

    AgeTooHigh = 80,       ///< for this service [age in years, years not to be reached]
    AgeTooLow = 81,        ///< for this service [age in years, least years]
    ReporterTooYoung = 82, ///< reporter under 17 [age in years]
    ReportedLate = 83,     ///< after the legal limit; changes the number only [days, limit]
    EventInFuture = 84,    ///< the reported event has not happened yet
    OpenRequest = 85,      ///< same NIK has an open permohonan for the service [its number]
};

/// One remark on typed data.
struct Finding
{
    FindingLevel level = FindingLevel::Error;
    FindingCode code = FindingCode::FieldMissing;
    QString field{};          ///< field code; "anggota" for the whole table; empty for a lone value
    QStringList parameters{}; ///< as listed at the code
    int row = -1;             ///< 0-based row when `field` is a table
    QString column{};         ///< column code when `field` is a table
    bool operator==(const Finding &) const = default;
};

[[nodiscard]] inline bool isBlocking(const Finding &finding)
{
    return finding.level == FindingLevel::Error;
}

/// Whether anything in `findings` blocks.
[[nodiscard]] inline bool hasError(const QList<Finding> &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(), isBlocking);
}

} // namespace sipenduduk
