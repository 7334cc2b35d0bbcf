#include "app/permohonan/ActionFlow.h"

#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "app/permohonan/AskDialogs.h"
#include "app/permohonan/ReturnDialog.h"
#include "app/signing/SigningDialog.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

ActionFlow::ActionFlow(PermohonanWork &work, Session &session, const KatalogLayanan &katalog,
                       QWidget &window)
    : QObject(&window)
    , m_work(work)
    , m_session(session)
    , m_katalog(katalog)
    , m_window(window)
{
    connect(&m_work, &PermohonanWork::stepDone, this, &ActionFlow::takeDone);
    connect(&m_work, &PermohonanWork::stepFailed, this, &ActionFlow::takeFailure);
}

void ActionFlow::start(const OfferedAction &offered, const QList<Defect> &known)
{
    abandon();
    m_offered = offered;
    if (offered.guards.testFlag(Guard::Signatures))
        return openSigning();
    if (ActDialog *dialog = makeDialog(known))
        return openDialog(dialog);
    send();
}

void ActionFlow::abandon()
{
    for (QDialog *dialog : {static_cast<QDialog *>(m_dialog),
                            static_cast<QDialog *>(m_passwordDialog), m_signing.data()}) {
        if (dialog)
            dialog->close();
    }
}

QString ActionFlow::dokumenName() const
{
    for (const Dokumen &dokumen : m_work.permohonan().dokumenList) {
        const JenisDokumen *kind = m_katalog.dokumen(dokumen.output);
        if (dokumen.id == m_offered.dokumen)
            return kind ? kind->name : dokumen.output;
    }
    return {};
}

ActDialog *ActionFlow::makeDialog(const QList<Defect> &known)
{
    const Permohonan &permohonan = m_work.permohonan();
    const Layanan *layanan = m_katalog.layanan(permohonan.row.layanan);
    if (m_offered.guards.testFlag(Guard::Defects) && layanan)
        return new ReturnDialog(m_offered.action, *layanan, m_katalog, permohonan, known,
                                &m_window);
    if (m_offered.guards.testFlag(Guard::Reason))
        return new ReasonDialog(m_offered.action, &m_window);
    if (m_offered.guards.testFlag(Guard::Taker))
        return new TakerDialog(permohonan.row.applicant, dokumenName(), &m_window);
    if (m_offered.guards.testFlag(Guard::NewAddress))
        return new AddressDialog(permohonan.email, &m_window);
    return nullptr;
}

void ActionFlow::openDialog(ActDialog *dialog)
{
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ActDialog::submitted, this, &ActionFlow::send);
    dialog->open();
}

void ActionFlow::openSigning()
{
    const PermohonanRow &row = m_work.permohonan().row;
    const Layanan *layanan = m_katalog.layanan(row.layanan);
    auto *dialog = new SigningDialog(
        m_session, {{row.id, row.number, layanan ? layanan->name : row.layanan}}, &m_window);
    m_signing = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &ActionFlow::signingEnded);
    dialog->open();
}

void ActionFlow::send()
{
    protocol::Act act;
    act.action = m_offered.action;
    act.dokumen = m_offered.dokumen;
    if (m_dialog) {
        m_dialog->fill(act);
        m_dialog->setBusy(true);
    }
    m_work.act(act);
}

void ActionFlow::takeDone(PermohonanWork::Step step, Action action)
{
    if (step == PermohonanWork::Step::Act && action == m_offered.action && m_dialog)
        m_dialog->accept();
}

void ActionFlow::takeFailure(PermohonanWork::Step step, Action action, const Error &error)
{
    if (m_dialog) {
        // The change before it may be what failed: either way nothing was sent off.
        m_dialog->setBusy(false);
        m_dialog->showProblem(words::ofError(error));
        return;
    }
    if (step == PermohonanWork::Step::Act && error.code == ErrorCode::PasswordRequired)
        return askPassword();
    Q_EMIT failed(action, error);
}

void ActionFlow::askPassword()
{
    m_passwordDialog = new PasswordDialog(&m_window);
    m_passwordDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_passwordDialog, &ActDialog::submitted, this, &ActionFlow::confirmPassword);
    m_passwordDialog->open();
}

void ActionFlow::confirmPassword()
{
    m_passwordDialog->setBusy(true);
    const protocol::ConfirmPassword message{m_passwordDialog->takePassword()};
    whenDone(m_session.call(message), this,
             [this](const Result<protocol::ConfirmPasswordReply> &reply) {
                 if (!m_passwordDialog)
                     return; // given up in the meantime
                 m_passwordDialog->setBusy(false);
                 if (reply) {
                     m_passwordDialog->accept();
                     return send();
                 }
                 m_passwordDialog->showProblem(reply.error().code == ErrorCode::Unauthenticated
                                                   ? tr("This is not your password. Type it again.")
                                                   : words::ofError(reply.error()));
             });
}

} // namespace sipenduduk
