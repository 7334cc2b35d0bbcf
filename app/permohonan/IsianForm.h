#pragma once

#include "common/IsianPermohonan.h"

#include <QScrollArea>

#include <memory>
#include <vector>

class QFormLayout;

namespace sipenduduk {

class FieldEditor;
class FieldRow;
class KatalogLayanan;

/// The form of a service, made from its fields: label, editor, copy button and, under it, what
/// is to be said about the value. Tab goes from value to value in the order of the catalogue,
/// which is the order of SIAK's mask.
class IsianForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit IsianForm(QWidget *parent = nullptr);
    ~IsianForm() override;

    /// Builds anew; the old editors go. The catalogue is read now and not kept.
    void setFields(const QList<Isian> &fields, const KatalogLayanan &katalog);

    [[nodiscard]] IsianPermohonan values() const; ///< empty ones left out
    void setValues(const IsianPermohonan &values);
    void setReadOnly(bool isReadOnly);

    void setFindings(const QList<Finding> &findings);
    /// Puts the focus into the field and brings it on the screen; false when there is none.
    bool showField(const QString &code);

    /// All filled fields as lines "label<tab>value", for SIAK.
    [[nodiscard]] QString copyText() const;

Q_SIGNALS:
    void edited(); ///< by a person

private:
    void copyField(const FieldRow &row) const;

    std::vector<std::unique_ptr<FieldRow>> m_rows;
};

} // namespace sipenduduk
