#include "app/permohonan/WrappingDelegate.h"

#include <QHeaderView>
#include <QTreeView>

namespace sipenduduk {

WrappingDelegate::WrappingDelegate(QTreeView &view)
    : QStyledItemDelegate(&view)
    , m_view(view)
{
    m_view.setItemDelegate(this);
    connect(m_view.header(), &QHeaderView::sectionResized, this,
            [this] { m_view.doItemsLayout(); });
}

QSize WrappingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem wrapped = option;
    wrapped.rect.setSize(QSize(m_view.columnWidth(index.column()), 1));
    const QSize size = QStyledItemDelegate::sizeHint(wrapped, index);
    return {size.width(), size.height() + 4};
}

} // namespace sipenduduk
