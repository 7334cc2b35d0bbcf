#include "app/permohonan/PermohonanPagePrivate.h"

#include "app/kartukendali/KartuKendaliView.h"
#include "app/kartukendali/NotesView.h"
#include "app/net/BlobTransfer.h"
#include "app/net/Session.h"
#include "app/permohonan/ActionFlow.h"
#include "app/permohonan/DefectWords.h"
#include "app/permohonan/DraftsPanel.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"
#include "ui_PermohonanPage.h"

#include <QPushButton>
#include <QShortcut>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using Level = MessageStrip::Level;

/// Duties whose looking at the drafts counts.
bool isApprover(Role duty)
{
    return duty == Role::Kasi || duty == Role::Kabid || duty == Role::Kadin;
}

} // namespace

PermohonanPage::Private::Private(PermohonanPage &page, Session &session,
                                 const KatalogLayanan &katalog)
    : m_page(page)
    , m_session(session)
    , m_katalog(katalog)
    , m_ui(std::make_unique<Ui::PermohonanPage>())
    , m_work(session)
    , m_flow(new ActionFlow(m_work, session, katalog, page))
{
    m_ui->setupUi(&page);
    page.setObjectName(u"permohonanPage"_s);
    addTabs();
    connectParts();
    connectWork();
    updateState();
}

PermohonanPage::Private::~Private()
{
    m_fetching.disconnect(&m_page);
    m_work.disconnect(&m_page);
    m_work.close();
}

void PermohonanPage::Private::addTabs()
{
    m_drafts = new DraftsPanel(m_session, m_katalog, &m_page);
    m_drafts->setObjectName(u"draftsPanel"_s);
    m_card = new KartuKendaliView(m_session, &m_page);
    m_card->setObjectName(u"kartuKendaliView"_s);
    m_notes = new NotesView(m_session, &m_page);
    m_notes->setObjectName(u"notesView"_s);
    m_ui->tabs->addTab(m_drafts, PermohonanPage::tr("Drafts"));
    m_ui->tabs->addTab(m_card, PermohonanPage::tr("Kartu kendali"));
    m_ui->tabs->addTab(m_notes, PermohonanPage::tr("Notes"));
    m_ui->dataTab->setSizes({362, 280, 452});
    for (int i = 0; i < m_ui->tabs->count(); ++i) {
        auto *key = new QShortcut(QKeySequence(u"Ctrl+%1"_s.arg(i + 1)), &m_page);
        connect(key, &QShortcut::activated, &m_page, [this, i] { m_ui->tabs->setCurrentIndex(i); });
        m_ui->tabs->setTabToolTip(i, u"Ctrl+%1"_s.arg(i + 1));
    }
    auto *draftKey = new QShortcut(QKeySequence(u"Ctrl+D"_s), &m_page);
    connect(draftKey, &QShortcut::activated, &m_page, [this] { makeDrafts(); });
}

void PermohonanPage::Private::connectParts()
{
    PermohonanPage *page = &m_page;
    connect(m_ui->header, &PermohonanHeader::backRequested, page, &PermohonanPage::closePermohonan);
    connect(m_ui->header, &PermohonanHeader::reloadRequested, page, [this] { m_work.reload(); });
    connect(m_ui->dataPanel, &DataPanel::edited, page, [this] { updateState(); });
    connect(m_ui->dataPanel, &DataPanel::saveRequested, page, [this] { flush(); });
    connect(m_ui->berkasPanel, &BerkasPanel::reviewChanged, page, [this] { updateState(); });
    connect(m_ui->berkasPanel, &BerkasPanel::berkasChosen, page,
            [this](const Berkas &berkas) { showBerkas(berkas); });
    connect(&m_fetching, &QFutureWatcherBase::finished, page, [this] { takeBerkas(); });
    connect(m_ui->actionBar, &ActionBar::triggered, page,
            [this](const OfferedAction &offered) { trigger(offered); });
    connect(m_drafts, &DraftsPanel::makeRequested, page, [this] { makeDrafts(); });
    connect(m_drafts, &DraftsPanel::uploadRequested, page,
            [this](DokumenId dokumen, const QByteArray &pdf) { m_work.uploadDraft(dokumen, pdf); });
    connect(m_drafts, &DraftsPanel::problemFound, page, [this](const QString &text) {
        m_ui->notice->setButton({});
        m_ui->notice->showMessage(Level::Error, text);
    });
    connect(m_drafts, &DraftsPanel::viewed, page,
            [this](DokumenId dokumen, const QByteArray &sha256, const QList<int> &pages,
                   qint64 ms) { recordView(dokumen, sha256, pages, ms); });
    connect(m_notes, &NotesView::noteAdded, page, [this] { m_work.reload(); });
    connect(m_flow, &ActionFlow::failed, page,
            [this](Action action, const Error &error) { showFailure(action, error); });
    connect(m_flow, &ActionFlow::signingEnded, page, [this] { m_work.reload(); });
    connect(m_ui->notice, &MessageStrip::buttonClicked, page, [this, page] {
        if (!m_work.isLoaded())
            return m_work.reload();
        close();
        Q_EMIT page->openNext();
    });
}

