#include "app/permohonan/BerkasModel.h"

#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

bool isSameUpload(const ReviewRow &a, const ReviewRow &b)
{
    return a.requirement == b.requirement && a.berkas.id == b.berkas.id;
}

QString requirementText(const ReviewRow &row)
{
    if (!row.isWanted)
        return BerkasModel::tr("%1 (not needed)").arg(row.name);
    if (!row.group.isEmpty())
        //: One of several papers of which at least one is needed.
        return BerkasModel::tr("%1 (one of several)").arg(row.name);
    return row.name;
}

QString sign(const ReviewRow &row)
{
    switch (row.verdict) {
    case Verdict::Ok: return u"✓"_s;
    case Verdict::Pending: return u"•"_s;
    case Verdict::Missing: return row.isWanted ? u"–"_s : u" "_s;
    default: return u"✗"_s;
    }
}

QString verdictText(const ReviewRow &row)
{
    if (row.verdict == Verdict::Missing && !row.isWanted)
        return {};
    // On one line: a verdict is read at a glance.
    return (sign(row) + u' ' + words::ofVerdict(row.verdict)).replace(u' ', QChar::Nbsp);
}

} // namespace

void BerkasModel::setRows(const QList<ReviewRow> &rows)
{
    if (!std::ranges::equal(rows, m_rows, isSameUpload)) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (m_rows.at(i) == rows.at(i))
            continue;
        m_rows[i] = rows.at(i);
        Q_EMIT dataChanged(index(i, 0), index(i, columnCount() - 1));
    }
}

const ReviewRow *BerkasModel::rowAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? &m_rows.at(row) : nullptr;
}

int BerkasModel::nextPending(int row) const
{
    for (int step = 1; step <= m_rows.size(); ++step) {
        const int next = int((row + step) % m_rows.size());
        if (m_rows.at(next).hasUpload() && m_rows.at(next).verdict == Verdict::Pending)
            return next;
    }
    return -1;
}

int BerkasModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BerkasModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant BerkasModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ReviewRow &row = m_rows.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::DisplayRole)
        return column == Column::Requirement ? requirementText(row) : verdictText(row);
    if (role == Qt::ToolTipRole)
        return plainToolTip(row.hasUpload() ? row.name + u'\n' + row.berkas.fileName : row.name);
    if (role == Qt::ForegroundRole && !row.isWanted)
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    if (role == Qt::FontRole && row.verdict == Verdict::Pending) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant BerkasModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return Column(section) == Column::Requirement ? tr("Requirement") : tr("Verdict");
}

} // namespace sipenduduk
