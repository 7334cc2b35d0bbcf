#pragma once

#include <QList>
#include <QString>

namespace sipenduduk {

/// What a field of a form takes. Numbers travel on the wire: append only.
enum class IsianType {
    Text = 1,     ///< one line, at most 200 characters
    LongText = 2, ///< at most 20 000 characters; with columns a table: JSON array of row objects
    Nik = 3,
    NomorKk = 4,
    Date = 5,   ///< yyyy-MM-dd
    Time = 6,   ///< HH:mm
    Number = 7, ///< digits, with at most three decimals
    Choice = 8, ///< code of one of the choices
    Place = 9,  ///< name of a place, at most 200 characters: old names stay valid
};

/// A rule on the contents of a text field.
enum class IsianRule {
    None = 0,
    RegisteredName = 1, ///< a person's name as registered
    NewName = 2,        ///< a name given now, unless the person has a NIK already
};

/// One value that can be chosen.
struct Pilihan
{
    QString code;
    QString label;   ///< Indonesian
    QString labelEn; ///< English; empty where there is none (occupations)
    bool operator==(const Pilihan &) const = default;
};

/// One column of a field that is a table. No column is required.
struct Kolom
{
    QString code;
    QString label;
    IsianType type = IsianType::Text; ///< any but LongText
    IsianRule rule = IsianRule::None; ///< only of a Text
    QList<Pilihan> choices{};         ///< only of a Choice
    bool operator==(const Kolom &) const = default;
};

/// One field of a form.
struct Isian
{
    QString code;
    QString label;
    QString labelEn;
    IsianType type = IsianType::Text;
    IsianRule rule = IsianRule::None;
    bool isRequired = false;
    QString hint{};           ///< Indonesian; may be empty
    QList<Pilihan> choices{}; ///< only of a Choice
    QList<Kolom> columns{};   ///< only of a LongText that is a table
    bool operator==(const Isian &) const = default;
};

} // namespace sipenduduk
