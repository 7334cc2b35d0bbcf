#include "app/permohonan/DataPanel.h"

#include "app/permohonan/LevelLook.h"
#include "common/KatalogLayanan.h"
#include "common/OfficeCalendar.h"
#include "ui_DataPanel.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace sipenduduk {

namespace {

protocol::SaveData storedState(const Permohonan &permohonan)
{
    protocol::SaveData state;
    state.data = permohonan.data;
    state.siakNumber = permohonan.siakNumber;
    state.warningReason = permohonan.warningReason;
    return state;
}

/// `mine` where it differs from `base`, else `theirs`.
template <typename T>
const T &merged(const T &base, const T &mine, const T &theirs)
{
    return mine == base ? theirs : mine;
}

protocol::SaveData mergedState(const protocol::SaveData &base, const protocol::SaveData &mine,
                               const protocol::SaveData &theirs)
{
    protocol::SaveData state = theirs;
    QStringList codes = base.data.keys() + mine.data.keys() + theirs.data.keys();
    codes.removeDuplicates();
    for (const QString &code : std::as_const(codes)) {
        state.data.insert(
            code, merged(base.data.value(code), mine.data.value(code), theirs.data.value(code)));
    }
    state.data.removeIf([](const auto &entry) { return entry.value().isEmpty(); });
    state.siakNumber = merged(base.siakNumber, mine.siakNumber, theirs.siakNumber);
    state.warningReason = merged(base.warningReason, mine.warningReason, theirs.warningReason);
    return state;
}

qsizetype countOf(const QList<Finding> &findings, FindingLevel level)
{
    return std::ranges::count(findings, level, &Finding::level);
}

} // namespace

DataPanel::DataPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DataPanel>())
{
    m_ui->setupUi(this);
    const auto changed = [this] {
        checkData();
        Q_EMIT edited();
    };
    connect(m_ui->form, &IsianForm::edited, this, changed);
    connect(m_ui->siakLineEdit, &QLineEdit::textEdited, this, changed);
    connect(m_ui->reasonLineEdit, &QLineEdit::textEdited, this, changed);
    connect(m_ui->copyAllButton, &QPushButton::clicked, this, &DataPanel::copyAll);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &DataPanel::saveRequested);
    connect(m_ui->showFindingButton, &QPushButton::clicked, this, &DataPanel::focusFirstFinding);
}

DataPanel::~DataPanel() = default;

void DataPanel::showPermohonan(const Layanan &layanan, const KatalogLayanan &katalog,
                               const Permohonan &permohonan)
{
    m_layanan = &layanan;
    m_ui->form->setFields(layanan.fields, katalog);
    m_stored = storedState(permohonan);
    fill(m_stored);
    applyReadOnly();
}

void DataPanel::refresh(const Permohonan &permohonan)
{
    const protocol::SaveData fresh = storedState(permohonan);
    const protocol::SaveData state = mergedState(m_stored, message(), fresh);
    m_stored = fresh;
    fill(state);
}

void DataPanel::fill(const protocol::SaveData &state)
{
    m_ui->form->setValues(state.data);
    m_ui->siakLineEdit->setText(state.siakNumber);
    m_ui->reasonLineEdit->setText(state.warningReason);
    checkData();
}

void DataPanel::setReadOnly(bool isReadOnly)
{
    if (m_isReadOnly == isReadOnly)
        return; // an editor that is open in a table would be closed
    m_isReadOnly = isReadOnly;
    applyReadOnly();
}

void DataPanel::applyReadOnly()
{
    m_ui->form->setReadOnly(m_isReadOnly);
    m_ui->siakLineEdit->setReadOnly(m_isReadOnly);
    m_ui->reasonLineEdit->setReadOnly(m_isReadOnly);
    m_ui->saveButton->setVisible(!m_isReadOnly);
    checkData();
}

protocol::SaveData DataPanel::message() const
{
    protocol::SaveData state;
    state.data =
        m_layanan ? normalizedIsian(m_layanan->fields, m_ui->form->values()) : IsianPermohonan{};
    state.siakNumber = m_ui->siakLineEdit->text().trimmed();
    state.warningReason = m_ui->reasonLineEdit->text().trimmed();
    return state;
}

bool DataPanel::hasUnsaved() const
{
    return !m_isReadOnly && m_layanan && message() != m_stored;
}

bool DataPanel::isValid() const
{
    const bool needsReason = countOf(m_findings, FindingLevel::Warning) > 0;
    return !hasError(m_findings)
        && (!needsReason || !m_ui->reasonLineEdit->text().trimmed().isEmpty());
}

void DataPanel::markSaved(const protocol::SaveData &saved)
{
    m_stored = protocol::SaveData{};
    m_stored.data = saved.data;
    m_stored.siakNumber = saved.siakNumber;
    m_stored.warningReason = saved.warningReason;
    checkData();
}

void DataPanel::checkData()
{
    if (!m_layanan)
        return;
    m_findings =
        checkIsian(*m_layanan, message().data, officeDate(QDateTime::currentDateTimeUtc()));
    m_ui->form->setFindings(m_findings);
    const auto errors = countOf(m_findings, FindingLevel::Error);
    const auto warnings = countOf(m_findings, FindingLevel::Warning);
    m_ui->reasonLabel->setVisible(warnings > 0);
    m_ui->reasonLineEdit->setVisible(warnings > 0);
    m_ui->showFindingButton->setVisible(!m_findings.isEmpty());
    m_ui->summaryLabel->setText(summary(int(errors), int(warnings)));
    setLevelColor(*m_ui->summaryLabel,
                  errors > 0       ? FindingLevel::Error
                      : !isValid() ? FindingLevel::Warning
                                   : FindingLevel::Info);
    m_ui->saveButton->setEnabled(hasUnsaved());
}

QString DataPanel::summary(int errors, int warnings) const
{
    if (errors > 0)
        return tr("%n error(s) to mend", nullptr, errors);
    if (warnings == 0)
        return tr("No errors in the data");
    return isValid() ? tr("%n warning(s), accepted with a reason", nullptr, warnings)
                     : tr("%n warning(s): a reason is needed", nullptr, warnings);
}

void DataPanel::focusFirstFinding()
{
    QList<Finding> ordered = m_findings;
    std::ranges::stable_sort(ordered, {}, &Finding::level);
    for (const Finding &finding : std::as_const(ordered)) {
        if (m_ui->form->showField(finding.field))
            return;
    }
}

void DataPanel::copyAll()
{
    QGuiApplication::clipboard()->setText(m_ui->form->copyText());
}

} // namespace sipenduduk
