#pragma once

#include "common/Permohonan.h"

#include <QAbstractListModel>

namespace sipenduduk {

/// Remarks between officers, oldest first: who, when, and what.
class NotesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit NotesModel(QObject *parent = nullptr);
    ~NotesModel() override;

    /// Notes are only ever added, so more of the same are added, not reset.
    void showNotes(const QList<Note> &notes);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Note> m_notes;
};

} // namespace sipenduduk
