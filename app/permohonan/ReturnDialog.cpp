#include "app/permohonan/ReturnDialog.h"

#include "app/permohonan/DefectModel.h"
#include "app/permohonan/PreparedSolutions.h"
#include "app/permohonan/WrappingDelegate.h"
#include "app/words/Words.h"
#include "common/KatalogLayanan.h"
#include "common/protocol/WorkMessages.h"
#include "ui_ReturnDialog.h"

#include <QPushButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr std::array DefectVerdicts{Verdict::NotMatching, Verdict::Incomplete, Verdict::Unreadable,
                                    Verdict::OtherPerson, Verdict::OutOfDate,  Verdict::Missing};

QString returnExplanation(Action action)
{
    if (action == Action::AskRevision)
        return ReturnDialog::tr(
            "The applicant gets an e-mail with this list and renews exactly what "
            "stands in it.");
    return ReturnDialog::tr(
        "The colleague who takes it over sees this list and mends what stands in "
        "it.");
}

} // namespace

ReturnDialog::ReturnDialog(Action action, const Layanan &layanan, const KatalogLayanan &katalog,
                           const Permohonan &permohonan, const QList<Defect> &known,
                           QWidget *parent)
    : ActDialog(parent)
    , m_ui(std::make_unique<Ui::ReturnDialog>())
    , m_model(new DefectModel(this))
    , m_action(action)
{
    m_ui->setupUi(this);
    useParts(*m_ui->buttonBox, *m_ui->problemLabel);
    setWindowTitle(words::ofAction(action));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(words::ofAction(action));
    m_ui->explanationLabel->setText(returnExplanation(action));
    m_ui->defectView->setModel(m_model);
    new WrappingDelegate(*m_ui->defectView);
    m_ui->defectView->setColumnWidth(0, 210);
    m_ui->defectView->setColumnWidth(1, 150);
    fillPlaces(layanan, katalog, permohonan);
    for (const Verdict verdict : DefectVerdicts)
        m_ui->verdictBox->addItem(words::ofVerdict(verdict), int(verdict));
    connect(m_ui->defectView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReturnDialog::showCurrent);
    connect(m_ui->addButton, &QPushButton::clicked, this, &ReturnDialog::addDefect);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &ReturnDialog::removeDefect);
    connect(m_ui->placeBox, &QComboBox::activated, this, &ReturnDialog::choosePlace);
    connect(m_ui->verdictBox, &QComboBox::activated, this, &ReturnDialog::choosePlace);
    connect(m_ui->solutionEdit, &QPlainTextEdit::textChanged, this, &ReturnDialog::takeCurrent);
    for (const Defect &defect : known)
        m_model->append(defect);
    if (known.isEmpty())
        addDefect();
    else
        m_ui->defectView->setCurrentIndex(m_model->index(0, 0));
    updateSubmitButton();
}

ReturnDialog::~ReturnDialog() = default;

void ReturnDialog::fillPlaces(const Layanan &layanan, const KatalogLayanan &katalog,
                              const Permohonan &permohonan)
{
    const auto add = [this](DefectTarget target, const QString &code, const QString &name) {
        m_places.append({target, code, name});
        m_model->setPlaceName(target, code, name);
        m_ui->placeBox->addItem(name);
    };
    // The applicant sees no drafts; between officers the drafts are what is looked at.
    if (m_action != Action::AskRevision) {
        for (const Dokumen &dokumen : permohonan.dokumenList) {
            const JenisDokumen *kind = katalog.dokumen(dokumen.output);
            add(DefectTarget::Draft, dokumen.output,
                tr("Draft: %1").arg(kind ? kind->name : dokumen.output));
        }
    }
    for (const Isian &field : layanan.fields)
        add(DefectTarget::Field, field.code, tr("Data: %1").arg(field.label));
    for (const Syarat &syarat : layanan.requirements) {
        if (syarat.isUploaded)
            add(DefectTarget::Requirement, syarat.code, tr("Berkas: %1").arg(syarat.name));
    }
    add(DefectTarget::Other, {}, tr("Something else"));
}

int ReturnDialog::currentRow() const
{
    const QModelIndex index = m_ui->defectView->currentIndex();
    return index.isValid() ? index.row() : -1;
}

void ReturnDialog::addDefect()
{
    const DefectPlace &place = m_places.first();
    m_model->append({place.target, place.code, Verdict::NotMatching, {}});
    m_ui->defectView->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    showCurrent();
    m_ui->placeBox->setFocus();
    updateSubmitButton();
}

void ReturnDialog::removeDefect()
{
    if (currentRow() >= 0)
        m_model->remove(currentRow());
    showCurrent();
    updateSubmitButton();
}

void ReturnDialog::showCurrent()
{
    const int row = currentRow();
    const bool hasRow = row >= 0;
    const Defect defect = hasRow ? m_model->defects().at(row) : Defect();
    m_isShowing = true;
    m_prepared.clear();
    const auto place = std::ranges::find_if(m_places, [&](const DefectPlace &p) {
        return p.target == defect.target && p.code == defect.code;
    });
    m_ui->placeBox->setCurrentIndex(place == m_places.end() ? m_ui->placeBox->count() - 1
                                                            : int(place - m_places.begin()));
    m_ui->verdictBox->setCurrentIndex(m_ui->verdictBox->findData(int(defect.verdict)));
    m_ui->solutionEdit->setPlainText(defect.solution);
    m_isShowing = false;
    m_ui->placeBox->setEnabled(hasRow);
    m_ui->verdictBox->setEnabled(hasRow);
    m_ui->solutionEdit->setEnabled(hasRow);
    m_ui->removeButton->setEnabled(hasRow);
}

Defect ReturnDialog::editedDefect() const
{
    const DefectPlace &place = m_places.at(std::max(0, m_ui->placeBox->currentIndex()));
    return {place.target, place.code, Verdict(m_ui->verdictBox->currentData().toInt()),
            m_ui->solutionEdit->toPlainText().trimmed()};
}

void ReturnDialog::choosePlace()
{
    const Defect defect = editedDefect();
    const DefectPlace &place = m_places.at(std::max(0, m_ui->placeBox->currentIndex()));
    const QString name = place.name.section(u": "_s, 1);
    const bool isForApplicant =
        m_action == Action::AskRevision && defect.target == DefectTarget::Requirement;
    const bool isUntouched = defect.solution.isEmpty() || defect.solution == m_prepared;
    if (isForApplicant && isUntouched) {
        m_prepared = preparedSolution(defect.verdict, name);
        m_ui->solutionEdit->setPlainText(m_prepared);
    }
    takeCurrent();
}

void ReturnDialog::takeCurrent()
{
    if (m_isShowing || currentRow() < 0)
        return;
    m_model->replace(currentRow(), editedDefect());
    updateSubmitButton();
}

QList<Defect> ReturnDialog::defects() const
{
    return m_model->defects();
}

void ReturnDialog::fill(protocol::Act &act) const
{
    act.defects = defects();
}

bool ReturnDialog::isComplete() const
{
    const QList<Defect> &all = m_model->defects();
    return !all.isEmpty() && std::ranges::all_of(all, [](const Defect &defect) {
        return !defect.solution.trimmed().isEmpty();
    });
}

} // namespace sipenduduk
