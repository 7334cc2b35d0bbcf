#include "app/queue/QueueModel.h"

#include "app/widgets/Icons.h"
#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"

#include <QSet>

#include <limits>

using namespace Qt::StringLiterals;

namespace sipenduduk {

QueueModel::QueueModel(const KatalogLayanan &katalog, QObject *parent)
    : QAbstractTableModel(parent)
    , m_katalog(katalog)
    , m_now(QDateTime::currentDateTimeUtc())
{
    drawIcons();
}

QueueModel::~QueueModel() = default;

QueueModel::Entry QueueModel::entryOf(const PermohonanRow &row) const
{
    return {row, stageDue(row.status, row.stepSince, m_limits, m_calendar)};
}

void QueueModel::replace(const QList<PermohonanRow> &rows)
{
    QSet<PermohonanId> kept;
    for (const PermohonanRow &row : rows)
        kept.insert(row.id);
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        if (const PermohonanId id = m_rows.at(i).row.id; !kept.contains(id))
            remove(id);
    }
    merge(rows);
}

void QueueModel::merge(const QList<PermohonanRow> &rows)
{
    QList<PermohonanRow> added;
    for (const PermohonanRow &row : rows) {
        if (contains(row.id))
            upsert(row);
        else
            added.append(row);
    }
    if (added.isEmpty())
        return;
    const auto first = m_rows.size();
    beginInsertRows({}, int(first), int(first + added.size() - 1));
    for (const PermohonanRow &row : std::as_const(added))
        m_rows.append(entryOf(row));
    reindexFrom(first);
    endInsertRows();
}

void QueueModel::upsert(const PermohonanRow &row)
{
    const auto known = m_index.constFind(row.id);
    if (known == m_index.cend())
        return merge({row});
    Entry &entry = m_rows[*known];
    if (row.version < entry.row.version || row == entry.row)
        return;
    entry = entryOf(row);
    Q_EMIT dataChanged(index(*known, 0), index(*known, QueueColumnCount - 1));
}

void QueueModel::remove(PermohonanId id)
{
    const auto known = m_index.constFind(id);
    if (known == m_index.cend())
        return;
    const int row = *known;
    beginRemoveRows({}, row, row);
    m_index.erase(known);
    m_rows.removeAt(row);
    reindexFrom(row);
    endRemoveRows();
}

void QueueModel::reindexFrom(qsizetype first)
{
    for (qsizetype i = first; i < m_rows.size(); ++i)
        m_index[m_rows.at(i).row.id] = int(i);
}

const PermohonanRow *QueueModel::find(PermohonanId id) const
{
    const auto known = m_index.constFind(id);
    return known == m_index.cend() ? nullptr : &m_rows.at(*known).row;
}

QModelIndex QueueModel::indexOf(PermohonanId id) const
{
    const auto known = m_index.constFind(id);
    return known == m_index.cend() ? QModelIndex() : index(*known, 0);
}

void QueueModel::setNow(const QDateTime &now)
{
    m_now = now;
    drawIcons(); // the theme may have changed
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, int(QueueColumn::Waiting)),
                           index(int(m_rows.size()) - 1, int(QueueColumn::Due)));
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : QueueColumnCount;
}

bool QueueModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore;
}

void QueueModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        Q_EMIT moreWanted();
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_rows.at(index.row());
    const auto column = QueueColumn(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(entry, column);
    case Qt::ToolTipRole: return plainToolTip(toolTip(entry, column));
    case Qt::DecorationRole: return decoration(entry, column);
    case Qt::ForegroundRole:
        return column == QueueColumn::Due && isLate(entry) ? QVariant(errorInk()) : QVariant();
    case SortRole: return sortKey(entry, column);
    case IdRole: return QVariant::fromValue(entry.row.id);
    case LateRole: return isLate(entry);
    default: return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (QueueColumn(section)) {
    case QueueColumn::Number: return tr("Number");
    case QueueColumn::Service: return tr("Service");
    case QueueColumn::Applicant: return tr("Applicant");
    case QueueColumn::Status: return tr("Status");
    //: Column: when the citizen sent the application.
    case QueueColumn::Submitted: return tr("Submitted on");
    //: Column: for how long it has been with its present holder.
    case QueueColumn::Waiting: return tr("Waiting for");
    //: Column: time that the SOP leaves for the present step.
    case QueueColumn::Due: return tr("Time left");
    //: Column: the officer who has it open.
    case QueueColumn::HeldBy: return tr("Opened by");
    }
    return {};
}