void PermohonanPage::Private::connectWork()
{
    PermohonanPage *page = &m_page;
    connect(&m_work, &PermohonanWork::loaded, page, [this] { showLoaded(); });
    connect(&m_work, &PermohonanWork::loadingFailed, page, [this](const Error &error) {
        m_ui->notice->setButton(m_work.isLoaded() ? QString() : PermohonanPage::tr("Try again"));
        m_ui->notice->showMessage(Level::Error, words::ofError(error));
    });
    connect(&m_work, &PermohonanWork::leaseChanged, page, [this] { updateState(); });
    connect(&m_work, &PermohonanWork::busyChanged, page, [this] { updateState(); });
    connect(&m_work, &PermohonanWork::viewsRecorded, page, [this] {
        m_drafts->showPermohonan(m_work.permohonan());
        updateState();
    });
    connect(&m_work, &PermohonanWork::viewsFailed, page,
            [this](const Error &error) { showFailure(Action::MakeDraft, error); });
    connect(&m_work, &PermohonanWork::dataSaved, page,
            [this](const protocol::SaveData &saved) { m_ui->dataPanel->markSaved(saved); });
    connect(&m_work, &PermohonanWork::berkasJudged, page,
            [this](const protocol::JudgeBerkas &sent) { m_ui->berkasPanel->markSent(sent); });
    connect(&m_work, &PermohonanWork::stepDone, page, [this](PermohonanWork::Step, Action action) {
        m_ui->notice->setButton({});
        m_ui->notice->showMessage(Level::Success, words::doneAction(action));
    });
    connect(&m_work, &PermohonanWork::stepFailed, page, [this] { m_isClosing = false; });
    connect(&m_session, &Session::stateChanged, page, [this](ConnectionState state) {
        if (state == ConnectionState::LoggedIn)
            m_work.reload(); // the line was lost: others may have been at it
        updateState();
    });
    connect(&m_session, &Session::queueChanged, page, [this](const protocol::QueueChanged &event) {
        const PermohonanRow &row = m_work.permohonan().row;
        if (m_work.isLoaded() && !m_work.isBusy() && event.row.id == row.id
            && event.row.version > row.version)
            m_work.reload(); // somebody else was at it; what is typed here stays
    });
}

void PermohonanPage::Private::open(PermohonanId id, Role duty)
{
    close();
    m_ui->notice->setButton({});
    m_ui->notice->showMessage(Level::Info, PermohonanPage::tr("Opening the permohonan …"));
    m_work.open(id, duty);
}

void PermohonanPage::Private::close()
{
    m_flow->abandon();
    m_work.close();
    m_isClosing = m_hadWork = false;
    m_shown = {};
    m_ui->notice->clear();
    m_ui->defectStrip->clear();
    m_ui->header->clear();
    m_drafts->clear();
    m_card->clear();
    m_notes->clear();
    showBerkas({});
    updateState();
}

bool PermohonanPage::Private::hasUnsaved() const
{
    const bool hasVerdicts = m_shown != PermohonanId{} && canDo(Action::JudgeBerkas)
        && m_ui->berkasPanel->review().hasUnsent();
    return m_shown != PermohonanId{}
    && (m_ui->dataPanel->hasUnsaved() || hasVerdicts || m_notes->hasUnsentText());
}

void PermohonanPage::Private::saveAndClose()
{
    if (m_notes->hasUnsentText()) {
        m_ui->tabs->setCurrentWidget(m_notes);
        m_ui->notice->setButton({});
        return m_ui->notice->showMessage(
            Level::Warning,
            PermohonanPage::tr("Add the note that you were writing, or delete it."));
    }
    m_isClosing = true;
    flush();
    if (!m_work.isBusy())
        showLoaded();
}

void PermohonanPage::Private::flush()
{
    if (canDo(Action::EditData) && m_ui->dataPanel->hasUnsaved())
        m_work.saveData(m_ui->dataPanel->message());
    if (canDo(Action::JudgeBerkas) && m_ui->berkasPanel->review().hasUnsent())
        m_work.judge(m_ui->berkasPanel->review().message());
}

