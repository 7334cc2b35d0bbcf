#include "app/main/MainWindow.h"

#include "app/main/QueueTexts.h"
#include "app/main/StatusPanel.h"
#include "app/net/Session.h"
#include "app/permohonan/PermohonanPage.h"
#include "app/queue/QueueFeed.h"
#include "app/queue/QueueScope.h"
#include "app/queue/SearchFeed.h"
#include "app/signing/SigningPage.h"
#include "app/widgets/Icons.h"
#include "app/words/Words.h"
#include "ui_MainWindow.h"

#include <QCloseEvent>
#include <QDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString SigningPlace = u"kadin_signing"_s; ///< of the list for signing, at the side
constexpr std::array DutiesInOrder{Role::Fo, Role::Editor, Role::Kasi, Role::Kabid, Role::Kadin};

bool holdsDuty(const Session &session, Role duty)
{
    return std::ranges::any_of(session.user().duties,
                               [=](const protocol::DutyScope &held) { return held.role == duty; });
}

} // namespace

MainWindow::MainWindow(Session &session, const KatalogLayanan &katalog, QSettings &settings,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_session(session)
    , m_katalog(katalog)
    , m_settings(settings)
{
    m_ui->setupUi(this);
    m_ui->connectionBanner->watch(session);
    auto *status = new StatusPanel(session, this);
    status->setObjectName(u"statusPanel"_s);
    m_ui->statusBar->addPermanentWidget(status, 1);
    m_ui->officerLabel->setText(session.user().name);
    m_ui->officerTitleLabel->setText(session.user().title);
    m_ui->officerTitleLabel->setVisible(!session.user().title.isEmpty());
    m_ui->searchLineEdit->addAction(icon(u"search"_s), QLineEdit::LeadingPosition);
    addSearchPage();
    connectActions();
    addQueues();
    restoreGeometry(settings.value(u"main/geometry"_s).toByteArray());
    updateState();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    m_ui->refreshAction->setIcon(icon(u"refresh"_s));
    m_ui->searchAction->setIcon(icon(u"search"_s));
    m_ui->logoutAction->setIcon(icon(u"logout"_s));
    m_ui->quitAction->setIcon(icon(u"quit"_s));
    m_ui->shortcutsAction->setIcon(icon(u"keyboard"_s));
    m_ui->aboutAction->setIcon(icon(u"info"_s));
    connect(m_ui->refreshAction, &QAction::triggered, this, &MainWindow::refresh);
    connect(m_ui->searchAction, &QAction::triggered, this, [this] {
        m_ui->searchLineEdit->setFocus(Qt::ShortcutFocusReason);
        m_ui->searchLineEdit->selectAll();
    });
    connect(m_ui->previousAction, &QAction::triggered, this, [this] { m_ui->sideBar->step(-1); });
    connect(m_ui->nextAction, &QAction::triggered, this, [this] { m_ui->sideBar->step(1); });
    connect(m_ui->logoutAction, &QAction::triggered, this,
            [this] { leave([this] { Q_EMIT logoutRequested(); }); });
    connect(m_ui->quitAction, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->shortcutsAction, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(m_ui->aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_ui->searchLineEdit, &QLineEdit::returnPressed, this, &MainWindow::search);
    connect(m_ui->sideBar, &SideBar::queueChosen, this, &MainWindow::showQueue);
    connect(m_ui->sideBar, &SideBar::placeChosen, this, &MainWindow::showSigning);
    connect(&m_session, &Session::stateChanged, this, &MainWindow::updateState);
    connect(&m_session, &Session::greeted, this, &MainWindow::updateState);
}

void MainWindow::addQueues()
{
    using protocol::QueueView;
    for (const Role duty : DutiesInOrder) {
        if (!holdsDuty(m_session, duty))
            continue;
        m_ui->sideBar->addDuty(duty);
        addQueue(duty, QueueView::Work);
        if (duty == Role::Kadin)
            addSigningPage();
        addQueue(duty, QueueView::Returned);
        if (duty == Role::Fo)
            addQueue(duty, QueueView::Pickup);
        addQueue(duty, QueueView::Sent);
    }
    if (m_queues.isEmpty()) {
        showPage(m_ui->noDutyPage, tr("No duty"));
        return;
    }
    const auto first = std::ranges::find_if(
        DutiesInOrder, [this](Role duty) { return holdsDuty(m_session, duty); });
    m_ui->sideBar->setCurrent(*first, QueueView::Work);
    showQueue(*first, QueueView::Work);
}

void MainWindow::addQueue(Role duty, protocol::QueueView view)
{
    m_ui->sideBar->addQueue(duty, view);
    auto *feed = new QueueFeed(m_session, m_katalog, duty, view, this);
    auto *page = new QueuePage(m_session, *feed, m_settings, queueTexts(duty, view), this);
    m_ui->pages->addWidget(page);
    m_queues.insert({duty, view}, {feed, page});
    connect(feed, &RowSource::changed, this,
            [this, feed, duty, view] { m_ui->sideBar->setCount(duty, view, feed->countText()); });
    connect(page, &QueuePage::openRequested, this,
            [this, page, duty](PermohonanId id) { openFrom(page, id, duty); });
    if (view != protocol::QueueView::Sent) // that one counts for nothing until it is looked at
        feed->reload();
}

void MainWindow::addSigningPage()
{
    m_signingPage = new SigningPage(m_session, m_katalog, m_settings, this);
    m_ui->pages->addWidget(m_signingPage);
    m_ui->sideBar->addPlace(SigningPlace, m_signingPage->title(), u"sign"_s);
    connect(m_signingPage, &SigningPage::countChanged, this,
            [this] { m_ui->sideBar->setPlaceCount(SigningPlace, m_signingPage->countText()); });
    connect(m_signingPage, &ListPage::openRequested, this,
            [this](PermohonanId id) { openFrom(m_signingPage, id, Role::Kadin); });
    m_signingPage->reload();
}

void MainWindow::showSigning()
{
    leave([this] {
        m_ui->sideBar->setCurrentPlace(SigningPlace);
        m_ui->searchLineEdit->clear();
        m_signingPage->reload(); // what he has seen since is no event of the queue
        showPage(m_signingPage, m_signingPage->title());
        m_signingPage->focusTable();
    });
}

void MainWindow::addSearchPage()
{
    m_searchFeed = new SearchFeed(m_session, m_katalog, this);
    m_searchPage = new QueuePage(m_session, *m_searchFeed, m_settings, searchTexts(), this);
    m_ui->pages->addWidget(m_searchPage);
    connect(m_searchPage, &QueuePage::openRequested, this, &MainWindow::openFound);
}

void MainWindow::showQueue(Role duty, protocol::QueueView view)
{
    leave([this, duty, view] {
        const Queue queue = m_queues.value({duty, view});
        m_ui->sideBar->setCurrent(duty, view);
        m_ui->searchLineEdit->clear();
        if (queue.feed->state() == RowSource::State::Idle)
            queue.feed->reload();
        showPage(queue.page, queue.page->title());
        queue.page->focusTable();
    });
}

void MainWindow::openFrom(ListPage *page, PermohonanId id, Role duty)
{
    m_from = page;
    m_fromDuty = duty;
    showPage(permohonanPage(), tr("Permohonan"));
    permohonanPage()->openPermohonan(id, duty);
}

void MainWindow::openFound(PermohonanId id)
{
    const PermohonanRow *row = m_searchFeed->model().find(id);
    const Role duty = row ? dutyFor(m_session.duties(), *row, m_katalog) : Role::None;
    if (duty != Role::None)
        openFrom(m_searchPage, id, duty);
}

void MainWindow::openNext()
{
    const PermohonanId next = m_from ? m_from->selectNext() : PermohonanId{};
    if (next != PermohonanId{})
        permohonanPage()->openPermohonan(next, m_fromDuty);
    else
        permohonanPage()->closePermohonan();
}

void MainWindow::closePermohonan()
{
    ListPage *back = m_from ? m_from : m_searchPage;
    if (back == m_signingPage)
        back->reload();
    showPage(back, back->title());
    back->focusTable();
}

PermohonanPage *MainWindow::permohonanPage()
{
    if (!m_permohonanPage) {
        m_permohonanPage = new PermohonanPage(m_session, m_katalog, this);
        m_permohonanPage->setObjectName(u"permohonanPage"_s);
        m_ui->pages->addWidget(m_permohonanPage);
        connect(m_permohonanPage, &PermohonanPage::closed, this, &MainWindow::closePermohonan);
        connect(m_permohonanPage, &PermohonanPage::openNext, this, &MainWindow::openNext);
    }
    return m_permohonanPage;
}

void MainWindow::showPage(QWidget *page, const QString &title)
{
    if (m_permohonanPage && page != m_permohonanPage)
        m_permohonanPage->abandonPermohonan();
    m_ui->pages->setCurrentWidget(page);
    //: Title of the window: %1 says which page is shown; no personal data stands there.
    setWindowTitle(tr("SIPENDUDUK – %1").arg(title));
    updateState();
}

void MainWindow::search()
{
    const QString text = m_ui->searchLineEdit->text().trimmed();
    if (text.size() < SearchFeed::MinLength)
        return m_ui->statusBar->showMessage(
            tr("Type at least %n characters to search.", nullptr, SearchFeed::MinLength), 8000);
    leave([this, text] {
        m_ui->sideBar->clearCurrent();
        m_searchFeed->search(text);
        showPage(m_searchPage, m_searchPage->title());
        m_searchPage->focusTable();
    });
}

void MainWindow::refresh()
{
    if (auto *page = qobject_cast<ListPage *>(m_ui->pages->currentWidget()))
        page->reload();
}

/// Goes away from the permohonan page; when something typed would be lost, asks first.
void MainWindow::leave(std::function<void()> then)
{
    const bool isAtWork = m_permohonanPage && m_ui->pages->currentWidget() == m_permohonanPage;
    if (!isAtWork || !m_permohonanPage->hasUnsavedWork())
        return then();
    if (auto *asked = findChild<QMessageBox *>(u"leaveMessageBox"_s))
        asked->close(); // the latest wish counts
    auto *box = new QMessageBox(QMessageBox::Question, tr("Unsaved work"),
                                tr("Something you typed was not saved yet. Leave this permohonan "
                                   "and lose it?"),
                                QMessageBox::NoButton, this);
    box->setObjectName(u"leaveMessageBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *leaveButton = box->addButton(tr("Leave"), QMessageBox::DestructiveRole);
    QPushButton *stayButton = box->addButton(tr("Stay"), QMessageBox::RejectRole);
    box->setDefaultButton(stayButton);
    box->setEscapeButton(stayButton);
    connect(box, &QMessageBox::finished, this, [this, box, leaveButton, then = std::move(then)] {
        if (box->clickedButton() == leaveButton)
            then();
        else
            markList();
    });
    box->open();
}

/// The side bar shows the list that the open permohonan came from.
void MainWindow::markList()
{
    m_ui->sideBar->clearCurrent();
    for (const auto &[key, queue] : m_queues.asKeyValueRange()) {
        if (queue.page == m_from)
            m_ui->sideBar->setCurrent(key.first, key.second);
    }
    if (m_signingPage && m_from == m_signingPage)
        m_ui->sideBar->setCurrentPlace(SigningPlace);
}

void MainWindow::conceal()
{
    hide(); // which leaves the windows of its dialogs where they are
    for (QDialog *dialog : findChildren<QDialog *>()) {
        if (dialog->isVisible()) {
            m_concealed.append(dialog);
            dialog->hide();
        }
    }
}

void MainWindow::resume()
{
    for (const Queue &queue : std::as_const(m_queues)) {
        if (queue.feed->state() != RowSource::State::Idle)
            queue.feed->reload();
    }
    if (m_signingPage)
        m_signingPage->reload();
    show();
    for (const QPointer<QDialog> &dialog : std::exchange(m_concealed, {})) {
        if (dialog)
            dialog->open();
    }
    updateState();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(u"main/geometry"_s, saveGeometry());
    if (m_isLeaving)
        return event->accept();
    event->ignore();
    leave([this] {
        m_isLeaving = true;
        Q_EMIT quitRequested();
    });
}

void MainWindow::showShortcuts()
{
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("Keyboard shortcuts"),
        tr("<table cellpadding='4'>"
           "<tr><td><b>Ctrl+1 … Ctrl+9</b></td><td>Show a list</td></tr>"
           "<tr><td><b>Ctrl+PgUp, Ctrl+PgDown</b></td><td>List before, next list</td></tr>"
           "<tr><td><b>Enter</b></td><td>Open the selected permohonan</td></tr>"
           "<tr><td><b>F5</b></td><td>Load the list again</td></tr>"
           "<tr><td><b>Ctrl+F</b></td><td>Search</td></tr>"
           "<tr><td><b>Ctrl+Shift+C</b></td><td>Copy the number</td></tr>"
           "<tr><td><b>Ctrl+Enter</b></td><td>Add the note</td></tr>"
           "<tr><td><b>Ctrl+Q</b></td><td>Quit</td></tr></table>"),
        QMessageBox::Close, this);
    box->setObjectName(u"shortcutsMessageBox"_s);
    box->setTextFormat(Qt::RichText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About SIPENDUDUK"),
                                tr("SIPENDUDUK %1\nDesk of the civil registration office.\n"
                                   "Free software under the GPL, version 3 or later.")
                                    .arg(QCoreApplication::applicationVersion()),
                                QMessageBox::Close, this);
    box->setObjectName(u"aboutMessageBox"_s);
    box->setIconPixmap(icon(u"sipenduduk"_s).pixmap(QSize(48, 48), devicePixelRatio()));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::updateState()
{
    const bool isOnline = m_session.isOnline();
    m_ui->practiceBanner->setVisible(m_session.isPractice());
    // On the page of a permohonan the key belongs to that page.
    const bool isList = qobject_cast<ListPage *>(m_ui->pages->currentWidget());
    m_ui->refreshAction->setEnabled(isOnline && isList);
    m_ui->searchLineEdit->setEnabled(isOnline);
    m_ui->searchAction->setEnabled(isOnline);
}

} // namespace sipenduduk
