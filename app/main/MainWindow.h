#pragma once

#include "common/Ids.h"
#include "common/Status.h"
#include "common/protocol/QueueMessages.h"

#include <QMainWindow>
#include <QMap>
#include <QPointer>

#include <functional>
#include <memory>
#include <utility>

class QDialog;
class QSettings;

namespace Ui {
class MainWindow;
}

namespace sipenduduk {

class KatalogLayanan;
class ListPage;
class PermohonanPage;
class QueueFeed;
class QueuePage;
class SearchFeed;
class Session;
class SigningPage;

/// The desk of one officer: duties and their queues at the side, one page beside them. It moves
/// between pages and knows nothing of the work that is done on them.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// All must outlive the window. The session is logged in.
    MainWindow(Session &session, const KatalogLayanan &katalog, QSettings &settings,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Takes the window and its dialogs off the screen, as they are.
    void markList();
    void conceal();
    /// After the officer has logged in again: everything is where it was, and brought up to date.
    void resume();

Q_SIGNALS:
    void logoutRequested();
    void quitRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    using QueueKey = std::pair<Role, protocol::QueueView>;
    struct Queue
    {
        QueueFeed *feed = nullptr;
        QueuePage *page = nullptr;
    };

    void addQueues();
    void addQueue(Role duty, protocol::QueueView view);
    void addSigningPage();
    void addSearchPage();
    void connectActions();
    void showQueue(Role duty, protocol::QueueView view);
    void showSigning();
    void openFrom(ListPage *page, PermohonanId id, Role duty);
    void openFound(PermohonanId id);
    void openNext();
    void closePermohonan();
    void showPage(QWidget *page, const QString &title);
    void search();
    void refresh();
    void leave(std::function<void()> then);
    void showShortcuts();
    void showAbout();
    void updateState();
    PermohonanPage *permohonanPage();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Session &m_session;
    const KatalogLayanan &m_katalog;
    QSettings &m_settings;
    QMap<QueueKey, Queue> m_queues;
    SearchFeed *m_searchFeed = nullptr;
    QueuePage *m_searchPage = nullptr;
    SigningPage *m_signingPage = nullptr;       ///< the Kadin's alone
    PermohonanPage *m_permohonanPage = nullptr; ///< made when the first one is opened
    ListPage *m_from = nullptr;                 ///< where the open permohonan was chosen
    Role m_fromDuty = Role::None;
    QList<QPointer<QDialog>> m_concealed; ///< dialogs that were open
    bool m_isLeaving = false;
};

} // namespace sipenduduk
