#pragma once

#include "common/Permohonan.h"

#include <QFutureWatcher>
#include <QWidget>

#include <memory>

namespace Ui {
class DraftsPanel;
}

namespace sipenduduk {

class DokumenModel;
class KatalogLayanan;
class Session;

/// The dokumen of the set beside the preview of the chosen one: the draft, or once it is signed
/// the issued PDF.
class DraftsPanel : public QWidget
{
    Q_OBJECT

public:
    DraftsPanel(Session &session, const KatalogLayanan &katalog, QWidget *parent = nullptr);
    ~DraftsPanel() override;

    void showPermohonan(const Permohonan &permohonan);
    void clear();
    /// Whether this duty makes drafts at all, and whether it can be done now.
    void setEditable(bool isMaker, bool isEditable);
    /// Chooses the first dokumen of which pages were not seen yet, if any.
    void chooseUnseen();
    /// Gives the keys to the preview: Space goes on, also to the next dokumen.
    void takeKeys();

Q_SIGNALS:
    void makeRequested();
    /// A PDF of SIAK was chosen and read.
    void uploadRequested(sipenduduk::DokumenId dokumen, const QByteArray &pdf);
    void problemFound(const QString &text);
    void viewed(sipenduduk::DokumenId dokumen, const QByteArray &draftSha256,
                const QList<int> &pages, qint64 milliseconds);

private:
    void showCurrent();
    void takeBytes();
    void chooseFile();
    void takeFile();
    void updateButtons();
    [[nodiscard]] const Dokumen *current() const;

    std::unique_ptr<Ui::DraftsPanel> m_ui;
    Session &m_session;
    DokumenModel *m_model;
    PermohonanId m_id{};
    DokumenId m_shownDokumen{};
    QByteArray m_shownSha256;
    bool m_isShownSigned = false;
    bool m_isEditable = false;
    DokumenId m_uploadFor{};
    QFutureWatcher<Result<QByteArray>> m_fetching;
    QFutureWatcher<Result<QByteArray>> m_reading;
};

} // namespace sipenduduk
