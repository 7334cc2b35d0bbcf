#include "app/permohonan/FieldRow.h"

#include "app/permohonan/FieldEditor.h"
#include "app/permohonan/FieldText.h"
#include "app/permohonan/LevelLook.h"
#include "app/words/Words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int LabelWidth = 150;

QString findingText(const Finding &finding, const Isian &field)
{
    const auto column = std::ranges::find(field.columns, finding.column, &Kolom::code);
    const QString text = words::ofFinding(finding);
    const QString level = words::ofLevel(finding.level);
    if (column != field.columns.end() && finding.row >= 0)
        return FieldRow::tr("%1, row %2, %3: %4")
            .arg(level)
            .arg(finding.row + 1)
            .arg(column->label, text);
    //: A level (Error, Warning, Remark) and what was found.
    return FieldRow::tr("%1: %2").arg(level, text);
}

} // namespace

FieldRow::FieldRow(const Isian &field, const QStringList &places, QFormLayout &layout)
    : m_field(field)
{
    QWidget *body = layout.parentWidget();
    auto *cell = new QWidget(body);
    m_editor = makeFieldEditor(field, places, cell);
    m_editor->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_copyButton = new QToolButton(cell);
    m_copyButton->setObjectName(u"copy_"_s + field.code);
    m_copyButton->setText(u"⧉"_s);
    m_copyButton->setAutoRaise(true);
    m_copyButton->setFocusPolicy(Qt::ClickFocus); // Tab goes from value to value
    m_copyButton->setToolTip(tr("Copy this value"));
    m_copyButton->setAccessibleName(tr("Copy the value of %1").arg(field.label));
    m_findingLabel = new QLabel(cell);
    m_findingLabel->setObjectName(u"finding_"_s + field.code);
    m_findingLabel->setWordWrap(true);
    m_findingLabel->setTextFormat(Qt::PlainText);
    m_findingLabel->hide();

    auto *line = new QHBoxLayout;
    line->setSpacing(2);
    line->addWidget(m_editor, 1);
    line->addWidget(m_copyButton, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addLayout(line);
    column->addWidget(m_findingLabel);

    m_label = new QLabel(body);
    m_label->setObjectName(u"label_"_s + field.code);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setFixedWidth(LabelWidth);
    //: Label of a field that must be filled in.
    m_label->setText(field.isRequired ? tr("%1 *").arg(field.label) : field.label);
    m_label->setToolTip(field.hint);
    m_label->setBuddy(m_editor->focusProxy());
    layout.addRow(m_label, cell);

    connect(m_editor, &FieldEditor::edited, this, &FieldRow::edited);
    connect(m_copyButton, &QToolButton::clicked, this, &FieldRow::copyRequested);
}

QString FieldRow::readableValue() const
{
    return readableText(m_field, m_editor->value());
}

void FieldRow::setFindings(const QList<Finding> &findings)
{
    QStringList lines;
    FindingLevel worst = FindingLevel::Info;
    for (const Finding &finding : findings) {
        lines.append(findingText(finding, m_field));
        worst = std::min(worst, finding.level);
    }
    m_findingLabel->setText(lines.join(u'\n'));
    m_findingLabel->setVisible(!lines.isEmpty());
    setLevelColor(*m_findingLabel, worst);
    // Screen readers hear the finding with the field, not as a text somewhere below it.
    m_editor->focusProxy()->setAccessibleDescription(lines.join(u' '));
}

} // namespace sipenduduk
