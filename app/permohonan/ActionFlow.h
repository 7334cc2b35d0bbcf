#pragma once

#include "app/permohonan/ActionGate.h"
#include "app/permohonan/PermohonanWork.h"
#include "common/Permohonan.h"

#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

namespace sipenduduk {

class ActDialog;
class KatalogLayanan;
class PasswordDialog;
class Session;

/// Takes one action from its button to the office: asks for what the guards in Alur want
/// (defects, a reason, the taker, an address, the password, the signatures) and sends it. A
/// dialog stays open until the office has accepted.
class ActionFlow : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the flow; `window` is the parent of its dialogs.
    ActionFlow(PermohonanWork &work, Session &session, const KatalogLayanan &katalog,
               QWidget &window);

    /// `known` are the defects found so far; a return begins with them.
    void start(const OfferedAction &offered, const QList<Defect> &known);
    /// Closes what is open, when another permohonan comes.
    void abandon();

Q_SIGNALS:
    /// Refused by the office, and no dialog shows it.
    void failed(sipenduduk::Action action, const sipenduduk::Error &error);
    /// A signing changed the permohonan, or may have.
    void signingEnded();

private:
    [[nodiscard]] ActDialog *makeDialog(const QList<Defect> &known);
    void openDialog(ActDialog *dialog);
    void openSigning();
    void send();
    void takeDone(PermohonanWork::Step step, Action action);
    void takeFailure(PermohonanWork::Step step, Action action, const Error &error);
    void askPassword();
    void confirmPassword();
    [[nodiscard]] QString dokumenName() const;

    PermohonanWork &m_work;
    Session &m_session;
    const KatalogLayanan &m_katalog;
    QWidget &m_window;
    OfferedAction m_offered;
    QPointer<ActDialog> m_dialog;
    QPointer<PasswordDialog> m_passwordDialog;
    QPointer<QDialog> m_signing;
};

} // namespace sipenduduk
