#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace sipenduduk {

/// Gives rows of a QTreeView the height that their wrapped text needs; the view by itself
/// reckons with columns of any width.
class WrappingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Installs itself in `view`, which becomes its parent.
    explicit WrappingDelegate(QTreeView &view);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    QTreeView &m_view;
};

} // namespace sipenduduk
