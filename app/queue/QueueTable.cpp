#include "app/queue/QueueTable.h"

#include "app/queue/QueueModel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSettings>
#include <QSortFilterProxyModel>

#include <array>

namespace sipenduduk {

QueueTable::QueueTable(QWidget *parent)
    : QTableView(parent)
    , m_proxy(new QSortFilterProxyModel(this))
{
    m_proxy->setSortRole(QueueModel::SortRole);
    m_proxy->setSortLocaleAware(true);
    setModel(m_proxy);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setSortingEnabled(true);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab goes on to the next widget
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setIconSize(QSize(16, 16));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 14);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(this, &QTableView::doubleClicked, this, &QueueTable::openCurrent);
}

void QueueTable::setQueue(QueueModel &model)
{
    m_model = &model;
    m_proxy->setSourceModel(&model);
    setFirstWidths();
    sortByColumn(int(QueueColumn::Waiting), Qt::AscendingOrder); // longest first
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &QueueTable::selectionMoved);
}

void QueueTable::setFirstWidths()
{
    // In widths of a letter: they grow with the font. They fit 1366 pixels beside the side bar.
    constexpr std::array Letters{17, 19, 15, 19, 16, 19, 9, 14};
    static_assert(Letters.size() == QueueColumnCount);
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < QueueColumnCount; ++column)
        setColumnWidth(column, Letters[size_t(column)] * letter + 8);
    horizontalHeader()->setStretchLastSection(true);
}

void QueueTable::rememberColumns(QSettings &settings, const QString &key)
{
    QHeaderView *header = horizontalHeader();
    if (const QByteArray kept = settings.value(key).toByteArray(); !kept.isEmpty())
        header->restoreState(kept); // one of another version is refused and changes nothing
    const auto keep = [header, &settings, key] { settings.setValue(key, header->saveState()); };
    connect(header, &QHeaderView::sectionResized, this, keep);
    connect(header, &QHeaderView::sectionMoved, this, keep);
    connect(header, &QHeaderView::sortIndicatorChanged, this, keep);
}

PermohonanId QueueTable::selectedId() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? PermohonanId{}
                          : rows.first().data(QueueModel::IdRole).value<PermohonanId>();
}

void QueueTable::selectId(PermohonanId id)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(id));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

PermohonanId QueueTable::idAtViewRow(int row) const
{
    return m_proxy->index(row, 0).data(QueueModel::IdRole).value<PermohonanId>();
}

int QueueTable::viewRowOf(PermohonanId id) const
{
    return m_proxy->mapFromSource(m_model->indexOf(id)).row();
}

void QueueTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        openCurrent(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void QueueTable::openCurrent(const QModelIndex &index)
{
    if (index.isValid())
        Q_EMIT opened(index.data(QueueModel::IdRole).value<PermohonanId>());
}

} // namespace sipenduduk
