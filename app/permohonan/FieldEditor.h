#pragma once

#include "common/Isian.h"

#include <QStringList>
#include <QWidget>

namespace sipenduduk {

/// Edits the value of one field of a form. The widget that takes the keys is called
/// `field_CODE` and carries the label as its accessible name.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// As it is stored: a date as yyyy-MM-dd, a choice as its code, a table as JSON.
    [[nodiscard]] virtual QString value() const = 0;
    /// Does not emit edited().
    virtual void setValue(const QString &value) = 0;
    virtual void setReadOnly(bool isReadOnly) = 0;

Q_SIGNALS:
    /// The person changed the value.
    void edited();
};

/// The editor that suits `field`. `places` completes fields of the type Place.
[[nodiscard]] FieldEditor *makeFieldEditor(const Isian &field, const QStringList &places,
                                           QWidget *parent);

} // namespace sipenduduk
