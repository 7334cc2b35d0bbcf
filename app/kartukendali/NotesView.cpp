#include "app/kartukendali/NotesView.h"

#include "app/kartukendali/NotesModel.h"
#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "app/widgets/Icons.h"
#include "app/words/Words.h"
#include "common/Permohonan.h"
#include "common/protocol/WorkMessages.h"
#include "ui_NotesView.h"

#include <QShortcut>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxNoteLength = 2000; ///< as the office has it

} // namespace

NotesView::NotesView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NotesView>())
    , m_session(session)
    , m_model(new NotesModel(this))
{
    m_ui->setupUi(this);
    m_ui->noteList->setModel(m_model);
    m_ui->addNoteButton->setIcon(icon(u"note"_s));
    connect(m_ui->addNoteButton, &QPushButton::clicked, this, &NotesView::send);
    connect(m_ui->noteTextEdit, &QPlainTextEdit::textChanged, this, &NotesView::updateButtons);
    connect(&session, &Session::stateChanged, this, &NotesView::updateButtons);
    auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), m_ui->noteTextEdit);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, m_ui->addNoteButton, &QPushButton::click);
    updateButtons();
}

NotesView::~NotesView() = default;

void NotesView::showPermohonan(const Permohonan &permohonan, Role duty)
{
    if (permohonan.row.id != m_id)
        clear();
    m_id = permohonan.row.id;
    m_duty = duty;
    m_model->showNotes(permohonan.notes);
    m_ui->emptyLabel->setVisible(permohonan.notes.isEmpty());
    m_ui->noteList->setVisible(!permohonan.notes.isEmpty());
    m_ui->noteList->scrollToBottom();
    updateButtons();
}

void NotesView::clear()
{
    m_id = {};
    m_isSending = false;
    m_model->showNotes({});
    m_ui->noteTextEdit->clear();
    m_ui->messageStrip->clear();
    updateButtons();
}

bool NotesView::hasUnsentText() const
{
    return !m_ui->noteTextEdit->toPlainText().trimmed().isEmpty();
}

void NotesView::send()
{
    const QString text = m_ui->noteTextEdit->toPlainText().trimmed();
    m_isSending = true;
    m_ui->messageStrip->clear();
    updateButtons();
    whenDone(m_session.change(protocol::AddNote{m_id, m_duty, text}), this,
             [this, id = m_id](const Result<protocol::Done> &reply) {
                 if (id != m_id)
                     return; // another permohonan is open by now
                 m_isSending = false;
                 if (reply)
                     m_ui->noteTextEdit->clear();
                 else
                     m_ui->messageStrip->showMessage(MessageStrip::Level::Error,
                                                     words::ofError(reply.error()));
                 updateButtons();
                 if (reply)
                     Q_EMIT noteAdded();
             });
}

void NotesView::updateButtons()
{
    const qsizetype length = m_ui->noteTextEdit->toPlainText().trimmed().size();
    m_ui->noteTextEdit->setEnabled(m_id != PermohonanId{} && !m_isSending);
    m_ui->addNoteButton->setEnabled(m_id != PermohonanId{} && !m_isSending && length > 0
                                    && length <= MaxNoteLength && m_session.isOnline());
    const bool isLong = length > MaxNoteLength * 9 / 10;
    m_ui->lengthLabel->setText(isLong ? tr("%1 of %2 characters").arg(length).arg(MaxNoteLength)
                                      : QString());
}

} // namespace sipenduduk
