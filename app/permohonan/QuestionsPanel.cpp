#include "app/permohonan/QuestionsPanel.h"

#include "common/Layanan.h"
#include "common/SyaratPermohonan.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

QuestionsPanel::QuestionsPanel(QWidget *parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // setLayanan() asks for the width
    setFrameShape(QFrame::NoFrame);
}

void QuestionsPanel::setLayanan(const Layanan &layanan)
{
    m_questions.clear();
    auto *body = new QWidget(this);
    body->setObjectName(u"questionsBody"_s);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(6, 6, 6, 6);
    m_confirmBox = new QCheckBox(tr("The answers agree with the berkas (Alt+0)"), body);
    m_confirmBox->setObjectName(u"answersConfirmedBox"_s);
    m_confirmBox->setShortcut(QKeySequence(u"Alt+0"_s));
    layout->addWidget(m_confirmBox);
    for (const Syarat &syarat : layanan.requirements) {
        if (!syarat.question.isEmpty())
            addQuestion(body, conditionKey(syarat), syarat.question);
    }
    for (const Keluaran &keluaran : layanan.outputs) {
        if (!keluaran.question.isEmpty())
            addQuestion(body, conditionKey(keluaran), keluaran.question);
    }
    layout->addStretch(1);
    connect(m_confirmBox, &QCheckBox::clicked, this, &QuestionsPanel::confirmed);
    setWidget(body);
    setMinimumWidth(body->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
    updateConfirmBox();
}

void QuestionsPanel::addQuestion(QWidget *body, const QString &key, const QString &text)
{
    auto *label = new QLabel(text, body);
    label->setObjectName(u"question_"_s + key);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    auto *line = new QHBoxLayout;
    const Question question{new QRadioButton(tr("Yes"), body), new QRadioButton(tr("No"), body)};
    auto *group = new QButtonGroup(body);
    for (QRadioButton *button : {question.yes, question.no}) {
        const bool isYes = button == question.yes;
        button->setObjectName((isYes ? u"yes_"_s : u"no_"_s) + key);
        button->setAccessibleName(isYes ? tr("Yes: %1").arg(text) : tr("No: %1").arg(text));
        group->addButton(button);
        line->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, key, isYes] {
            updateConfirmBox();
            Q_EMIT answered(key, isYes);
        });
    }
    line->addStretch(1);
    auto *layout = static_cast<QVBoxLayout *>(body->layout());
    layout->addWidget(label);
    layout->addLayout(line);
    m_questions.insert(key, question);
}

void QuestionsPanel::setAnswers(const QMap<QString, bool> &answers, bool isConfirmed)
{
    for (const auto &[key, question] : m_questions.asKeyValueRange()) {
        const auto answer = answers.constFind(key);
        if (answer != answers.cend())
            (*answer ? question.yes : question.no)->setChecked(true);
    }
    m_confirmBox->setChecked(isConfirmed);
    updateConfirmBox();
}

void QuestionsPanel::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    for (const Question &question : std::as_const(m_questions)) {
        question.yes->setEnabled(!isReadOnly);
        question.no->setEnabled(!isReadOnly);
    }
    updateConfirmBox();
}

int QuestionsPanel::openCount() const
{
    return int(std::ranges::count_if(m_questions, [](const Question &question) {
        return !question.yes->isChecked() && !question.no->isChecked();
    }));
}

void QuestionsPanel::updateConfirmBox()
{
    if (m_confirmBox)
        m_confirmBox->setEnabled(!m_isReadOnly && openCount() == 0);
}

} // namespace sipenduduk
