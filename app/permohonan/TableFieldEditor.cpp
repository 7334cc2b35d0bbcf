#include "app/permohonan/TableFieldEditor.h"

#include "app/permohonan/RowsModel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MostRowsAtOnce = 6; // the table scrolls beyond

/// Cells with choices are edited by a list, all others by typing.
class CellDelegate : public QStyledItemDelegate
{
public:
    CellDelegate(const RowsModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override
    {
        const Kolom &column = m_model.columns().at(index.column());
        if (column.type != IsianType::Choice)
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto *box = new QComboBox(parent);
        box->setObjectName(u"cellChoiceBox"_s);
        box->addItem({}, QString());
        for (const Pilihan &choice : column.choices)
            box->addItem(choice.label, choice.code);
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentIndex(std::max(0, box->findData(index.data(Qt::UserRole))));
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        if (const auto *box = qobject_cast<QComboBox *>(editor))
            model->setData(index, box->currentData(), Qt::EditRole);
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }

private:
    const RowsModel &m_model;
};

} // namespace

TableFieldEditor::TableFieldEditor(const Isian &field, QWidget *parent)
    : FieldEditor(parent)
    , m_model(new RowsModel(field.columns, this))
    , m_view(new QTableView(this))
    , m_removeButton(new QToolButton(this))
{
    m_view->setObjectName(u"field_"_s + field.code);
    m_view->setAccessibleName(field.label);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(*m_model, m_view));
    m_view->setEditTriggers(QAbstractItemView::AllEditTriggers);
    m_view->setTabKeyNavigation(true);
    m_view->horizontalHeader()->setDefaultSectionSize(130);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 10);
    m_removeButton->setObjectName(u"removeRow_"_s + field.code);
    m_removeButton->setText(tr("Remove row"));
    m_removeButton->setAccessibleName(tr("Remove the chosen row"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    layout->addWidget(m_removeButton, 0, Qt::AlignRight);
    setFocusProxy(m_view);
    connect(m_removeButton, &QToolButton::clicked, this, &TableFieldEditor::removeCurrentRow);
    connect(m_model, &RowsModel::edited, this, &FieldEditor::edited);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &TableFieldEditor::updateHeight);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &TableFieldEditor::updateHeight);
    connect(m_model, &QAbstractItemModel::modelReset, this, &TableFieldEditor::updateHeight);
    updateHeight();
}

QString TableFieldEditor::value() const
{
    return m_model->toJson();
}

void TableFieldEditor::setValue(const QString &value)
{
    if (value != m_model->toJson())
        m_model->setJson(value);
}

void TableFieldEditor::setReadOnly(bool isReadOnly)
{
    m_model->setReadOnly(isReadOnly);
    m_removeButton->setVisible(!isReadOnly);
}

void TableFieldEditor::removeCurrentRow()
{
    m_model->removeRowAt(m_view->currentIndex().row());
}

void TableFieldEditor::updateHeight()
{
    const int rows = std::clamp(m_model->rowCount(), 2, MostRowsAtOnce);
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height()
                           + rows * m_view->verticalHeader()->defaultSectionSize() + 22);
}

} // namespace sipenduduk
