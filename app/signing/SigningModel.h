#pragma once

#include "common/protocol/SigningMessages.h"

#include <QAbstractTableModel>
#include <QSet>

namespace sipenduduk {

class KatalogLayanan;

/// What waits for the Kadin's TTE, with a box before each: ticked is what he signs next. What is
/// not ready cannot be ticked; what is ready comes ticked, until he takes the tick away.
class SigningModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Number, Service, Applicant, Waiting, Seen, Attention };
    static constexpr int ColumnCount = 6;

    explicit SigningModel(const KatalogLayanan &katalog, QObject *parent = nullptr);

    /// Keeps what was unticked.
    void replace(const QList<protocol::SignableRow> &rows);
    void setNow(const QDateTime &now); ///< UTC; what "waiting" is reckoned against
    void tickAll(bool isTicked);

    [[nodiscard]] const protocol::SignableRow &rowAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(PermohonanId id) const; ///< -1: not here
    [[nodiscard]] QList<protocol::SignableRow> ticked() const;
    [[nodiscard]] int readyCount() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void ticksChanged();

private:
    [[nodiscard]] bool isTicked(const protocol::SignableRow &row) const;
    [[nodiscard]] QString text(const protocol::SignableRow &row, Column column) const;

    const KatalogLayanan &m_katalog;
    QList<protocol::SignableRow> m_rows;
    QSet<PermohonanId> m_unticked;
    QDateTime m_now;
};

} // namespace sipenduduk