void PermohonanPage::Private::trigger(const OfferedAction &offered)
{
    flush();
    m_flow->start(offered, m_ui->berkasPanel->review().defects());
}

void PermohonanPage::Private::makeDrafts()
{
    if (!canDo(Action::MakeDraft))
        return;
    flush();
    m_ui->tabs->setCurrentWidget(m_drafts);
    m_work.makeDrafts();
}

void PermohonanPage::Private::showLoaded()
{
    if (m_isClosing && !m_work.isBusy()) {
        close();
        Q_EMIT m_page.closed();
        return;
    }
    const Permohonan &permohonan = m_work.permohonan();
    m_ui->header->showPermohonan(permohonan, m_katalog);
    const bool isFirst = m_shown != permohonan.row.id;
    if (isFirst)
        showFirstTime();
    else {
        m_ui->dataPanel->refresh(permohonan);
        m_ui->berkasPanel->refresh(permohonan);
    }
    m_drafts->showPermohonan(permohonan);
    m_card->showPermohonan(permohonan, m_katalog);
    m_notes->showPermohonan(permohonan, m_work.duty());
    m_ui->defectStrip->showMessage(Level::Warning, defectLines(permohonan, m_katalog));
    updateState();
    if (isFirst && isApprover(m_work.duty()))
        m_drafts->chooseUnseen();
    const bool hasWork = !offeredActions(permohonan, m_work.duty()).isEmpty();
    if (std::exchange(m_hadWork, hasWork) && !hasWork)
        showLeft();
}

void PermohonanPage::Private::showFirstTime()
{
    const Permohonan &permohonan = m_work.permohonan();
    m_shown = permohonan.row.id;
    m_ui->notice->clear();
    const Layanan *layanan = m_katalog.layanan(permohonan.row.layanan);
    if (!layanan) {
        m_ui->notice->showMessage(Level::Error,
                                  PermohonanPage::tr("This program does not know the service %1. "
                                                     "It must be updated.")
                                      .arg(permohonan.row.layanan));
        return;
    }
    m_ui->dataPanel->showPermohonan(*layanan, m_katalog, permohonan);
    m_ui->berkasPanel->showPermohonan(*layanan, permohonan);
    const bool looksAtDrafts = isApprover(m_work.duty())
        || std::ranges::any_of(permohonan.dokumenList, [](const Dokumen &dokumen) {
                                   return !dokumen.signedSha256.isEmpty();
                               });
    m_ui->tabs->setCurrentWidget(looksAtDrafts ? static_cast<QWidget *>(m_drafts) : m_ui->dataTab);
    if (looksAtDrafts)
        m_drafts->takeKeys();
    else
        m_ui->berkasPanel->setFocus(Qt::OtherFocusReason);
}

void PermohonanPage::Private::showLeft()
{
    const QString state = words::ofStatus(m_work.permohonan().row.status);
    m_ui->notice->setButton(PermohonanPage::tr("Next permohonan"));
    m_ui->notice->showMessage(Level::Success,
                              PermohonanPage::tr("Done. This permohonan is now: %1.").arg(state));
    if (auto *next = m_ui->notice->findChild<QPushButton *>(u"messageButton"_s)) {
        next->setAutoDefault(true);
        next->setFocus(Qt::OtherFocusReason);
    }
}

QString PermohonanPage::Private::failureText(Action action, const Error &error)
{
    if (error.code == ErrorCode::Conflict)
        return PermohonanPage::tr(
            "Another officer changed this permohonan in the meantime. It was loaded "
            "again; what you typed is still here. Look at it and repeat the step.");
    if (const QString reason = words::ofSiakPdf(error); !reason.isEmpty())
        return reason;
    if (action == Action::MakeDraft && error.code == ErrorCode::Incomplete)
        return PermohonanPage::tr(
            "One of the drafts cannot be made from these data, such as a family card whose "
            "members only SIAK knows. Upload the PDF that SIAK made for it, then make the drafts "
            "of the others.");
    //: An action that failed, and why.
    return PermohonanPage::tr("%1 was not done. %2")
        .arg(words::ofAction(action), words::ofError(error));
}

void PermohonanPage::Private::showFailure(Action action, const Error &error)
{
    m_ui->notice->setButton({});
    m_ui->notice->showMessage(Level::Error, failureText(action, error));
}

