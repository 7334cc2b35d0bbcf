#pragma once

#include "common/Delivery.h"
#include "common/Isian.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace sipenduduk {

struct Bidang
{
    QString code;
    QString name;
    bool operator==(const Bidang &) const = default;
};

struct Seksi
{
    QString code;
    QString bidang; ///< code
    QString name;
    bool operator==(const Seksi &) const = default;
};

enum class Medium { Pdf = 1, Card = 2 };

/// A kind of dokumen that the office issues.
struct JenisDokumen
{
    QString code;
    QString name;
    Medium medium = Medium::Pdf;
    bool operator==(const JenisDokumen &) const = default;
};

/// One paper that the applicant brings.
///
/// Mandatory; or wanted when a yes/no question is answered with yes; or one of a group of which
/// at least one is needed. Exactly one of the three.
struct Syarat
{
    QString code;
    QString name;
    bool isMandatory = false;
    QString condition;      ///< prose: when it is wanted
    QString question;       ///< yes/no, yes means wanted; empty in a group and when mandatory
    QString group;          ///< alternatives share it
    bool isUploaded = true; ///< false: brought along when the card is collected
    bool isSourced = true;  ///< false: practice without a source; never shown
    bool operator==(const Syarat &) const = default;
};

/// One dokumen that the service brings, always or when its question is answered with yes.
struct Keluaran
{
    QString dokumen; ///< code of a JenisDokumen, once per layanan
    Delivery delivery = Delivery::Mail;
    QString condition; ///< prose; empty: always
    QString question;  ///< yes/no, yes means issued; empty: always
    bool operator==(const Keluaran &) const = default;
};

struct DasarHukum
{
    QString law;
    QString article;       ///< "11", "10 ayat (3)"; may be empty
    bool isSourced = true; ///< false: the article is not certain and is not shown
    bool operator==(const DasarHukum &) const = default;
};

/// Legal limit for reporting the event. Never blocks. Source: domain/rules.md 4, rule 5.
struct BatasLapor
{
    int days = 0;       ///< 1 or more, calendar days
    QString basis;      ///< law
    QString eventField; ///< date field that the days count from; may be empty
    bool isSourced = true;
    bool operator==(const BatasLapor &) const = default;
};

/// Ages that the service is for; outside it a warning. Source: domain/rules.md 1.
struct BatasUsia
{
    QString person;       ///< prefix of the person's fields: "anak", "pemohon"; empty: no prefix
    int minYears = 0;     ///< 0: no lower limit
    int belowYears = 0;   ///< 0: no upper limit
    QString exceptField;  ///< a choice field …
    QString exceptChoice; ///< … whose value lifts the limit (KTP-el for those already married)
    bool operator==(const BatasUsia &) const = default;
};

enum class Audience { Everyone = 1, Officer = 2 };

struct Catatan
{
    QString text;
    Audience audience = Audience::Everyone;
    bool operator==(const Catatan &) const = default;
};

/// One service of the office.
struct Layanan
{
    QString code;
    QString name;
    QString nameEn;
    QString bidang;                     ///< code
    QString seksi;                      ///< code
    QString form;                       ///< as of Permendagri 6/2026: "F-2.01A"
    QString form2019;                   ///< as of Permendagri 109/2019
    QString output;                     ///< what the citizen gets, in words
    Delivery delivery = Delivery::Mail; ///< of the first keluaran
    QList<DasarHukum> legalBasis;
    std::optional<BatasLapor> reportingDeadline;
    std::optional<BatasUsia> ageLimit;
    QList<Catatan> notes;
    QList<Syarat> requirements;
    QList<Isian> fields;
    QList<Keluaran> outputs; ///< at least one; the first is the main dokumen
    bool operator==(const Layanan &) const = default;

    /// None when there is no such field; valid as long as this value is not changed.
    [[nodiscard]] const Isian *field(QStringView fieldCode) const;
    [[nodiscard]] const Syarat *requirement(QStringView requirementCode) const;
    [[nodiscard]] const Keluaran *outputOf(QStringView dokumenCode) const;
    /// "Perpres 96/2018 Pasal 4; Permendagri 108/2019": laws with their certain articles only.
    [[nodiscard]] QString legalText() const;
};

} // namespace sipenduduk
