#pragma once

#include "app/permohonan/FieldEditor.h"

class QTableView;
class QToolButton;

namespace sipenduduk {

class RowsModel;

/// A field that is a table: the members of a family, those who move along.
class TableFieldEditor : public FieldEditor
{
    Q_OBJECT

public:
    TableFieldEditor(const Isian &field, QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    void setReadOnly(bool isReadOnly) override;

private:
    void removeCurrentRow();
    void updateHeight();

    RowsModel *m_model;
    QTableView *m_view;
    QToolButton *m_removeButton;
};

} // namespace sipenduduk
