#include "app/main/Desk.h"

#include "app/login/LoginWindow.h"
#include "app/main/IdleWatcher.h"
#include "app/main/MainWindow.h"

#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int DefaultIdleMinutes = 30;

void remember(QSettings &settings, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        settings.setValue(key, value);
}

} // namespace

std::unique_ptr<QSettings> Desk::settingsFor(const Options &options)
{
    auto settings = options.settingsFile.isEmpty()
        ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, u"sipenduduk"_s,
                                      u"sipenduduk"_s)
        : std::make_unique<QSettings>(options.settingsFile, QSettings::IniFormat);
    remember(*settings, u"server"_s, options.server);
    remember(*settings, u"ca"_s, options.caFile);
    remember(*settings, u"user"_s, options.user);
    remember(*settings, u"language"_s, options.language);
    return settings;
}

Desk::Desk(const Options &options, KatalogLayanan katalog, QObject *parent)
    : QObject(parent)
    , m_settings(settingsFor(options))
    , m_katalog(std::move(katalog))
    , m_login(std::make_unique<LoginWindow>(m_session, *m_settings))
{
    using std::chrono::minutes;
    const int idle = m_settings->value(u"idleMinutes"_s, DefaultIdleMinutes).toInt();
    new IdleWatcher(m_session, minutes(qBound(1, idle, 480)), this);
    connect(&m_session, &Session::loggedIn, this, &Desk::onLoggedIn);
    connect(&m_session, &Session::loggedOut, this, &Desk::onLoggedOut);
}

Desk::~Desk() = default;

void Desk::start()
{
    m_login->show();
}

void Desk::onLoggedIn()
{
    const UserId user = m_session.user().user;
    if (m_main && m_mainUser == user) {
        m_main->resume();
    } else {
        m_main = std::make_unique<MainWindow>(m_session, m_katalog, *m_settings);
        m_mainUser = user;
        connect(m_main.get(), &MainWindow::logoutRequested, this,
                [this] { m_session.logout(LogoutReason::Asked); });
        connect(m_main.get(), &MainWindow::quitRequested, this, &Desk::quit);
        m_main->show();
    }
    m_login->hide(); // after the other is shown: the last window that closes ends the program
}

void Desk::onLoggedOut(LogoutReason reason)
{
    m_login->showAgain(reason);
    if (!m_main)
        return;
    m_main->conceal();
    if (reason == LogoutReason::Asked)
        m_main.release()->deleteLater(); // we may stand in one of its signals
}

void Desk::quit()
{
    m_session.disconnect(this);
    m_session.logout();
    QCoreApplication::quit();
}

} // namespace sipenduduk
