#include "app/permohonan/DefectModel.h"

#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"

namespace sipenduduk {

void DefectModel::setPlaceName(DefectTarget target, const QString &code, const QString &name)
{
    m_names.insert({target, code}, name);
}

void DefectModel::append(const Defect &defect)
{
    beginInsertRows({}, int(m_defects.size()), int(m_defects.size()));
    m_defects.append(defect);
    endInsertRows();
}

void DefectModel::replace(int row, const Defect &defect)
{
    m_defects[row] = defect;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void DefectModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_defects.removeAt(row);
    endRemoveRows();
}

int DefectModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_defects.size());
}

int DefectModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant DefectModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Defect &defect = m_defects.at(index.row());
    if (role == Qt::ToolTipRole)
        return plainToolTip(data(index, Qt::DisplayRole).toString());
    switch (Column(index.column())) {
    case Column::Place: return m_names.value({defect.target, defect.code}, defect.code);
    case Column::Verdict: return words::ofVerdict(defect.verdict);
    case Column::Solution: return defect.solution;
    }
    return {};
}

QVariant DefectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case Column::Place: return tr("What");
    case Column::Verdict: return tr("Defect");
    case Column::Solution: return tr("How to mend it");
    }
    return {};
}

} // namespace sipenduduk
