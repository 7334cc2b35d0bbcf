#include "app/permohonan/ActDialog.h"

#include "app/permohonan/LevelLook.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sipenduduk {

void ActDialog::useParts(QDialogButtonBox &buttons, QLabel &problemLabel)
{
    m_buttons = &buttons;
    m_problemLabel = &problemLabel;
    m_problemLabel->hide();
    setLevelColor(*m_problemLabel, FindingLevel::Error);
    QPushButton *submit = m_buttons->button(QDialogButtonBox::Ok);
    submit->setObjectName(u"submitButton"_s);
    QPushButton *cancel = m_buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"cancelButton"_s);
    cancel->setText(tr("Cancel"));
    disconnect(m_buttons, &QDialogButtonBox::accepted, this, nullptr);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (isComplete() && !m_isBusy)
            Q_EMIT submitted();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ActDialog::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    if (isBusy)
        m_problemLabel->hide();
    updateSubmitButton();
}

void ActDialog::showProblem(const QString &text)
{
    m_problemLabel->setText(text);
    m_problemLabel->setVisible(!text.isEmpty());
}

void ActDialog::updateSubmitButton()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isComplete() && !m_isBusy);
}

} // namespace sipenduduk
