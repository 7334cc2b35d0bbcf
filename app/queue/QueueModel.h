#pragma once

#include "app/queue/QueueColumn.h"
#include "common/OfficeCalendar.h"
#include "common/Permohonan.h"
#include "common/Sla.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>

#include <optional>

namespace sipenduduk {

class KatalogLayanan;

/// Rows of one queue, found by id. A change arrives as the row that it is about, so that what is
/// selected and where the table stands are never disturbed; a row older than the present one is
/// passed over.
class QueueModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, IdRole, LateRole };

    explicit QueueModel(const KatalogLayanan &katalog, QObject *parent = nullptr);
    ~QueueModel() override;

    /// Makes the model hold exactly these, by removing, changing and adding single rows.
    void replace(const QList<PermohonanRow> &rows);
    /// Adds what is new and changes what is known.
    void merge(const QList<PermohonanRow> &rows);
    void upsert(const PermohonanRow &row);
    void remove(PermohonanId id);
    void clear() { replace({}); }

    [[nodiscard]] bool contains(PermohonanId id) const { return m_index.contains(id); }
    /// None when there is no such row; valid until the next change.
    [[nodiscard]] const PermohonanRow *find(PermohonanId id) const;
    [[nodiscard]] QModelIndex indexOf(PermohonanId id) const; ///< first column
    [[nodiscard]] const PermohonanRow &rowAt(int row) const { return m_rows.at(row).row; }

    /// Whether more can be fetched; asking for it emits moreWanted().
    void setHasMore(bool hasMore) { m_hasMore = hasMore; }
    /// What "waiting" and "late" are reckoned against, UTC. Called once a minute by the page.
    void setNow(const QDateTime &now);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void moreWanted();

private:
    struct Entry
    {
        PermohonanRow row;
        std::optional<QDateTime> due; ///< when the SOP's time for the step runs out
    };

    [[nodiscard]] Entry entryOf(const PermohonanRow &row) const;
    [[nodiscard]] bool isLate(const Entry &entry) const;
    [[nodiscard]] QString text(const Entry &entry, QueueColumn column) const;
    [[nodiscard]] QString dueText(const Entry &entry) const;
    [[nodiscard]] QString toolTip(const Entry &entry, QueueColumn column) const;
    [[nodiscard]] QVariant sortKey(const Entry &entry, QueueColumn column) const;
    [[nodiscard]] QVariant decoration(const Entry &entry, QueueColumn column) const;
    void reindexFrom(qsizetype first);
    void drawIcons();

    const KatalogLayanan &m_katalog;
    const OfficeCalendar m_calendar = defaultOfficeCalendar();
    const SlaLimits m_limits;
    QList<Entry> m_rows;
    QHash<PermohonanId, int> m_index;
    QDateTime m_now;
    bool m_hasMore = false;
    QIcon m_lateIcon;
    QIcon m_clockIcon;
    QIcon m_returnedIcon;
    QIcon m_heldIcon;
};

} // namespace sipenduduk
