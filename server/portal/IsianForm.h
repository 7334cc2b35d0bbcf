#pragma once

#include "common/IsianPermohonan.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace sipenduduk {

class KatalogLayanan;

/// Messages of a form: one per field or cell, by the name of its form field.
class FormErrors
{
public:
    /// `subject`: what the message speaks of, for the summary; fields of the catalogue need none.
    void add(const QString &name, const QString &message, const QString &subject = {});
    /// The errors among `findings`, worded. Fields of the catalogue only.
    void add(const QList<Finding> &findings, const Layanan *layanan);

    [[nodiscard]] bool isEmpty() const { return m_messages.isEmpty(); }
    [[nodiscard]] QString message(const QString &name) const { return m_messages.value(name); }
    /// [{tautan, pesan}] in the order in which they were added; links lead to the fields.
    [[nodiscard]] QJsonArray summary(const QList<Isian> &fields) const;

private:
    QHash<QString, QString> m_messages;
    QHash<QString, QString> m_subjects;
    QStringList m_order;
};

/// How fields are shown.
struct IsianFormView
{
    const QList<Isian> &fields;
    const IsianPermohonan &data; ///< as typed, right or wrong
    const FormErrors &errors;
    QMap<QString, int> rowsToShow{}; ///< of tables, at least; none: a few
    QString generalHeading{};        ///< over fields that belong to no person
};

/// Sections of the form for the template: [{judul, isian: […]}].
[[nodiscard]] QJsonArray isianSections(const IsianFormView &view);

/// Names of kecamatan and kelurahan that a form of `fields` offers: {kecamatan: […], kelurahan:
/// […]}.
[[nodiscard]] QJsonObject placeLists(const QList<Isian> &fields, const KatalogLayanan &katalog);

/// The same data to be read: [{judul, baris: [{label, nilai}]}]; empty fields are left out.
[[nodiscard]] QJsonArray isianSummary(const QList<Isian> &fields, const IsianPermohonan &data,
                                      const QString &generalHeading);

/// Rows of the table `field` that are filled in `data`.
[[nodiscard]] int filledRows(const Isian &field, const IsianPermohonan &data);

} // namespace sipenduduk
