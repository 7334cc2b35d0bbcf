#pragma once

#include "common/Result.h"
#include "common/Temuan.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace sipenduduk {

/// Area code of the office: Kota Pekanbaru, and how many kecamatan it has.
/// Source: Kepmendagri 300.2.2-2430/2025.
inline constexpr QStringView OfficeCityCode = u"1471";
inline constexpr int OfficeKecamatanCount = 15;

enum class Sex { Male = 1, Female = 2 };

/// "L" and "P" of the forms; none for anything else.
[[nodiscard]] std::optional<Sex> sexFromCode(QStringView code);

/// A birth date read out of a NIK.
struct BirthDateReading
{
    QDate date{};           ///< the latest reading that is not in the future
    bool isCertain = false; ///< only one century fits
    bool operator==(const BirthDateReading &) const = default;
};

/// Resident identity number: 16 digits, kept as text, the same for life.
/// Source: domain/rules.md 1.
class Nik
{
public:
    /// Takes exactly 16 ASCII digits with a possible date and a sequence other than 0000.
    /// InvalidArgument names the rule that is broken, never the number.
    [[nodiscard]] static Result<Nik> parse(QStringView text);

    [[nodiscard]] QString toString() const { return m_digits; }
    /// First and last four digits: 1471••••••••0001.
    [[nodiscard]] QString masked() const;

    [[nodiscard]] QString areaCode() const { return m_digits.first(6); } ///< of first registration
    [[nodiscard]] Sex sex() const;
    [[nodiscard]] int day() const;           ///< 1–31, the 40 for women taken off
    [[nodiscard]] int month() const;         ///< 1–12
    [[nodiscard]] int yearOfCentury() const; ///< 0–99
    [[nodiscard]] int sequence() const;      ///< 1–9999

    /// Readings as 19YY and 20YY that exist and are not after `today`, oldest first.
    [[nodiscard]] QList<QDate> birthDates(const QDate &today) const;
    /// The latest of birthDates(); none when every reading lies in the future.
    [[nodiscard]] std::optional<BirthDateReading> birthDate(const QDate &today) const;
    /// Whether `typed` is the birth date in one of the centuries, 18YY included.
    [[nodiscard]] bool matches(const QDate &typed) const;

    bool operator==(const Nik &) const = default;

private:
    explicit Nik(QString digits);

    QString m_digits;
};

/// What is known besides the number itself.
struct NikContext
{
    QDate today{};                    ///< office-local; must be valid
    std::optional<QDate> birthDate{}; ///< as typed
    std::optional<Sex> sex{};         ///< as typed, or by the part in the family
    QString field{};                  ///< goes into the findings
    QString birthDateField{};         ///< named when it differs
};

/// All findings about one NIK: errors for its form, else warnings and remarks.
[[nodiscard]] QList<Finding> checkNik(QStringView text, const NikContext &context);

/// Full years from `birth` to `on`; somebody born on 29 February has grown older on 1 March.
[[nodiscard]] int ageInYears(const QDate &birth, const QDate &on);

/// First and last four of 16 characters, bullets between; nothing but bullets for another length.
[[nodiscard]] QString maskedNumber(QStringView number);

} // namespace sipenduduk
