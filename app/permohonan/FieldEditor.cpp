#include "app/permohonan/FieldEditor.h"

#include "app/permohonan/FieldText.h"
#include "app/permohonan/TableFieldEditor.h"
#include "common/IsianPermohonan.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// What cannot be changed stands on the colour of the window, not on that of an input.
void showReadOnly(QWidget &edit, bool isReadOnly)
{
    QPalette palette = edit.parentWidget()->palette();
    if (isReadOnly)
        palette.setColor(QPalette::Base, palette.color(QPalette::Window));
    edit.setPalette(palette);
}

template <typename Widget>
Widget *placed(FieldEditor *editor, const Isian &field)
{
    auto *widget = new Widget(editor);
    widget->setObjectName(u"field_"_s + field.code);
    widget->setAccessibleName(field.label);
    widget->setToolTip(field.hint);
    auto *layout = new QHBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(widget);
    editor->setFocusProxy(widget);
    return widget;
}

class LineFieldEditor : public FieldEditor
{
public:
    LineFieldEditor(const Isian &field, const QStringList &places, QWidget *parent)
        : FieldEditor(parent)
        , m_type(field.type)
        , m_edit(placed<QLineEdit>(this, field))
    {
        m_edit->setMaxLength(MaxTextLength);
        m_edit->setPlaceholderText(placeholder(m_type));
        if (m_type == IsianType::Place)
            m_edit->setCompleter(placeCompleter(places));
        connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
        connect(m_edit, &QLineEdit::editingFinished, this, [this] { setValue(value()); });
    }

    QString value() const override { return storedText(m_type, m_edit->text()); }
    void setValue(const QString &value) override
    {
        const QString text = shownText(m_type, value);
        if (text != m_edit->text()) {
            m_edit->setText(text);
            m_edit->setCursorPosition(0);
        }
    }
    void setReadOnly(bool isReadOnly) override
    {
        m_edit->setReadOnly(isReadOnly);
        showReadOnly(*m_edit, isReadOnly);
    }

private:
    QCompleter *placeCompleter(const QStringList &places)
    {
        auto *completer = new QCompleter(places, m_edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this,
                &FieldEditor::edited);
        return completer;
    }

    IsianType m_type;
    QLineEdit *m_edit;
};

/// Scrolling a form must not change a choice under the mouse.
class CalmComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

class ChoiceFieldEditor : public FieldEditor
{
public:
    ChoiceFieldEditor(const Isian &field, QWidget *parent)
        : FieldEditor(parent)
        , m_box(placed<CalmComboBox>(this, field))
    {
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setMinimumContentsLength(8);
        m_box->addItem({}, QString());
        for (const Pilihan &choice : field.choices)
            m_box->addItem(choice.label, choice.code);
        connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
    }

    QString value() const override { return m_box->currentData().toString(); }
    void setValue(const QString &value) override
    {
        int index = m_box->findData(value);
        if (index < 0) { // a code of a former catalogue must not be lost by looking at it
            m_box->addItem(value, value);
            index = m_box->count() - 1;
        }
        m_box->setCurrentIndex(index);
    }
    void setReadOnly(bool isReadOnly) override { m_box->setEnabled(!isReadOnly); }

private:
    QComboBox *m_box;
};

class LongTextFieldEditor : public FieldEditor
{
public:
    LongTextFieldEditor(const Isian &field, QWidget *parent)
        : FieldEditor(parent)
        , m_edit(placed<QPlainTextEdit>(this, field))
    {
        m_edit->setTabChangesFocus(true);
        m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * 4 + 12);
        connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
            if (!m_isSetting)
                Q_EMIT edited();
        });
    }

    QString value() const override { return m_edit->toPlainText(); }
    void setValue(const QString &value) override
    {
        if (value == m_edit->toPlainText())
            return;
        m_isSetting = true;
        m_edit->setPlainText(value);
        m_isSetting = false;
    }
    void setReadOnly(bool isReadOnly) override
    {
        m_edit->setReadOnly(isReadOnly);
        showReadOnly(*m_edit, isReadOnly);
    }

private:
    QPlainTextEdit *m_edit;
    bool m_isSetting = false;
};

} // namespace

FieldEditor *makeFieldEditor(const Isian &field, const QStringList &places, QWidget *parent)
{
    if (!field.columns.isEmpty())
        return new TableFieldEditor(field, parent);
    switch (field.type) {
    case IsianType::Choice: return new ChoiceFieldEditor(field, parent);
    case IsianType::LongText: return new LongTextFieldEditor(field, parent);
    default: return new LineFieldEditor(field, places, parent);
    }
}

} // namespace sipenduduk