bool QueueModel::isLate(const Entry &entry) const
{
    return entry.due && *entry.due < m_now;
}

QString QueueModel::text(const Entry &entry, QueueColumn column) const
{
    switch (column) {
    case QueueColumn::Number: return entry.row.number;
    case QueueColumn::Service: {
        const Layanan *layanan = m_katalog.layanan(entry.row.layanan);
        return layanan ? layanan->name : entry.row.layanan;
    }
    case QueueColumn::Applicant: return entry.row.applicant;
    case QueueColumn::Status:
        //: %1 is a status; shown for a permohonan that came back from a later step.
        return entry.row.isReturned ? tr("%1 (returned)").arg(words::ofStatus(entry.row.status))
                                    : words::ofStatus(entry.row.status);
    case QueueColumn::Submitted: return words::dateTime(entry.row.submittedAt);
    case QueueColumn::Waiting: return words::duration(entry.row.stepSince.msecsTo(m_now));
    case QueueColumn::Due: return dueText(entry);
    case QueueColumn::HeldBy: return entry.row.heldBy;
    }
    return {};
}

QString QueueModel::dueText(const Entry &entry) const
{
    if (!entry.due)
        return u"–"_s;
    using std::chrono::milliseconds;
    const auto left = isLate(entry) ? serviceTime(*entry.due, m_now, m_calendar)
                                    : serviceTime(m_now, *entry.due, m_calendar);
    const QString amount = words::duration(milliseconds(left).count());
    return isLate(entry) ? tr("Late by %1").arg(amount) : tr("%1 left").arg(amount);
}

QString QueueModel::toolTip(const Entry &entry, QueueColumn column) const
{
    switch (column) {
    case QueueColumn::Submitted: return words::exactDateTime(entry.row.submittedAt);
    case QueueColumn::Waiting: return tr("Since %1").arg(words::exactDateTime(entry.row.stepSince));
    case QueueColumn::Due:
        return entry.due
            ? tr("Working time of the SOP ends on %1").arg(words::exactDateTime(*entry.due))
            : tr("The SOP sets no time for this step.");
    default: return text(entry, column);
    }
}

QVariant QueueModel::sortKey(const Entry &entry, QueueColumn column) const
{
    switch (column) {
    case QueueColumn::Submitted: return entry.row.submittedAt;
    case QueueColumn::Waiting: return entry.row.stepSince;
    case QueueColumn::Due:
        // Without a limit: after all that have one.
        return entry.due ? entry.due->toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    default: return text(entry, column);
    }
}

QVariant QueueModel::decoration(const Entry &entry, QueueColumn column) const
{
    if (column == QueueColumn::Due && entry.due)
        return isLate(entry) ? m_lateIcon : m_clockIcon;
    if (column == QueueColumn::Status && entry.row.isReturned)
        return m_returnedIcon;
    if (column == QueueColumn::HeldBy && !entry.row.heldBy.isEmpty())
        return m_heldIcon;
    return {};
}

void QueueModel::drawIcons()
{
    m_lateIcon = icon(u"warning"_s, errorInk());
    m_clockIcon = icon(u"clock"_s);
    m_returnedIcon = icon(u"returned"_s, warningInk());
    m_heldIcon = icon(u"lock"_s);
}

} // namespace sipenduduk
