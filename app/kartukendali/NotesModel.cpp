#include "app/kartukendali/NotesModel.h"

#include "app/words/Words.h"

#include <algorithm>

namespace sipenduduk {

NotesModel::NotesModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

NotesModel::~NotesModel() = default;

void NotesModel::showNotes(const QList<Note> &notes)
{
    const bool isContinued = notes.size() >= m_notes.size()
        && std::equal(m_notes.cbegin(), m_notes.cend(), notes.cbegin());
    if (!isContinued) {
        beginResetModel();
        m_notes.clear();
        endResetModel();
    }
    if (notes.size() == m_notes.size())
        return;
    beginInsertRows({}, int(m_notes.size()), int(notes.size()) - 1);
    m_notes = notes;
    endInsertRows();
}

int NotesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_notes.size());
}

QVariant NotesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Note &note = m_notes.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        //: A note in the list: %1 officer, %2 duty, %3 time; %4 on lines of its own is the text.
        return tr("%1, %2 – %3\n%4")
            .arg(note.officer, words::ofRole(note.duty), words::dateTime(note.at), note.text);
    case Qt::ToolTipRole: return words::exactDateTime(note.at);
    default: return {};
    }
}

} // namespace sipenduduk
