#pragma once

#include "common/Isian.h"

#include <QAbstractTableModel>
#include <QMap>

namespace sipenduduk {

/// The rows of a field that is a table, with an empty row at the end to type into.
class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RowsModel(QList<Kolom> columns, QObject *parent = nullptr);

    [[nodiscard]] QString toJson() const; ///< empty without a filled row
    void setJson(const QString &json);
    void setReadOnly(bool isReadOnly);
    void removeRowAt(int row);
    [[nodiscard]] const QList<Kolom> &columns() const { return m_columns; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void edited(); ///< by a person

private:
    using Row = QMap<QString, QString>; ///< column code to stored text

    QList<Kolom> m_columns;
    QList<Row> m_rows; ///< without the empty one at the end
    bool m_isReadOnly = false;
};

} // namespace sipenduduk
