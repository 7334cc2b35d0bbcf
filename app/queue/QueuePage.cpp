#include "app/queue/QueuePage.h"

#include "app/net/Session.h"
#include "app/queue/RowSource.h"
#include "app/widgets/Icons.h"
#include "app/words/Words.h"
#include "ui_QueuePage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSettings>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace sipenduduk {

QueuePage::QueuePage(Session &session, RowSource &source, QSettings &settings,
                     const QueuePageTexts &texts, QWidget *parent)
    : ListPage(parent)
    , m_ui(std::make_unique<Ui::QueuePage>())
    , m_session(session)
    , m_source(source)
    , m_texts(texts)
{
    m_ui->setupUi(this);
    setObjectName(u"queuePage_"_s + texts.key);
    m_ui->titleLabel->setText(texts.title);
    m_ui->emptyTitleLabel->setText(texts.emptyTitle);
    m_ui->emptyHintLabel->setText(texts.emptyHint);
    m_ui->openButton->setIcon(icon(u"open"_s));
    m_ui->copyButton->setIcon(icon(u"copy"_s));
    m_ui->refreshButton->setIcon(icon(u"refresh"_s));
    m_ui->table->setQueue(source.model());
    if (texts.isNewestFirst)
        m_ui->table->sortByColumn(int(QueueColumn::Submitted), Qt::DescendingOrder);
    m_ui->table->rememberColumns(settings, u"queue/"_s + texts.key);
    m_ui->messageStrip->setButton(tr("Try again"));

    connect(m_ui->table, &QueueTable::opened, this, &QueuePage::open);
    connect(m_ui->table, &QueueTable::selectionMoved, this, &QueuePage::updateButtons);
    connect(m_ui->openButton, &QPushButton::clicked, this,
            [this] { open(m_ui->table->selectedId()); });
    connect(m_ui->copyButton, &QPushButton::clicked, this, &QueuePage::copyNumber);
    connect(m_ui->refreshButton, &QPushButton::clicked, this, &QueuePage::reload);
    connect(m_ui->messageStrip, &MessageStrip::buttonClicked, this, &QueuePage::reload);
    connect(&source, &RowSource::changed, this, &QueuePage::updateState);
    connect(&session, &Session::stateChanged, this, &QueuePage::updateButtons);
    connect(&m_minute, &QTimer::timeout, this,
            [this] { m_source.model().setNow(QDateTime::currentDateTimeUtc()); });
    m_minute.start(std::chrono::minutes(1));
    updateState();
}

QueuePage::~QueuePage() = default;

void QueuePage::reload()
{
    m_source.model().setNow(QDateTime::currentDateTimeUtc());
    m_source.reload();
}

void QueuePage::focusTable()
{
    m_ui->table->setFocus();
    if (m_ui->table->selectedId() == PermohonanId{} && m_source.model().rowCount() > 0)
        m_ui->table->selectId(m_ui->table->idAtViewRow(0));
}

void QueuePage::open(PermohonanId id)
{
    if (id == PermohonanId{})
        return;
    m_opened = id;
    m_openedRow = m_ui->table->viewRowOf(id);
    Q_EMIT openRequested(id);
}

PermohonanId QueuePage::selectNext()
{
    const int row = m_ui->table->viewRowOf(m_opened);
    // Gone: the next one has moved up into its place.
    const int next = row < 0 ? m_openedRow : row + 1;
    const int last = m_source.model().rowCount() - 1;
    if (m_openedRow < 0 || last < 0 || (row >= 0 && next > last))
        return {};
    m_opened = m_ui->table->idAtViewRow(std::min(next, last));
    m_openedRow = std::min(next, last);
    m_ui->table->selectId(m_opened);
    return m_opened;
}

void QueuePage::copyNumber()
{
    if (const PermohonanRow *row = m_source.model().find(m_ui->table->selectedId())) {
        QGuiApplication::clipboard()->setText(row->number);
        m_ui->countLabel->setText(tr("Number %1 copied").arg(row->number));
    }
}

bool QueuePage::isEmptyShown() const
{
    return m_source.state() == RowSource::State::Ready && m_source.model().rowCount() == 0;
}

QString QueuePage::countText() const
{
    const int count = m_source.model().rowCount();
    if (m_source.state() == RowSource::State::Loading && count == 0)
        return tr("Loading…");
    if (m_source.state() == RowSource::State::Idle || count == 0)
        return {};
    return m_source.hasMore() ? tr("First %n permohonan shown", nullptr, count)
                              : tr("%n permohonan", nullptr, count);
}

void QueuePage::updateState()
{
    m_ui->countLabel->setText(countText());
    m_ui->pages->setCurrentWidget(isEmptyShown() ? m_ui->emptyPage : m_ui->tablePage);
    if (m_source.state() == RowSource::State::Failed)
        m_ui->messageStrip->showMessage(MessageStrip::Level::Error,
                                        words::ofError(m_source.error()));
    else
        m_ui->messageStrip->clear();
    if (m_source.state() == RowSource::State::Ready && m_ui->table->hasFocus())
        focusTable(); // the first row came while the officer waited for it
    updateButtons();
}

void QueuePage::updateButtons()
{
    const bool hasRow = m_ui->table->selectedId() != PermohonanId{};
    m_ui->openButton->setEnabled(hasRow && m_session.isOnline());
    m_ui->copyButton->setEnabled(hasRow);
    m_ui->refreshButton->setEnabled(m_session.isOnline()
                                    && m_source.state() != RowSource::State::Loading);
}

} // namespace sipenduduk
