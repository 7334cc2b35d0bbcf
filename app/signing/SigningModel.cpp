#include "app/signing/SigningModel.h"

#include "app/signing/SigningWords.h"
#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"

#include <QFont>

#include <algorithm>

namespace sipenduduk {

SigningModel::SigningModel(const KatalogLayanan &katalog, QObject *parent)
    : QAbstractTableModel(parent)
    , m_katalog(katalog)
    , m_now(QDateTime::currentDateTimeUtc())
{
}

/// A list of some hundred rows that is read anew as a whole: what stands at the same place is
/// changed there, so that the selection stays.
void SigningModel::replace(const QList<protocol::SignableRow> &rows)
{
    const int common = int(std::min(m_rows.size(), rows.size()));
    if (m_rows.size() > rows.size()) {
        beginRemoveRows({}, common, int(m_rows.size()) - 1);
        m_rows = rows;
        endRemoveRows();
    } else if (m_rows.size() < rows.size()) {
        beginInsertRows({}, common, int(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
    } else {
        m_rows = rows;
    }
    if (common > 0)
        Q_EMIT dataChanged(index(0, 0), index(common - 1, ColumnCount - 1));
    Q_EMIT ticksChanged();
}

void SigningModel::setNow(const QDateTime &now)
{
    m_now = now;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, int(Column::Waiting)),
                           index(int(m_rows.size()) - 1, int(Column::Waiting)));
}

void SigningModel::tickAll(bool isTicked)
{
    m_unticked.clear();
    if (!isTicked) {
        for (const protocol::SignableRow &row : std::as_const(m_rows))
            m_unticked.insert(row.row.id);
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, 0), {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
}

int SigningModel::rowOf(PermohonanId id) const
{
    const auto found = std::ranges::find_if(
        m_rows, [id](const protocol::SignableRow &row) { return row.row.id == id; });
    return found == m_rows.cend() ? -1 : int(found - m_rows.cbegin());
}

bool SigningModel::isTicked(const protocol::SignableRow &row) const
{
    return row.isReady && !m_unticked.contains(row.row.id);
}

QList<protocol::SignableRow> SigningModel::ticked() const
{
    QList<protocol::SignableRow> rows;
    std::ranges::copy_if(m_rows, std::back_inserter(rows),
                         [this](const protocol::SignableRow &row) { return isTicked(row); });
    return rows;
}

int SigningModel::readyCount() const
{
    return int(std::ranges::count_if(m_rows, &protocol::SignableRow::isReady));
}

int SigningModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SigningModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SigningModel::text(const protocol::SignableRow &row, Column column) const
{
    const Layanan *layanan = m_katalog.layanan(row.row.layanan);
    switch (column) {
    case Column::Number: return row.row.number;
    case Column::Service: return layanan ? layanan->name : row.row.layanan;
    case Column::Applicant: return row.row.applicant;
    case Column::Waiting: return words::duration(row.row.stepSince.msecsTo(m_now));
    case Column::Seen:
        //: pages seen of all pages
        return tr("%1 of %2").arg(row.seenPages).arg(row.pageCount);
    case Column::Attention: return attentionText(row);
    }
    return {};
}

QVariant SigningModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const protocol::SignableRow &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::ToolTipRole: return plainToolTip(text(row, column));
    case Qt::CheckStateRole:
        return column == Column::Number ? QVariant(isTicked(row) ? Qt::Checked : Qt::Unchecked)
                                        : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(column == Column::Attention && !row.risks.isEmpty());
        return font;
    }
    default: return {};
    }
}

bool SigningModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != int(Column::Number) || !m_rows.at(index.row()).isReady)
        return false;
    const PermohonanId id = m_rows.at(index.row()).row.id;
    if (value.value<Qt::CheckState>() == Qt::Checked)
        m_unticked.remove(id);
    else
        m_unticked.insert(id);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
    return true;
}

Qt::ItemFlags SigningModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == int(Column::Number) && m_rows.at(index.row()).isReady)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant SigningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Number: return tr("Number");
    case Column::Service: return tr("Service");
    case Column::Applicant: return tr("Applicant");
    case Column::Waiting: return tr("Waiting for");
    case Column::Seen: return tr("Pages seen");
    case Column::Attention: return tr("Attention");
    }
    return {};
}

} // namespace sipenduduk
