#include "app/signing/SigningPage.h"

#include "app/net/Session.h"
#include "app/net/WhenDone.h"
#include "app/signing/SigningDialog.h"
#include "app/signing/SigningModel.h"
#include "app/widgets/Icons.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"
#include "ui_SigningPage.h"

#include <QHeaderView>
#include <QLocale>
#include <QSettings>
#include <QShortcut>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace sipenduduk {

namespace {

constexpr int MaxSignable = 500; ///< what the office gives in one answer
constexpr auto CalmTime = 300ms;
constexpr QLatin1StringView HeaderSetting("signing/columns");
constexpr std::array FirstWidths{26, 34, 26, 22,
                                 16}; ///< in characters; the last column gets the rest

} // namespace

SigningPage::SigningPage(Session &session, const KatalogLayanan &katalog, QSettings &settings,
                         QWidget *parent)
    : ListPage(parent)
    , m_ui(std::make_unique<Ui::SigningPage>())
    , m_session(session)
    , m_katalog(katalog)
    , m_settings(settings)
    , m_model(new SigningModel(katalog, this))
{
    m_ui->setupUi(this);
    m_ui->refreshButton->setIcon(icon(u"refresh"_s));
    m_ui->openButton->setIcon(icon(u"open"_s));
    m_ui->table->setModel(m_model);
    m_ui->table->verticalHeader()->hide();
    m_ui->table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < SigningModel::ColumnCount - 1; ++column)
        m_ui->table->setColumnWidth(column,
                                    FirstWidths[size_t(column)] * fontMetrics().averageCharWidth());
    m_ui->table->horizontalHeader()->restoreState(settings.value(HeaderSetting).toByteArray());
    m_ui->table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->messageStrip->setButton(tr("Try again"));
    m_calm.setSingleShot(true);
    m_calm.setInterval(CalmTime);
    connect(&m_calm, &QTimer::timeout, this, &SigningPage::reload);
    connect(&m_minute, &QTimer::timeout, this,
            [this] { m_model->setNow(QDateTime::currentDateTimeUtc()); });
    m_minute.start(1min);
    connect(m_ui->table, &QAbstractItemView::activated, this, &SigningPage::open);
    connect(m_ui->openButton, &QPushButton::clicked, this,
            [this] { open(m_ui->table->currentIndex()); });
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SigningPage::updateState);
    connect(m_ui->table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        m_settings.setValue(HeaderSetting, m_ui->table->horizontalHeader()->saveState());
    });
    connect(m_ui->allButton, &QPushButton::clicked, this, [this] { m_model->tickAll(true); });
    connect(m_ui->noneButton, &QPushButton::clicked, this, [this] { m_model->tickAll(false); });
    connect(m_ui->signButton, &QPushButton::clicked, this, &SigningPage::signTicked);
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &SigningPage::reload);
    connect(m_ui->messageStrip, &MessageStrip::buttonClicked, this, &SigningPage::reload);
    connect(m_model, &SigningModel::ticksChanged, this, &SigningPage::updateState);
    connect(&session, &Session::stateChanged, this, &SigningPage::updateState);
    connect(&session, &Session::queueIncomplete, this, &SigningPage::reload);
    connect(&session, &Session::queueChanged, this, [this](const protocol::QueueChanged &event) {
        if (event.row.holder == Role::Kadin || event.previousHolder == Role::Kadin)
            m_calm.start();
    });
    updateState();
}

SigningPage::~SigningPage() = default;

QString SigningPage::title() const
{
    return tr("To be signed");
}

QString SigningPage::countText() const
{
    return m_isLoaded ? QLocale().toString(m_model->readyCount()) : QString();
}

void SigningPage::reload()
{
    m_isLoading = true;
    updateState();
    whenDone(m_session.call(protocol::ListSignable{MaxSignable}), this,
             [this](const Result<protocol::SignableList> &list) { take(list); });
}

void SigningPage::take(const Result<protocol::SignableList> &list)
{
    m_isLoading = false;
    if (!list) {
        m_ui->messageStrip->showMessage(MessageStrip::Level::Error, words::ofError(list.error()));
        return updateState();
    }
    m_ui->messageStrip->clear();
    m_isLoaded = true;
    m_isComplete = list->isComplete;
    const int current = m_ui->table->currentIndex().row();
    const PermohonanId selected =
        current >= 0 ? m_model->rowAt(current).row.id : PermohonanId{}; // the order may be another
    m_model->setNow(QDateTime::currentDateTimeUtc());
    m_model->replace(list->rows);
    if (const int row = m_model->rowOf(selected); row >= 0 && row != current)
        m_ui->table->selectRow(row);
    Q_EMIT countChanged();
    updateState();
}

void SigningPage::focusTable()
{
    m_ui->table->setFocus();
    if (!m_ui->table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_ui->table->selectRow(0);
}

void SigningPage::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_opened = m_model->rowAt(index.row()).row.id;
    m_openedRow = index.row();
    Q_EMIT openRequested(m_opened);
}

PermohonanId SigningPage::selectNext()
{
    const int row = m_model->rowOf(m_opened);
    const int next = row < 0 ? m_openedRow : row + 1; // gone: the next one has moved up
    const int last = m_model->rowCount() - 1;
    if (m_openedRow < 0 || last < 0 || (row >= 0 && next > last))
        return {};
    m_openedRow = std::min(next, last);
    m_opened = m_model->rowAt(m_openedRow).row.id;
    m_ui->table->selectRow(m_openedRow);
    return m_opened;
}

void SigningPage::signTicked()
{
    QList<SigningItem> items;
    for (const protocol::SignableRow &row : m_model->ticked()) {
        const Layanan *layanan = m_katalog.layanan(row.row.layanan);
        items.append({row.row.id, row.row.number, layanan ? layanan->name : row.row.layanan});
    }
    if (items.isEmpty())
        return;
    auto *dialog = new SigningDialog(m_session, items, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &SigningPage::reload);
    dialog->open();
}

void SigningPage::updateState()
{
    const bool isOnline = m_session.isOnline();
    const QList<protocol::SignableRow> ticked = m_model->ticked();
    int dokumen = 0;
    for (const protocol::SignableRow &row : ticked)
        dokumen += row.dokumenCount;
    const bool isEmpty = m_isLoaded && m_model->rowCount() == 0;
    m_ui->pages->setCurrentWidget(isEmpty ? m_ui->emptyPage : m_ui->tablePage);
    m_ui->signButton->setEnabled(isOnline && !ticked.isEmpty());
    m_ui->signButton->setText(ticked.isEmpty()
                                  ? tr("&Sign …")
                                  : tr("&Sign %n permohonan …", nullptr, int(ticked.size())));
    m_ui->sumLabel->setText(
        ticked.isEmpty() ? QString() : tr("%n dokumen get the signature.", nullptr, dokumen));
    m_ui->allButton->setEnabled(ticked.size() < m_model->readyCount());
    m_ui->noneButton->setEnabled(!ticked.isEmpty());
    m_ui->openButton->setEnabled(m_ui->table->currentIndex().isValid());
    m_ui->refreshButton->setEnabled(isOnline && !m_isLoading);
    if (!m_isLoaded)
        m_ui->countLabel->setText(m_isLoading ? tr("Loading…") : QString());
    else
        m_ui->countLabel->setText(
            m_isComplete
                ? tr("%n wait, %1 ready", nullptr, m_model->rowCount()).arg(m_model->readyCount())
                : tr("The first %n that wait, %1 ready", nullptr, m_model->rowCount())
                      .arg(m_model->readyCount()));
}

} // namespace sipenduduk
