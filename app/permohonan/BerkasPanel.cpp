#include "app/permohonan/BerkasPanel.h"

#include "app/permohonan/BerkasModel.h"
#include "app/permohonan/PreparedSolutions.h"
#include "app/permohonan/QuestionsPanel.h"
#include "app/permohonan/WrappingDelegate.h"
#include "app/words/Words.h"
#include "ui_BerkasPanel.h"

#include <QHeaderView>
#include <QPushButton>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

/// In the order of the keys Alt+1 … Alt+6.
constexpr std::array GivenVerdicts{Verdict::Ok,        Verdict::Unreadable, Verdict::OtherPerson,
                                   Verdict::OutOfDate, Verdict::Incomplete, Verdict::NotMatching};

} // namespace

BerkasPanel::BerkasPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::BerkasPanel>())
    , m_model(new BerkasModel(this))
    , m_questions(new QuestionsPanel(this))
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->requirementView);
    m_questions->setObjectName(u"questionsPanel"_s);
    m_questions->setAccessibleName(tr("Questions"));
    m_ui->tabs->addTab(m_questions, tr("Questions"));
    m_ui->requirementView->setModel(m_model);
    m_ui->requirementView->header()->setStretchLastSection(false);
    m_ui->requirementView->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->requirementView->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    new WrappingDelegate(*m_ui->requirementView);
    addVerdictButtons();
    connect(m_ui->requirementView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &BerkasPanel::showCurrent);
    connect(m_ui->solutionEdit, &QPlainTextEdit::textChanged, this, &BerkasPanel::takeSolution);
    connect(m_questions, &QuestionsPanel::answered, this, [this](const QString &key, bool isYes) {
        m_review.answer(key, isYes);
        showRows();
        Q_EMIT judged();
    });
    connect(m_questions, &QuestionsPanel::confirmed, this, [this](bool isConfirmed) {
        m_review.confirmAnswers(isConfirmed);
        showRows();
        Q_EMIT judged();
    });
}

BerkasPanel::~BerkasPanel() = default;

void BerkasPanel::addVerdictButtons()
{
    int place = 0;
    for (const Verdict verdict : GivenVerdicts) {
        auto *button = new QPushButton(this);
        const QString key = u"Alt+%1"_s.arg(place + 1);
        button->setObjectName(u"verdict%1Button"_s.arg(int(verdict)));
        button->setText(u"%1 %2"_s.arg(place + 1).arg(words::ofVerdict(verdict)));
        button->setShortcut(QKeySequence(key));
        button->setToolTip(tr("%1 (%2)").arg(words::ofVerdict(verdict), key));
        button->setAccessibleName(words::ofVerdict(verdict));
        button->setCheckable(true);
        button->setAutoDefault(false);
        m_ui->verdictGrid->addWidget(button, place / 2, place % 2);
        connect(button, &QPushButton::clicked, this, [this, verdict] { judgeCurrent(verdict); });
        m_buttons.insert(verdict, button);
        ++place;
    }
}

void BerkasPanel::showPermohonan(const Layanan &layanan, const Permohonan &permohonan)
{
    m_review = BerkasReview(layanan, permohonan);
    m_questions->setLayanan(layanan);
    m_questions->setReadOnly(m_isReadOnly);
    m_shown.reset();
    m_model->setRows({});
    showRows();
    const int pending = m_model->nextPending(-1);
    m_ui->requirementView->setCurrentIndex(m_model->index(std::max(0, pending), 0));
    showCurrent();
}

void BerkasPanel::refresh(const Permohonan &permohonan)
{
    m_review.refresh(permohonan);
    showRows();
    showCurrent();
}

void BerkasPanel::markSent(const protocol::JudgeBerkas &sent)
{
    m_review.markSent(sent);
    showRows();
}

void BerkasPanel::setReadOnly(bool isReadOnly)
{
    if (m_isReadOnly == isReadOnly)
        return;
    m_isReadOnly = isReadOnly;
    m_questions->setReadOnly(isReadOnly);
    showCurrent();
}

const ReviewRow *BerkasPanel::current() const
{
    return m_model->rowAt(m_ui->requirementView->currentIndex().row());
}

void BerkasPanel::showRows()
{
    const int current = m_ui->requirementView->currentIndex().row();
    m_model->setRows(m_review.rows());
    if (!m_ui->requirementView->currentIndex().isValid() && current >= 0)
        m_ui->requirementView->setCurrentIndex(m_model->index(current, 0));
    m_questions->setAnswers(m_review.answers(), m_review.isAnswersConfirmed());
    const int open = m_questions->openCount();
    m_ui->tabs->setTabText(1,
                           open == 0 && m_review.isAnswersConfirmed()
                               ? tr("Questions ✓")
                               : tr("Questions (%n open)", nullptr, open));
    Q_EMIT reviewChanged();
}

void BerkasPanel::showCurrent()
{
    const ReviewRow *row = current();
    const bool isJudgeable = row && row->hasUpload() && !m_isReadOnly;
    m_isShowing = true;
    for (const auto &[verdict, button] : m_buttons.asKeyValueRange()) {
        button->setEnabled(isJudgeable);
        button->setChecked(row && row->verdict == verdict);
    }
    const QString solution = row ? row->solution : QString();
    if (m_ui->solutionEdit->toPlainText() != solution)
        m_ui->solutionEdit->setPlainText(solution);
    m_isShowing = false;
    const bool isRefused =
        row && row->verdict != Verdict::Ok && row->verdict != Verdict::Pending && row->hasUpload();
    m_ui->solutionEdit->setReadOnly(!isJudgeable);
    m_ui->solutionEdit->setEnabled(isRefused);
    const Berkas berkas = row ? row->berkas : Berkas();
    if (std::exchange(m_shown, berkas.id) != berkas.id)
        Q_EMIT berkasChosen(berkas);
}

void BerkasPanel::judgeCurrent(Verdict verdict)
{
    const ReviewRow *row = current();
    if (!row || !row->hasUpload() || m_isReadOnly)
        return;
    const bool isSame = row->verdict == verdict;
    const QString text = isSame ? row->solution : preparedSolution(verdict, row->name);
    m_review.judge(row->berkas.id, verdict, text);
    showRows();
    const int next = m_model->nextPending(m_ui->requirementView->currentIndex().row());
    if (verdict == Verdict::Ok && next >= 0)
        m_ui->requirementView->setCurrentIndex(m_model->index(next, 0));
    showCurrent();
    Q_EMIT judged();
}

void BerkasPanel::takeSolution()
{
    const ReviewRow *row = current();
    if (m_isShowing || m_isReadOnly || !row || !row->hasUpload())
        return;
    m_review.judge(row->berkas.id, row->verdict, m_ui->solutionEdit->toPlainText());
    showRows();
}

} // namespace sipenduduk
