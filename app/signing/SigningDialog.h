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

/// Where the Kadin signs: who signs what, the key file, the PIN, and how it went. It stays open
/// until everything is signed or he closes it; whatever fails stays unsigned in the queue.
class SigningDialog : public QDialog
{
    Q_OBJECT

public:
    /// `session` must outlive the dialog; `items` has at least one.
    SigningDialog(Session &session, const QList<SigningItem> &items, QWidget *parent = nullptr);
    ~SigningDialog() override;

    void reject() override; ///< while signing: stops it first

private:
    void connectJob();
    void showOffer(const protocol::SigningOffer &offer);
    void showRefusal(const QString &text);
    void showItem(PermohonanId id, const QString &state);
    void showEnd();
    void startSigning();
    void updateState();

    std::unique_ptr<Ui::SigningDialog> m_ui;
    SigningJob *m_job;
    QList<SigningItem> m_items;
    int m_failures = 0;
    bool m_isOffered = false;
};

} // namespace sipenduduk
