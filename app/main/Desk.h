#pragma once

#include "app/main/Options.h"
#include "app/net/Session.h"
#include "common/KatalogLayanan.h"

#include <QObject>

#include <memory>

class QSettings;

namespace sipenduduk {

class LoginWindow;
class MainWindow;

/// The whole program between start and end: one session, one log-in window, and the main window
/// of the officer who is logged in. An officer who comes back after an involuntary log-out finds
/// the window as he left it; anybody else gets a new one.
class Desk : public QObject
{
    Q_OBJECT
public:
    Desk(const Options &options, KatalogLayanan katalog, QObject *parent = nullptr);
    ~Desk() override;

    void start();

    /// Settings where `options` say, else in the user's usual place.
    [[nodiscard]] static std::unique_ptr<QSettings> settingsFor(const Options &options);

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] LoginWindow &loginWindow() { return *m_login; }
    [[nodiscard]] MainWindow *mainWindow() { return m_main.get(); } ///< none before the log-in

private:
    void onLoggedIn();
    void onLoggedOut(LogoutReason reason);
    void quit();

    std::unique_ptr<QSettings> m_settings;
    const KatalogLayanan m_katalog;
    Session m_session;
    std::unique_ptr<LoginWindow> m_login;
    std::unique_ptr<MainWindow> m_main;
    UserId m_mainUser{}; ///< whose window it is
};

} // namespace sipenduduk
