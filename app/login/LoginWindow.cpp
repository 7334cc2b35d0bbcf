#include "app/login/LoginWindow.h"

#include "app/login/CapsLock.h"
#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "app/widgets/Icons.h"
#include "app/words/Words.h"
#include "ui_LoginWindow.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QLayout>
#include <QSettings>
#include <QShowEvent>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int MarkSize = 56;

/// Problems that are mended in the advanced part of the window.
bool isAboutServer(ConnectionProblem problem)
{
    return problem == ConnectionProblem::NoAddress || problem == ConnectionProblem::NoCa
        || problem == ConnectionProblem::WrongHost;
}

} // namespace

LoginWindow::LoginWindow(Session &session, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LoginWindow>())
    , m_session(session)
    , m_settings(settings)
{
    m_ui->setupUi(this);
    m_ui->markLabel->setPixmap(
        icon(u"sipenduduk"_s).pixmap(QSize(MarkSize, MarkSize), devicePixelRatio()));
    m_ui->userLineEdit->setText(settings.value(u"user"_s).toString());
    m_ui->serverLineEdit->setText(settings.value(u"server"_s).toString());
    m_ui->caLineEdit->setText(settings.value(u"ca"_s).toString());
    m_ui->capsLockLabel->hide();
    m_ui->passwordLineEdit->installEventFilter(this);

    connect(m_ui->loginButton, &QPushButton::clicked, this, &LoginWindow::login);
    for (QLineEdit *field :
         {m_ui->userLineEdit, m_ui->passwordLineEdit, m_ui->serverLineEdit, m_ui->caLineEdit}) {
        connect(field, &QLineEdit::textChanged, this, &LoginWindow::updateButtons);
        connect(field, &QLineEdit::returnPressed, m_ui->loginButton, &QPushButton::click);
    }
    connect(m_ui->advancedButton, &QToolButton::toggled, this, &LoginWindow::setAdvancedShown);
    connect(m_ui->caButton, &QPushButton::clicked, this, &LoginWindow::chooseCaFile);
    connect(&session, &Session::stateChanged, this, &LoginWindow::onStateChanged);
    connect(&session, &Session::greeted, this, &LoginWindow::onGreeted);
    const bool isNew = m_ui->serverLineEdit->text().isEmpty() || m_ui->caLineEdit->text().isEmpty();
    m_ui->advancedButton->setChecked(isNew);
    setAdvancedShown(isNew);
    onGreeted();
    updateButtons();
}

LoginWindow::~LoginWindow() = default;

bool LoginWindow::event(QEvent *event)
{
    // A message or the server's part came or went: the window is as high as what is in it.
    if (event->type() == QEvent::LayoutRequest && !isMaximized())
        resize(width(), layout()->totalHeightForWidth(width()));
    return QWidget::event(event);
}

void LoginWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous())
        return; // only brought back from the task bar
    QWidget *first =
        m_ui->userLineEdit->text().isEmpty() ? m_ui->userLineEdit : m_ui->passwordLineEdit;
    first->setFocus();
    if (!m_ui->serverLineEdit->text().isEmpty())
        connectToOffice();
}

void LoginWindow::showAgain(LogoutReason reason)
{
    m_isWaiting = false; // the answer to the last log-in may still be on its way to this window
    m_ui->passwordLineEdit->clear();
    m_ui->messageStrip->showMessage(MessageStrip::Level::Info, words::ofLogout(reason));
    updateButtons();
    show();
    raise();
    activateWindow();
}

bool LoginWindow::applyEndpoint()
{
    auto endpoint = endpointFromText(m_ui->serverLineEdit->text());
    if (!endpoint) {
        m_ui->messageStrip->showMessage(MessageStrip::Level::Error,
                                        words::ofProblem(ConnectionProblem::NoAddress));
        m_ui->advancedButton->setChecked(true);
        return false;
    }
    endpoint->caFile = m_ui->caLineEdit->text().trimmed();
    m_settings.setValue(u"server"_s, addressText(*endpoint));
    m_settings.setValue(u"ca"_s, endpoint->caFile);
    m_session.connectTo(*endpoint);
    return true;
}

