#pragma once

#include "common/Ids.h"
#include "common/Status.h"

#include <QByteArray>
#include <QWidget>

#include <memory>

namespace Ui {
class NotesView;
}

namespace sipenduduk {

class NotesModel;
class Session;
struct Permohonan;

/// What the officers wrote to each other about one permohonan, and a place to write more.
class NotesView : public QWidget
{
    Q_OBJECT
public:
    explicit NotesView(Session &session, QWidget *parent = nullptr);
    ~NotesView() override;

    /// `duty` is the one the officer acts in. What is being typed stays when the permohonan
    /// is the same as before.
    void showPermohonan(const Permohonan &permohonan, Role duty);
    void clear();
    [[nodiscard]] bool hasUnsentText() const;

Q_SIGNALS:
    /// The office has the note: the permohonan should be opened again.
    void noteAdded();

private:
    void send();
    void updateButtons();

    std::unique_ptr<Ui::NotesView> m_ui;
    Session &m_session;
    NotesModel *m_model;
    PermohonanId m_id{};
    Role m_duty = Role::None;
    bool m_isSending = false;
};

} // namespace sipenduduk
