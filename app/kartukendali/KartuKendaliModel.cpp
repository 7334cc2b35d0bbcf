#include "app/kartukendali/KartuKendaliModel.h"

#include "app/widgets/Icons.h"
#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"
#include "common/Alur.h"
#include "common/KatalogLayanan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString dokumenName(const QString &output, const KatalogLayanan &katalog)
{
    const JenisDokumen *kind = katalog.dokumen(output);
    return kind ? kind->name : output;
}

/// The applicant and the system have no name on the card: their part says who it was.
QString whoOf(const KartuKendaliLine &line)
{
    return line.officer.isEmpty() ? words::ofRole(line.duty) : line.officer;
}

} // namespace

KartuKendaliModel::KartuKendaliModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_icons{{LineKind::Pengajuan, icon(u"user"_s)},
              {LineKind::Penyerahan, icon(u"open"_s)},
              {LineKind::Penerimaan, icon(u"work"_s)},
              {LineKind::Pekerjaan, icon(u"keyboard"_s)},
              {LineKind::Paraf, icon(u"success"_s, successInk())},
              {LineKind::Tte, icon(u"lock"_s, successInk())},
              {LineKind::Pengiriman, icon(u"sent"_s)},
              {LineKind::Selesai, icon(u"error"_s)}}
{
}

KartuKendaliModel::~KartuKendaliModel() = default;

void KartuKendaliModel::showLines(const QList<KartuKendaliLine> &lines,
                                  const KatalogLayanan &katalog)
{
    const auto isSame = [](const Entry &entry, const KartuKendaliLine &line) {
        return entry.line == line;
    };
    const bool isContinued = lines.size() >= m_entries.size()
        && std::equal(m_entries.cbegin(), m_entries.cend(), lines.cbegin(), isSame);
    if (!isContinued)
        clear();
    const auto first = m_entries.size();
    if (lines.size() == first)
        return;
    beginInsertRows({}, int(first), int(lines.size()) - 1);
    for (const KartuKendaliLine &line : lines.sliced(first))
        m_entries.append({line, dokumenName(line.dokumen, katalog)});
    endInsertRows();
}

void KartuKendaliModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

int KartuKendaliModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int KartuKendaliModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KartuKendaliModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries.at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(entry, column);
    case Qt::ToolTipRole: return plainToolTip(toolTip(entry, column));
    case Qt::DecorationRole: return column == Column::Kind ? decoration(entry) : QVariant();
    default: return {};
    }
}

QVariant KartuKendaliModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    //: Column: number of the line.
    case Column::Seq: return tr("No.");
    case Column::Time: return tr("Time");
    //: Column: what kind of line it is: handed over, taken over, paraf …
    case Column::Kind: return tr("Kind");
    //: Column: what was done.
    case Column::Step: return tr("Step");
    case Column::Officer: return tr("Officer");
    case Column::Duty: return tr("Duty");
    //: Column: to whom it was handed, or from whom it was taken over.
    case Column::Counterpart: return tr("To / from");
    case Column::Dokumen: return tr("Dokumen");
    //: Column: first digits of the hash of the draft.
    case Column::Draft: return tr("Draft");
    case Column::Note: return tr("Note");
    }
    return {};
}

QString KartuKendaliModel::text(const Entry &entry, Column column) const
{
    const KartuKendaliLine &line = entry.line;
    switch (column) {
    case Column::Seq: return QString::number(line.seq);
    case Column::Time: return words::exactDateTime(line.at);
    case Column::Kind: return words::ofLineKind(line.kind);
    case Column::Step: return words::doneAction(Action(line.action));
    case Column::Officer: return whoOf(line);
    case Column::Duty: return words::ofRole(line.duty);
    case Column::Counterpart:
        return line.counterpart == Role::None ? QString() : words::ofRole(line.counterpart);
    case Column::Dokumen: return entry.dokumen;
    case Column::Draft: return words::shortHash(line.draftSha256);
    case Column::Note: return line.note;
    }
    return {};
}

QString KartuKendaliModel::toolTip(const Entry &entry, Column column) const
{
    if (column == Column::Draft && !entry.line.draftSha256.isEmpty())
        return tr("SHA-256 of the draft: %1")
            .arg(QString::fromLatin1(entry.line.draftSha256.toHex()));
    if (column == Column::Kind)
        return tr("State after it: %1").arg(words::ofStatus(entry.line.status));
    return text(entry, column);
}

QVariant KartuKendaliModel::decoration(const Entry &entry) const
{
    return m_icons.value(entry.line.kind);
}

} // namespace sipenduduk
