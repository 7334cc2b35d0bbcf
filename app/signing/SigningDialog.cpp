#include "app/signing/SigningDialog.h"

#include "app/net/Session.h"
#include "app/permohonan/LevelLook.h"
#include "app/signing/SigningJob.h"
#include "app/widgets/CsvFile.h"
#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"
#include "common/tte/x509/CertificateInfo.h"
#include "ui_SigningDialog.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QLocale>
#include <QMap>
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

constexpr int DetailRole = Qt::UserRole;
constexpr int TimeRole = Qt::UserRole + 1;

} // namespace

QString SigningDialog::stateText(ItemState state)
{
    switch (state) {
    case ItemState::Waiting: return tr("Not signed yet");
    case ItemState::InHand: return tr("Being signed …");
    case ItemState::Signed: return tr("Signed");
    case ItemState::Failed: return tr("Not signed");
    case ItemState::Removed: return tr("Taken out");
    }
    return {};
}

SigningDialog::SigningDialog(Session &session, const QList<SigningItem> &items, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::SigningDialog>())
    , m_job(new SigningJob(session, items, this))
    , m_items(items)
    , m_states(items.size(), ItemState::Waiting)
{
    m_ui->setupUi(this);
    showItems();
    m_ui->certificateLabel->setText(tr("Asking the office for the registered certificate …"));
    m_ui->messageLabel->hide();
    m_ui->capsLabel->hide();
    setLevelColor(*m_ui->capsLabel, FindingLevel::Warning);
    m_ui->progressBar->hide();
    connect(m_ui->signButton, &QPushButton::clicked, this, &SigningDialog::startSigning);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &SigningDialog::reject);
    connect(m_ui->pauseButton, &QPushButton::clicked, this, &SigningDialog::togglePause);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &SigningDialog::removeSelected);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &SigningDialog::saveOutcome);
    connect(m_ui->itemList, &QTreeWidget::itemSelectionChanged, this, &SigningDialog::updateState);
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

void SigningDialog::showItems()
{
    QTreeWidget &list = *m_ui->itemList;
    list.setColumnCount(3);
    list.setHeaderLabels({tr("Number"), tr("Service"), tr("State")});
    for (const SigningItem &item : m_items)
        new QTreeWidgetItem(&list, {item.number, item.title, stateText(ItemState::Waiting)});
    list.header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    const int rows = std::clamp(int(m_items.size()), 1, 8);
    list.setFixedHeight(list.header()->sizeHint().height() + rows * (fontMetrics().height() + 8)
                        + 6);
    const bool isBatch = m_items.size() > 1;
    list.setSelectionMode(isBatch ? QAbstractItemView::ExtendedSelection
                                  : QAbstractItemView::NoSelection);
    m_ui->removeButton->setVisible(isBatch);
    m_ui->pauseButton->setVisible(isBatch);
    m_ui->saveButton->setVisible(isBatch);
    if (isBatch)
        m_ui->dokumenLabel->setText(summary());
}

void SigningDialog::connectJob()
{
    connect(m_job, &SigningJob::prepared, this, &SigningDialog::showOffer);
    connect(m_job, &SigningJob::refused, this, &SigningDialog::showRefusal);
    connect(m_job, &SigningJob::progressed, this, [this](int done, int all, const QString &text) {
        m_ui->progressBar->setRange(0, all);
        m_ui->progressBar->setValue(done);
        m_ui->progressBar->setFormat(text);
    });
    connect(m_job, &SigningJob::itemStarted, this,
            [this](PermohonanId id) { showItem(id, ItemState::InHand); });
    connect(m_job, &SigningJob::itemSigned, this,
            [this](PermohonanId id) { showItem(id, ItemState::Signed); });
    connect(m_job, &SigningJob::itemFailed, this, [this](PermohonanId id, const QString &text) {
        m_lastReason = text;
        showItem(id, ItemState::Failed, text);
        showRefusal(text);
    });
    connect(m_job, &SigningJob::paused, this, &SigningDialog::updateState);
    connect(m_job, &SigningJob::pinWanted, this, [this] {
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            if (m_states.at(i) == ItemState::InHand)
                showItem(m_items.at(i).id, ItemState::Waiting);
        }
        showNote(tr("This PIN has served as long as the office allows. Type it again to go on with "
                    "the rest."));
        m_ui->pinEdit->setFocus();
    });
    connect(m_job, &SigningJob::finished, this, &SigningDialog::showEnd);
}

