#pragma once

#include "common/Permohonan.h"

#include <QAbstractTableModel>

namespace sipenduduk {

class KatalogLayanan;

/// The dokumen of a set: what there is, who gave paraf, what this officer was shown.
class DokumenModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Name, Draft, Parafs, Seen };

    explicit DokumenModel(const KatalogLayanan &katalog, QObject *parent = nullptr);

    void setList(const QList<Dokumen> &list);
    [[nodiscard]] const Dokumen *dokumenAt(int row) const; ///< null outside
    [[nodiscard]] int rowOf(DokumenId id) const;           ///< -1: not there
    /// The next row after `row`, round the end, of which pages were not shown yet; -1: none.
    [[nodiscard]] int nextUnseen(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString nameOf(const Dokumen &dokumen) const;

    const KatalogLayanan &m_katalog;
    QList<Dokumen> m_list;
};

} // namespace sipenduduk
