#pragma once

#include "app/permohonan/ActionBar.h"
#include "app/permohonan/PermohonanPage.h"
#include "app/permohonan/PermohonanWork.h"

#include <QFutureWatcher>

namespace Ui {
class PermohonanPage;
}

namespace sipenduduk {

class ActionFlow;
class DraftsPanel;
class KartuKendaliView;
class NotesView;

/// The parts of the page and how they hear of each other.
class PermohonanPage::Private
{
public:
    Private(PermohonanPage &page, Session &session, const KatalogLayanan &katalog);
    ~Private();

    void open(PermohonanId id, Role duty);
    void close();
    /// Sends what is unsaved, then gives the permohonan back; stays when that fails.
    void saveAndClose();
    [[nodiscard]] bool hasUnsaved() const;

private:
    void addTabs();
    void connectParts();
    void connectWork();
    void showLoaded();
    void showFirstTime();
    void showLeft();
    [[nodiscard]] static QString failureText(Action action, const Error &error);
    void showFailure(Action action, const Error &error);
    void flush();
    void trigger(const OfferedAction &offered);
    void makeDrafts();
    void showBerkas(const Berkas &berkas);
    void takeBerkas();
    void recordView(DokumenId dokumen, const QByteArray &draftSha256, const QList<int> &pages,
                    qint64 milliseconds);
    void updateState();
    [[nodiscard]] bool canDo(Action action) const;
    [[nodiscard]] QString obstacleTo(const OfferedAction &offered) const;
    [[nodiscard]] ActionButton buttonFor(const OfferedAction &offered) const;

    PermohonanPage &m_page;
    Session &m_session;
    const KatalogLayanan &m_katalog;
    std::unique_ptr<Ui::PermohonanPage> m_ui;
    PermohonanWork m_work;
    ActionFlow *m_flow;
    DraftsPanel *m_drafts;
    KartuKendaliView *m_card;
    NotesView *m_notes;
    QFutureWatcher<Result<QByteArray>> m_fetching;
    Berkas m_berkas;        ///< shown or on its way
    PermohonanId m_shown{}; ///< what the panels were built for
    bool m_hadWork = false; ///< this duty could act before the last change
    bool m_isClosing = false;
};

} // namespace sipenduduk
