#include "app/permohonan/PermohonanPage.h"

#include "app/net/BlobTransfer.h"
#include "app/net/Session.h"
#include "app/permohonan/PermohonanPagePrivate.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace sipenduduk {

PermohonanPage::PermohonanPage(Session &session, const KatalogLayanan &katalog, QWidget *parent)
    : QWidget(parent)
    , m_d(std::make_unique<Private>(*this, session, katalog))
{
}

PermohonanPage::~PermohonanPage() = default;

bool PermohonanPage::hasUnsavedWork() const
{
    return m_d->hasUnsaved();
}

void PermohonanPage::openPermohonan(PermohonanId id, Role duty)
{
    m_d->open(id, duty);
}

void PermohonanPage::abandonPermohonan()
{
    m_d->close();
}

void PermohonanPage::closePermohonan()
{
    if (!m_d->hasUnsaved()) {
        m_d->close();
        Q_EMIT closed();
        return;
    }
    auto *question =
        new QMessageBox(QMessageBox::Question, tr("Unsaved work"),
                        tr("Something that you typed or judged is not saved yet."),
                        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    question->setObjectName(u"unsavedDialog"_s);
    question->button(QMessageBox::Save)->setText(tr("Save and go back"));
    question->button(QMessageBox::Save)->setObjectName(u"saveButton"_s);
    question->button(QMessageBox::Discard)->setText(tr("Go back without saving"));
    question->button(QMessageBox::Discard)->setObjectName(u"discardButton"_s);
    question->button(QMessageBox::Cancel)->setText(tr("Stay"));
    question->button(QMessageBox::Cancel)->setObjectName(u"stayButton"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::finished, this, [this](int answer) {
        if (answer == QMessageBox::Save)
            m_d->saveAndClose();
        if (answer == QMessageBox::Discard) {
            m_d->close();
            Q_EMIT closed();
        }
    });
    question->open();
}

} // namespace sipenduduk