void PermohonanPage::Private::showBerkas(const Berkas &berkas)
{
    m_berkas = berkas;
    m_fetching.setFuture({});
    if (berkas.id == BerkasId{})
        return m_ui->berkasViewer->showMessage(PermohonanPage::tr("Nothing was uploaded here."));
    m_ui->berkasViewer->showMessage(PermohonanPage::tr("Fetching the berkas …"));
    m_fetching.setFuture(fetchBlob(m_session, m_work.permohonan().row.id, berkas.sha256));
}

void PermohonanPage::Private::takeBerkas()
{
    if (m_fetching.future().resultCount() == 0)
        return;
    const Result<QByteArray> bytes = m_fetching.result();
    if (bytes)
        m_ui->berkasViewer->showBerkas(*bytes, m_berkas.sha256);
    else
        m_ui->berkasViewer->showProblem(bytes.error());
}

void PermohonanPage::Private::recordView(DokumenId dokumen, const QByteArray &draftSha256,
                                         const QList<int> &pages, qint64 milliseconds)
{
    if (isApprover(m_work.duty()) && m_work.permohonan().row.holder == m_work.duty())
        m_work.recordView(dokumen, draftSha256, pages, milliseconds);
}

bool PermohonanPage::Private::canDo(Action action) const
{
    const auto offered = offeredActions(m_work.permohonan(), m_work.duty());
    const auto found = std::ranges::find(offered, action, &OfferedAction::action);
    return m_work.isLoaded() && !m_work.isHeldByOther() && found != offered.end()
        && !missingGuards(*found, m_work.permohonan(), {}).testFlag(Guard::Received);
}

QString PermohonanPage::Private::obstacleTo(const OfferedAction &offered) const
{
    const Permohonan &permohonan = m_work.permohonan();
    if (!m_session.isOnline())
        return PermohonanPage::tr("There is no line to the office at the moment.");
    if (m_work.isHeldByOther())
        return PermohonanPage::tr("%1 has this permohonan open.").arg(permohonan.row.heldBy);
    if (m_work.isBusy())
        return PermohonanPage::tr("The office is working on it.");
    if (offered.action == Action::Receive && permohonan.isReceivedByMe)
        return PermohonanPage::tr("You have received it already.");
    const LocalState local{m_ui->berkasPanel->review().isInOrder(), m_ui->dataPanel->isValid(),
                           m_ui->dataPanel->hasUnsaved()};
    const Guards missing = missingGuards(offered, permohonan, local);
    if (missing == Guards(Guard::DataValid) && !hasError(m_ui->dataPanel->findings()))
        return PermohonanPage::tr("Say why the warnings about the data are accepted.");
    if (missing == Guards(Guard::DraftsMade) && canDo(Action::MakeDraft))
        return PermohonanPage::tr("Make the drafts of the present data first (Ctrl+D).");
    for (unsigned bit = 1; bit <= unsigned(Guard::ByCard); bit <<= 1) {
        if (missing.testFlag(Guard(bit)))
            return words::ofGuard(Guard(bit));
    }
    const int unseen = unseenPages(permohonan);
    if (offered.action == Action::Sign && unseen > 0)
        return PermohonanPage::tr("%n page(s) of the drafts were not shown to you yet.", nullptr,
                                  unseen);
    return {};
}

ActionButton PermohonanPage::Private::buttonFor(const OfferedAction &offered) const
{
    QString name;
    for (const Dokumen &dokumen : m_work.permohonan().dokumenList) {
        const JenisDokumen *kind = m_katalog.dokumen(dokumen.output);
        if (dokumen.id == offered.dokumen && offered.dokumen != DokumenId{})
            name = kind ? kind->name : dokumen.output;
    }
    return {offered, name, obstacleTo(offered)};
}

void PermohonanPage::Private::updateState()
{
    QList<ActionButton> buttons;
    if (m_work.isLoaded()) {
        for (const OfferedAction &offered : offeredActions(m_work.permohonan(), m_work.duty())) {
            if (isButton(offered.action))
                buttons.append(buttonFor(offered));
        }
    }
    m_ui->actionBar->setButtons(buttons);
    const bool isShown = m_shown != PermohonanId{};
    m_ui->tabs->setEnabled(isShown);
    if (!isShown)
        return;
    m_ui->dataPanel->setReadOnly(!canDo(Action::EditData));
    m_ui->berkasPanel->setReadOnly(!canDo(Action::JudgeBerkas));
    const bool isMaker = std::ranges::contains(offeredActions(m_work.permohonan(), m_work.duty()),
                                               Action::MakeDraft, &OfferedAction::action);
    m_drafts->setEditable(isMaker, canDo(Action::MakeDraft) && !m_work.isBusy());
}

} // namespace sipenduduk
