#include "app/permohonan/DokumenModel.h"

#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString draftText(const Dokumen &dokumen)
{
    if (!dokumen.signedSha256.isEmpty())
        return words::ofStatus(dokumen.status);
    if (dokumen.draftVersion == 0)
        return DokumenModel::tr("No draft yet");
    return dokumen.isFromSiak ? DokumenModel::tr("Draft %1, from SIAK").arg(dokumen.draftVersion)
                              : DokumenModel::tr("Draft %1").arg(dokumen.draftVersion);
}

QString shortDuty(Role duty)
{
    switch (duty) {
    case Role::Kasi: return DokumenModel::tr("Kasi");
    case Role::Kabid: return DokumenModel::tr("Kabid");
    default: return words::ofRole(duty);
    }
}

QString parafText(const Dokumen &dokumen)
{
    QStringList lines;
    for (const Paraf &paraf : dokumen.parafList)
        lines.append(u"✓ "_s + shortDuty(paraf.duty));
    return lines.join(u'\n');
}

QString seenText(const Dokumen &dokumen)
{
    if (dokumen.pageCount == 0)
        return {};
    //: Pages that the officer was shown, of all pages.
    return DokumenModel::tr("%1 of %2").arg(dokumen.seenPages.size()).arg(dokumen.pageCount);
}

QString parafToolTip(const Dokumen &dokumen)
{
    QStringList lines;
    for (const Paraf &paraf : dokumen.parafList) {
        lines.append(DokumenModel::tr("%1: %2, %3")
                         .arg(words::ofRole(paraf.duty), paraf.officer, words::dateTime(paraf.at)));
    }
    return lines.join(u'\n');
}

} // namespace

DokumenModel::DokumenModel(const KatalogLayanan &katalog, QObject *parent)
    : QAbstractTableModel(parent)
    , m_katalog(katalog)
{
}

void DokumenModel::setList(const QList<Dokumen> &list)
{
    const bool isSameSet = std::ranges::equal(list, m_list, {}, &Dokumen::id, &Dokumen::id);
    if (!isSameSet)
        beginResetModel();
    m_list = list;
    if (!isSameSet)
        endResetModel();
    else if (!list.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const Dokumen *DokumenModel::dokumenAt(int row) const
{
    return row >= 0 && row < m_list.size() ? &m_list.at(row) : nullptr;
}

int DokumenModel::rowOf(DokumenId id) const
{
    const auto found = std::ranges::find(m_list, id, &Dokumen::id);
    return found == m_list.end() ? -1 : int(found - m_list.begin());
}

int DokumenModel::nextUnseen(int row) const
{
    const int count = int(m_list.size());
    for (int step = 1; step < count; ++step) {
        const Dokumen &dokumen = m_list.at((row + step) % count);
        if (dokumen.seenPages.size() < dokumen.pageCount)
            return (row + step) % count;
    }
    return -1;
}

int DokumenModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.size());
}

int DokumenModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 4;
}

QString DokumenModel::nameOf(const Dokumen &dokumen) const
{
    const JenisDokumen *kind = m_katalog.dokumen(dokumen.output);
    const QString name = kind ? kind->name : dokumen.output;
    return name + u'\n' + words::ofDelivery(dokumen.delivery);
}

QVariant DokumenModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Dokumen &dokumen = m_list.at(index.row());
    const auto column = Column(index.column());
    if (role == Qt::ToolTipRole)
        return plainToolTip(column == Column::Parafs ? parafToolTip(dokumen) : dokumen.number);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignTop);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Column::Name: return nameOf(dokumen);
    case Column::Draft: return draftText(dokumen);
    case Column::Parafs: return parafText(dokumen);
    case Column::Seen: return seenText(dokumen);
    }
    return {};
}

QVariant DokumenModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (Column(section)) {
    case Column::Name: return tr("Dokumen");
    case Column::Draft: return tr("State");
    case Column::Parafs: return tr("Paraf");
    //: Column: pages of the draft that you were shown.
    case Column::Seen: return tr("Pages seen");
    }
    return {};
}

} // namespace sipenduduk
