#pragma once

#include "app/signing/SigningItem.h"
#include "common/Ids.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SigningDialog;
}

namespace sipenduduk {

class Session;
class SigningJob;

namespace protocol {
struct SigningOffer;
}

/// Where the Kadin signs: who signs what, the key, the PIN, and how it went. It stays open until
/// everything is signed or he closes it; whatever fails stays unsigned in the queue. Of several
/// permohonan it shows the list all the time, lets one be taken out until its signature starts, and
/// the outcome be saved.
class SigningDialog : public QDialog
{
    Q_OBJECT

public:
    /// `session` must outlive the dialog; `items` has at least one.
    SigningDialog(Session &session, const QList<SigningItem> &items, QWidget *parent = nullptr);
    ~SigningDialog() override;

    void reject() override; ///< while signing: stops it first

private:
    enum class ItemState { Waiting, InHand, Signed, Failed, Removed };

    [[nodiscard]] static QString stateText(ItemState state);
    void showItems();
    void connectJob();
    void showOffer(const protocol::SigningOffer &offer);
    void showRefusal(const QString &text);
    void showNote(const QString &text);
    void showItem(PermohonanId id, ItemState state, const QString &detail = {});
    void showEnd();
    void startSigning();
    void togglePause();
    void removeSelected();
    void saveOutcome();
    void updateState();
    [[nodiscard]] int countOf(ItemState state) const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QList<PermohonanId> selectedWaiting() const;

    std::unique_ptr<Ui::SigningDialog> m_ui;
    SigningJob *m_job;
    const QList<SigningItem> m_items;
    QList<ItemState> m_states; ///< of m_items
    QString m_lastReason;      ///< why one was not signed
    bool m_isOffered = false;
};

} // namespace sipenduduk
