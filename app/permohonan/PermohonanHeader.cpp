#include "app/permohonan/PermohonanHeader.h"

#include "app/permohonan/LevelLook.h"
#include "app/widgets/PlainToolTip.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"
#include "common/Permohonan.h"
#include "common/Sla.h"
#include "ui_PermohonanHeader.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int ClockInterval = 1000; // ms

/// Whether the word for the state says already who holds the permohonan.
bool namesHolder(Status status)
{
    return status == Status::DiKasi || status == Status::DiKabid || status == Status::DiKadin
        || status == Status::DikembalikanKeKasi || status == Status::DikembalikanKeKabid
        || status == Status::DikembalikanKePemohon;
}

} // namespace

PermohonanHeader::PermohonanHeader(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PermohonanHeader>())
{
    m_ui->setupUi(this);
    QFont font = m_ui->numberLabel->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.25);
    m_ui->numberLabel->setFont(font);
    connect(m_ui->backButton, &QPushButton::clicked, this, &PermohonanHeader::backRequested);
    connect(m_ui->reloadButton, &QPushButton::clicked, this, &PermohonanHeader::reloadRequested);
    m_clockTimer.setInterval(ClockInterval);
    connect(&m_clockTimer, &QTimer::timeout, this, &PermohonanHeader::updateClock);
    clear();
}

PermohonanHeader::~PermohonanHeader() = default;

void PermohonanHeader::clear()
{
    m_row.reset();
    m_clockTimer.stop();
    for (QLabel *label : {m_ui->numberLabel, m_ui->serviceLabel, m_ui->applicantLabel,
                          m_ui->statusLabel, m_ui->clockLabel})
        label->clear();
}

void PermohonanHeader::showPermohonan(const Permohonan &permohonan, const KatalogLayanan &katalog)
{
    const PermohonanRow &row = permohonan.row;
    m_row = std::make_unique<PermohonanRow>(row);
    const Layanan *layanan = katalog.layanan(row.layanan);
    m_ui->numberLabel->setText(row.number);
    m_ui->serviceLabel->setText(layanan ? layanan->name : row.layanan);
    m_ui->applicantLabel->setText(
        tr("%1 · submitted on %2").arg(row.applicant, words::dateTime(row.submittedAt)));
    m_ui->applicantLabel->setToolTip(plainToolTip(permohonan.email + u'\n' + permohonan.phone));
    QString status = words::ofStatus(row.status);
    if (!namesHolder(row.status) && row.holder != Role::None)
        //: State of the permohonan, and the duty that holds it.
        status = tr("%1 · with: %2").arg(status, words::ofRole(row.holder));
    if (!row.heldBy.isEmpty())
        //: State of the permohonan, and the officer who has it on his screen.
        status = tr("%1 · open at: %2").arg(status, row.heldBy);
    m_ui->statusLabel->setText(status);
    m_clockTimer.start();
    updateClock();
}

void PermohonanHeader::updateClock()
{
    if (!m_row)
        return;
    const auto step = sopStepOf(m_row->status);
    if (!step || !Alur::isWithOffice(m_row->status)) {
        setLevelColor(*m_ui->clockLabel, FindingLevel::Info);
        return m_ui->clockLabel->clear();
    }
    // The office's own hours and holidays are not known here: the usual ones are taken.
    const auto used =
        serviceTime(m_row->stepSince, QDateTime::currentDateTimeUtc(), defaultOfficeCalendar());
    const std::chrono::milliseconds limit = SlaLimits().of(*step);
    const bool isLate = used > limit;
    const QString usedText = words::duration(used.count());
    const QString limitText = words::duration(limit.count());
    m_ui->clockLabel->setText(
        isLate ? tr("This step: %1, the SOP allows %2: late").arg(usedText, limitText)
               : tr("This step: %1, the SOP allows %2").arg(usedText, limitText));
    setLevelColor(*m_ui->clockLabel, isLate ? FindingLevel::Warning : FindingLevel::Info);
}

} // namespace sipenduduk
