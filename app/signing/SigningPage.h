#pragma once

#include "app/queue/ListPage.h"
#include "common/protocol/SigningMessages.h"

#include <QTimer>

#include <memory>

class QSettings;

namespace Ui {
class SigningPage;
}

namespace sipenduduk {

class KatalogLayanan;
class Session;
class SigningModel;

/// The Kadin's list for signing many at once: what waits, what speaks for a closer look, what he
/// has seen of it; ticked rows go into one signing.
class SigningPage : public ListPage
{
    Q_OBJECT
public:
    /// All must outlive the page.
    SigningPage(Session &session, const KatalogLayanan &katalog, QSettings &settings,
                QWidget *parent = nullptr);
    ~SigningPage() override;

    void reload() override;
    void focusTable() override;
    [[nodiscard]] QString title() const override;
    PermohonanId selectNext() override;

    /// How many are ready to be signed; empty while that is not known.
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void countChanged();

private:
    void take(const Result<protocol::SignableList> &list);
    void open(const QModelIndex &index);
    void signTicked();
    void updateState();

    std::unique_ptr<Ui::SigningPage> m_ui;
    Session &m_session;
    const KatalogLayanan &m_katalog;
    QSettings &m_settings;
    SigningModel *m_model;
    QTimer m_calm; ///< changes come in bursts: read once after them
    QTimer m_minute;
    PermohonanId m_opened{};
    int m_openedRow = -1;
    bool m_isLoaded = false;
    bool m_isLoading = false;
    bool m_isComplete = true;
};

} // namespace sipenduduk
