#include "app/permohonan/RowsModel.h"

#include "app/permohonan/FieldText.h"
#include "app/widgets/PlainToolTip.h"
#include "common/IsianPermohonan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sipenduduk {

namespace {

QString cellText(const Kolom &column, const QString &stored)
{
    if (column.type != IsianType::Choice)
        return shownText(column.type, stored);
    const auto found = std::ranges::find(column.choices, stored, &Pilihan::code);
    return found == column.choices.end() ? stored : found->label;
}

} // namespace

RowsModel::RowsModel(QList<Kolom> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

QString RowsModel::toJson() const
{
    QJsonArray rows;
    for (const Row &row : m_rows) {
        QJsonObject object;
        for (const auto &[code, value] : row.asKeyValueRange()) {
            if (!value.isEmpty())
                object.insert(code, value);
        }
        if (!object.isEmpty())
            rows.append(object);
    }
    if (rows.isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

void RowsModel::setJson(const QString &json)
{
    beginResetModel();
    m_rows.clear();
    const QJsonArray rows = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue value : rows) {
        Row row;
        const QJsonObject object = value.toObject();
        for (auto cell = object.begin(); cell != object.end(); ++cell)
            row.insert(cell.key(), cell.value().toString());
        m_rows.append(row);
    }
    endResetModel();
}

void RowsModel::setReadOnly(bool isReadOnly)
{
    beginResetModel(); // the empty row comes or goes
    m_isReadOnly = isReadOnly;
    endResetModel();
}

void RowsModel::removeRowAt(int row)
{
    if (row < 0 || row >= m_rows.size() || m_isReadOnly)
        return;
    const bool wasFull = m_rows.size() == MaxTableRows; // then the empty row comes back
    wasFull ? beginResetModel() : beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    wasFull ? endResetModel() : endRemoveRows();
    Q_EMIT edited();
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    const bool hasEmptyRow = !m_isReadOnly && m_rows.size() < MaxTableRows;
    return int(m_rows.size()) + (hasEmptyRow ? 1 : 0);
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Kolom &column = m_columns.at(index.column());
    const QString stored = m_rows.value(index.row()).value(column.code); // the last row is empty
    if (role == Qt::UserRole)
        return stored;
    if (role == Qt::ToolTipRole)
        return plainToolTip(cellText(column, stored));
    if (role == Qt::DisplayRole || role == Qt::EditRole)
        return cellText(column, stored);
    return {};
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Horizontal ? QVariant(m_columns.at(section).label)
                                         : QVariant(section + 1);
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_isReadOnly || !index.isValid() ? flags : flags | Qt::ItemIsEditable;
}

bool RowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || m_isReadOnly)
        return false;
    const Kolom &column = m_columns.at(index.column());
    const QString stored = storedText(column.type, value.toString().left(MaxTextLength));
    if (index.row() == m_rows.size()) {
        if (stored.isEmpty())
            return false;
        const bool isFull = m_rows.size() + 1 == MaxTableRows;
        if (!isFull)
            beginInsertRows({}, index.row() + 1, index.row() + 1);
        m_rows.append(Row());
        if (!isFull)
            endInsertRows();
    }
    if (m_rows.at(index.row()).value(column.code) == stored)
        return true;
    m_rows[index.row()].insert(column.code, stored);
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited();
    return true;
}

} // namespace sipenduduk
