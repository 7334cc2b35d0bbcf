#pragma once

#include "common/Isian.h"
#include "common/Temuan.h"

#include <QObject>

class QFormLayout;
class QLabel;
class QToolButton;

namespace sipenduduk {

class FieldEditor;

/// One row of a form: the editor with its label, its copy button and its findings. The widgets
/// belong to the form's body.
class FieldRow : public QObject
{
    Q_OBJECT

public:
    FieldRow(const Isian &field, const QStringList &places, QFormLayout &layout);

    [[nodiscard]] const Isian &field() const { return m_field; }
    [[nodiscard]] FieldEditor &editor() const { return *m_editor; }
    [[nodiscard]] QString readableValue() const;

    /// Those of this field; the worst decides the colour, all are said.
    void setFindings(const QList<Finding> &findings);

Q_SIGNALS:
    void edited();
    void copyRequested();

private:
    Isian m_field;
    QLabel *m_label;
    FieldEditor *m_editor;
    QToolButton *m_copyButton;
    QLabel *m_findingLabel;
};

} // namespace sipenduduk