void LoginWindow::connectToOffice()
{
    if (applyEndpoint())
        updateButtons();
}

void LoginWindow::login()
{
    if (!m_ui->loginButton->isEnabled() || !applyEndpoint())
        return;
    const QString user = m_ui->userLineEdit->text().trimmed();
    m_settings.setValue(u"user"_s, user);
    m_ui->messageStrip->clear();
    m_isWaiting = true;
    updateButtons();
    const auto answer = m_session.login(user, m_ui->passwordLineEdit->text());
    m_ui->passwordLineEdit->clear();
    whenDone(answer, this, [this](const Result<protocol::LoginReply> &reply) {
        m_isWaiting = false;
        updateButtons();
        if (!reply)
            showFailure(reply.error());
    });
}

void LoginWindow::showFailure(const Error &error)
{
    QString text = words::ofError(error);
    if (error.code == ErrorCode::Unauthenticated)
        text = tr("The user name or the password is not right.");
    else if (m_session.problem() != ConnectionProblem::None)
        text = words::ofProblem(m_session.problem());
    m_ui->messageStrip->showMessage(MessageStrip::Level::Error, text);
    if (isAboutServer(m_session.problem()))
        m_ui->advancedButton->setChecked(true);
    m_ui->passwordLineEdit->setFocus();
}

void LoginWindow::onStateChanged()
{
    // A failed attempt while nobody waits for a log-in: the officer sees it before he types.
    if (m_session.state() == ConnectionState::Offline && !m_isWaiting && isVisible()
        && m_session.problem() != ConnectionProblem::None
        && m_session.problem() != ConnectionProblem::Lost) {
        m_ui->messageStrip->showMessage(MessageStrip::Level::Warning,
                                        words::ofProblem(m_session.problem()));
        if (isAboutServer(m_session.problem()))
            m_ui->advancedButton->setChecked(true);
    }
    updateButtons();
}

void LoginWindow::onGreeted()
{
    m_ui->practiceBanner->setVisible(m_session.isPractice());
    m_ui->officeLabel->setText(m_session.office());
    m_ui->officeLabel->setVisible(!m_session.office().isEmpty());
}

void LoginWindow::chooseCaFile()
{
    auto *dialog = new QFileDialog(this, tr("File with the office's CA certificate"));
    dialog->setObjectName(u"caFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_ui->caLineEdit, &QLineEdit::setText);
    dialog->open();
}

void LoginWindow::setAdvancedShown(bool isShown)
{
    m_ui->advancedButton->setArrowType(isShown ? Qt::DownArrow : Qt::RightArrow);
    m_ui->advancedPanel->setVisible(isShown);
}

void LoginWindow::updateButtons()
{
    const bool isFilled = !m_ui->userLineEdit->text().trimmed().isEmpty()
        && !m_ui->passwordLineEdit->text().isEmpty()
        && !m_ui->serverLineEdit->text().trimmed().isEmpty();
    m_ui->loginButton->setEnabled(isFilled && !m_isWaiting);
    m_ui->loginButton->setText(m_isWaiting ? tr("Logging in…") : tr("Log in"));
    m_ui->formPanel->setEnabled(!m_isWaiting);
    m_ui->stateLabel->setText(words::ofState(m_session.state()));
}

bool LoginWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->passwordLineEdit && event->type() == QEvent::KeyPress) {
        const CapsLock state = capsLockAfter(static_cast<QKeyEvent &>(*event));
        if (state != CapsLock::Unknown)
            m_ui->capsLockLabel->setVisible(state == CapsLock::On);
        else if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_CapsLock)
            m_ui->capsLockLabel->hide(); // the next letter tells
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sipenduduk
