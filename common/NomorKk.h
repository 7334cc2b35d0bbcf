#pragma once

#include "common/Result.h"
#include "common/Temuan.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace sipenduduk {

/// Number of a Kartu Keluarga: 16 digits, kept as text. Source: domain/rules.md 2.
/// Area, date and serial come from one weak source, so only the form can be wrong.
class NomorKk
{
public:
    /// Takes exactly 16 ASCII digits. InvalidArgument never quotes the number.
    [[nodiscard]] static Result<NomorKk> parse(QStringView text);

    [[nodiscard]] QString toString() const { return m_digits; }
    /// First and last four digits: 1471••••••••0001.
    [[nodiscard]] QString masked() const;

    [[nodiscard]] QString areaCode() const { return m_digits.first(6); }
    /// Digits 7–12 as a day of this century (no day + 40 here); none when they are no date.
    [[nodiscard]] std::optional<QDate> registeredOn() const;
    [[nodiscard]] int serial() const; ///< 0–9999

    bool operator==(const NomorKk &) const = default;

private:
    explicit NomorKk(QString digits);

    QString m_digits;
};

/// All findings about one No. KK: errors for its form, warnings for area and date.
/// `today` is office-local; `field` goes into the findings.
[[nodiscard]] QList<Finding> checkNomorKk(QStringView text, const QDate &today,
                                          const QString &field = {});

} // namespace sipenduduk
