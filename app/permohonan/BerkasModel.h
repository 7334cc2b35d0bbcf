#pragma once

#include "app/permohonan/BerkasReview.h"

#include <QAbstractTableModel>

namespace sipenduduk {

/// The requirements of a permohonan with the verdict on each.
class BerkasModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Requirement, Verdict };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay the same are not touched, so that the selection stays.
    void setRows(const QList<ReviewRow> &rows);
    [[nodiscard]] const ReviewRow *rowAt(int row) const; ///< null outside
    /// The next row after `row`, around the end, that waits for a verdict; -1 when none does.
    [[nodiscard]] int nextPending(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    QList<ReviewRow> m_rows;
};

} // namespace sipenduduk
