#pragma once

#include "common/Ids.h"

#include <QTableView>

class QSettings;
class QSortFilterProxyModel;

namespace sipenduduk {

class QueueModel;

/// The table of a queue: sorted by type, its columns remembered, worked by keyboard alone.
/// Enter opens, arrows move, Tab leaves it.
class QueueTable : public QTableView
{
    Q_OBJECT
public:
    explicit QueueTable(QWidget *parent = nullptr);

    void setQueue(QueueModel &model);
    /// Reads widths, order and sorting under `key`, and keeps them there from now on.
    void rememberColumns(QSettings &settings, const QString &key);

    [[nodiscard]] PermohonanId selectedId() const; ///< 0: none
    void selectId(PermohonanId id);                ///< and scrolls to it
    [[nodiscard]] PermohonanId idAtViewRow(int row) const;
    [[nodiscard]] int viewRowOf(PermohonanId id) const; ///< -1: not here

Q_SIGNALS:
    void opened(sipenduduk::PermohonanId id);
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openCurrent(const QModelIndex &index);
    void setFirstWidths();

    QSortFilterProxyModel *m_proxy;
    QueueModel *m_model = nullptr;
};

} // namespace sipenduduk
