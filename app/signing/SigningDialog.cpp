#include "app/signing/SigningDialog.h"

#include "app/net/Session.h"
#include "app/permohonan/LevelLook.h"
#include "app/signing/SigningJob.h"
#include "app/words/Words.h"
#include "common/tte/x509/CertificateInfo.h"
#include "ui_SigningDialog.h"

#include <QHeaderView>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QString certificateText(const CertificateInfo &certificate)
{
    return SigningDialog::tr("%1\nIssued by %2, valid from %3 until %4")
        .arg(certificate.subjectName, certificate.issuerName,
             words::dateTime(certificate.notBefore), words::dateTime(certificate.notAfter));
}

} // namespace

SigningDialog::SigningDialog(Session &session, const QList<SigningItem> &items, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SigningDialog>())
    , m_job(new SigningJob(session, items, this))
    , m_items(items)
{
    m_ui->setupUi(this);
    m_ui->itemList->setColumnCount(3);
    m_ui->itemList->setHeaderLabels({tr("Number"), tr("Service"), tr("State")});
    for (const SigningItem &item : m_items)
        new QTreeWidgetItem(m_ui->itemList, {item.number, item.title, tr("Not signed yet")});
    m_ui->itemList->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const int rows = std::clamp(int(m_items.size()), 1, 8);
    m_ui->itemList->setFixedHeight(m_ui->itemList->header()->sizeHint().height()
                                   + rows * (fontMetrics().height() + 8) + 6);
    m_ui->certificateLabel->setText(tr("Asking the office for the registered certificate …"));
    m_ui->messageLabel->hide();
    m_ui->capsLabel->hide();
    setLevelColor(*m_ui->capsLabel, FindingLevel::Warning);
    m_ui->progressBar->hide();
    connect(m_ui->signButton, &QPushButton::clicked, this, &SigningDialog::startSigning);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SigningDialog::reject);
    connect(m_ui->keyChooser, &KeyChooser::changed, this, &SigningDialog::updateState);
    connect(m_ui->keyChooser, &KeyChooser::chosen, m_ui->pinEdit, qOverload<>(&QWidget::setFocus));
    connect(m_ui->pinEdit, &QLineEdit::textChanged, this, &SigningDialog::updateState);
    connect(m_ui->pinEdit, &PinEdit::capsLockSeen, m_ui->capsLabel, &QWidget::setVisible);
    connectJob();
    m_job->prepare();
    updateState();
    if (m_ui->keyChooser->source())
        m_ui->pinEdit->setFocus();
    else
        m_ui->keyChooser->setFocus();
}

SigningDialog::~SigningDialog() = default;

void SigningDialog::connectJob()
{
    connect(m_job, &SigningJob::prepared, this, &SigningDialog::showOffer);
    connect(m_job, &SigningJob::refused, this, &SigningDialog::showRefusal);
    connect(m_job, &SigningJob::progressed, this, [this](int done, int all, const QString &text) {
        m_ui->progressBar->setRange(0, all);
        m_ui->progressBar->setValue(done);
        m_ui->progressBar->setFormat(text);
    });
    connect(m_job, &SigningJob::itemSigned, this,
            [this](PermohonanId id) { showItem(id, tr("Signed")); });
    connect(m_job, &SigningJob::itemFailed, this, [this](PermohonanId id, const QString &text) {
        ++m_failures;
        showItem(id, tr("Not signed"));
        showRefusal(text);
    });
    connect(m_job, &SigningJob::finished, this, &SigningDialog::showEnd);
}

void SigningDialog::showOffer(const protocol::SigningOffer &offer)
{
    m_isOffered = true;
    m_ui->signerLabel->setText(offer.titleLines.join(u' ') + u'\n' + offer.name);
    m_ui->dokumenLabel->setText(tr("%n dokumen of this permohonan get the signature.", nullptr,
                                   int(offer.dokumenList.size())));
    const auto certificate = readCertificate(offer.certificate);
    m_ui->certificateLabel->setText(
        certificate
            ? certificateText(*certificate)
            : tr("The office has no certificate registered for you. Ask the administrator to "
                 "register it."));
    updateState();
}

void SigningDialog::showRefusal(const QString &text)
{
    setLevelColor(*m_ui->messageLabel, FindingLevel::Error);
    m_ui->messageLabel->setText(text);
    m_ui->messageLabel->show();
    if (!m_isOffered)
        m_ui->certificateLabel->clear();
    updateState();
    m_ui->pinEdit->setFocus();
}

void SigningDialog::showItem(PermohonanId id, const QString &state)
{
    for (int i = 0; i < m_items.size(); ++i) {
        if (m_items.at(i).id == id)
            m_ui->itemList->topLevelItem(i)->setText(2, state);
    }
}

void SigningDialog::showEnd()
{
    updateState();
    if (m_failures > 0)
        return;
    accept();
}

void SigningDialog::startSigning()
{
    const auto source = m_ui->keyChooser->source();
    if (!source || !m_ui->signButton->isEnabled())
        return;
    m_failures = 0;
    m_ui->messageLabel->hide();
    m_ui->keyChooser->remember();
    m_job->start(*source, m_ui->pinEdit->takePin());
    updateState();
}

void SigningDialog::updateState()
{
    const bool isRunning = m_job->isRunning();
    const bool isPinTypedHere = m_ui->keyChooser->isPinTypedHere();
    const bool hasInput =
        m_ui->keyChooser->source() && (!isPinTypedHere || !m_ui->pinEdit->text().isEmpty());
    m_ui->signButton->setEnabled(m_isOffered && hasInput && !isRunning);
    m_ui->keyChooser->setInUse(isRunning);
    m_ui->pinLabel->setVisible(isPinTypedHere);
    m_ui->pinEdit->setVisible(isPinTypedHere);
    m_ui->pinEdit->setEnabled(!isRunning);
    m_ui->progressBar->setVisible(isRunning);
    m_ui->closeButton->setText(isRunning ? tr("Stop") : tr("Close"));
}

void SigningDialog::reject()
{
    if (m_job->isRunning())
        return m_job->cancel();
    QDialog::reject();
}

} // namespace sipenduduk