void SigningDialog::showOffer(const protocol::SigningOffer &offer)
{
    m_isOffered = true;
    m_ui->signerLabel->setText(offer.titleLines.join(u' ') + u'\n' + offer.name);
    if (m_items.size() == 1)
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

void SigningDialog::showNote(const QString &text)
{
    setLevelColor(*m_ui->messageLabel, FindingLevel::Info);
    m_ui->messageLabel->setText(text);
    m_ui->messageLabel->show();
    updateState();
}

void SigningDialog::showItem(PermohonanId id, ItemState state, const QString &detail)
{
    const auto item = std::ranges::find(m_items, id, &SigningItem::id);
    if (item == m_items.cend())
        return;
    const auto row = item - m_items.cbegin();
    m_states[row] = state;
    QTreeWidgetItem *line = m_ui->itemList->topLevelItem(int(row));
    line->setText(2, stateText(state));
    line->setToolTip(2, plainToolTip(detail));
    line->setData(2, DetailRole, detail);
    line->setData(2, TimeRole, QDateTime::currentDateTimeUtc());
    if (state == ItemState::InHand)
        m_ui->itemList->scrollToItem(line);
    updateState();
}

int SigningDialog::countOf(ItemState state) const
{
    return int(m_states.count(state));
}

/// How many of which service wait: what he is about to sign stays before his eyes while the PIN is
/// asked.
QString SigningDialog::summary() const
{
    QMap<QString, int> services;
    for (const SigningItem &item : m_items)
        ++services[item.title];
    QStringList parts;
    for (const auto &[service, count] : services.asKeyValueRange())
        parts.append(u"%1 %2"_s.arg(QLocale().toString(count), service));
    return tr("%n permohonan: %1", nullptr, int(m_items.size())).arg(parts.join(u", "_s));
}

void SigningDialog::showEnd()
{
    updateState();
    const bool isAllDone =
        countOf(ItemState::Signed) + countOf(ItemState::Removed) == m_items.size();
    if (m_items.size() == 1) {
        if (isAllDone)
            accept();
        return;
    }
    const QString done = tr("%n permohonan signed.", nullptr, countOf(ItemState::Signed));
    if (isAllDone)
        return showNote(done);
    showNote(done + u'\n' + m_lastReason + u'\n'
             + tr("%n permohonan not signed; they wait as before. Point at a line to see why.",
                  nullptr,
                  int(m_items.size()) - countOf(ItemState::Signed) - countOf(ItemState::Removed)));
}

void SigningDialog::togglePause()
{
    m_job->setPaused(!m_job->isPaused());
    updateState();
}

QList<PermohonanId> SigningDialog::selectedWaiting() const
{
    QList<PermohonanId> selected;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_ui->itemList->topLevelItem(int(i))->isSelected()
            && m_job->isWaiting(m_items.at(i).id))
            selected.append(m_items.at(i).id);
    }
    return selected;
}

void SigningDialog::removeSelected()
{
    for (const PermohonanId id : selectedWaiting()) {
        if (m_job->remove(id))
            showItem(id, ItemState::Removed);
    }
}

void SigningDialog::saveOutcome()
{
    auto *dialog = new QFileDialog(this, tr("Save the list"));
    dialog->setObjectName(u"outcomeFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Table (*.csv)"));
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QList<QStringList> rows{
            {tr("Number"), tr("Service"), tr("State"), tr("Time"), tr("Reason")}};
        for (qsizetype i = 0; i < m_items.size(); ++i) {
            const QTreeWidgetItem *line = m_ui->itemList->topLevelItem(int(i));
            const QDateTime at = line->data(2, TimeRole).toDateTime();
            rows.append({m_items.at(i).number, m_items.at(i).title, stateText(m_states.at(i)),
                         at.isValid() ? words::exactDateTime(at) : QString(),
                         line->data(2, DetailRole).toString()});
        }
        if (writeCsv(path, rows))
            showNote(tr("Saved as %1").arg(path));
        else
            showRefusal(tr("The list cannot be saved there. Choose another folder."));
    });
    dialog->open();
}

void SigningDialog::startSigning()
{
    const auto source = m_ui->keyChooser->source();
    if (!source || !m_ui->signButton->isEnabled())
        return;
    m_ui->messageLabel->hide();
    m_lastReason.clear();
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
    const bool hasWork = countOf(ItemState::Waiting) + countOf(ItemState::Failed) > 0;
    m_ui->signButton->setEnabled((m_isOffered || m_items.size() > 1) && hasInput && hasWork
                                 && !isRunning);
    m_ui->keyChooser->setInUse(isRunning);
    m_ui->pinLabel->setVisible(isPinTypedHere);
    m_ui->pinEdit->setVisible(isPinTypedHere);
    m_ui->pinEdit->setEnabled(!isRunning && hasWork);
    m_ui->progressBar->setVisible(isRunning);
    m_ui->pauseButton->setEnabled(isRunning);
    m_ui->pauseButton->setText(m_job->isPaused() ? tr("Go on") : tr("Pause"));
    m_ui->removeButton->setEnabled(!selectedWaiting().isEmpty());
    m_ui->saveButton->setEnabled(!isRunning && countOf(ItemState::Waiting) < m_items.size());
    m_ui->closeButton->setText(isRunning ? tr("Stop") : tr("Close"));
}

void SigningDialog::reject()
{
    if (m_job->isRunning() && !m_job->mayBeLeft())
        return m_job->cancel();
    if (countOf(ItemState::Signed) > 0)
        return accept();
    QDialog::reject();
}

} // namespace sipenduduk
