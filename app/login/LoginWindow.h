#pragma once

#include "app/net/ConnectionState.h"
#include "common/Result.h"

#include <QWidget>

#include <memory>

class QSettings;

namespace Ui {
class LoginWindow;
}

namespace sipenduduk {

class Session;

/// Where an officer says who he is, and, the first time, where the office's server is.
class LoginWindow : public QWidget
{
    Q_OBJECT
public:
    /// Server, CA file and user name are remembered in `settings`; the password never is.
    LoginWindow(Session &session, QSettings &settings, QWidget *parent = nullptr);
    ~LoginWindow() override;

    /// Comes up after a log-out, with the reason when it was not the officer's wish.
    void showAgain(LogoutReason reason);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void connectToOffice();
    void login();
    void chooseCaFile();
    void setAdvancedShown(bool isShown);
    void onStateChanged();
    void onGreeted();
    void showFailure(const Error &error);
    void updateButtons();
    [[nodiscard]] bool applyEndpoint();

    std::unique_ptr<Ui::LoginWindow> m_ui;
    Session &m_session;
    QSettings &m_settings;
    bool m_isWaiting = false;
};

} // namespace sipenduduk
