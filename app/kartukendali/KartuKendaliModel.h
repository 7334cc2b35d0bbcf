#pragma once

#include "common/KartuKendali.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QMap>

namespace sipenduduk {

class KatalogLayanan;

/// The lines of one kartu kendali, oldest first, as they stand in the chain.
class KartuKendaliModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Seq, Time, Kind, Step, Officer, Duty, Counterpart, Dokumen, Draft, Note };
    static constexpr int ColumnCount = 10;

    explicit KartuKendaliModel(QObject *parent = nullptr);
    ~KartuKendaliModel() override;

    /// Lines are only ever appended, so more of the same card are added, not reset.
    void showLines(const QList<KartuKendaliLine> &lines, const KatalogLayanan &katalog);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    struct Entry
    {
        KartuKendaliLine line;
        QString dokumen; ///< its name in the catalogue
    };

    [[nodiscard]] QString text(const Entry &entry, Column column) const;
    [[nodiscard]] QString toolTip(const Entry &entry, Column column) const;
    [[nodiscard]] QVariant decoration(const Entry &entry) const;

    QList<Entry> m_entries;
    QMap<LineKind, QIcon> m_icons;
};

} // namespace sipenduduk
