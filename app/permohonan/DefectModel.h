#pragma once

#include "common/Permohonan.h"

#include <QAbstractTableModel>

namespace sipenduduk {

/// The defects of a return, by name, verdict and solution.
class DefectModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Place, Verdict, Solution };

    using QAbstractTableModel::QAbstractTableModel;

    /// How a place is called, by target and code.
    void setPlaceName(DefectTarget target, const QString &code, const QString &name);

    void append(const Defect &defect);
    void replace(int row, const Defect &defect);
    void remove(int row);
    [[nodiscard]] const QList<Defect> &defects() const { return m_defects; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<Defect> m_defects;
    QMap<std::pair<DefectTarget, QString>, QString> m_names;
};

} // namespace sipenduduk
