#include "app/permohonan/AskDialogs.h"

#include "app/words/Words.h"
#include "common/protocol/WorkMessages.h"
#include "ui_AddressDialog.h"
#include "ui_PasswordDialog.h"
#include "ui_ReasonDialog.h"
#include "ui_TakerDialog.h"

#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

void nameSubmit(QDialogButtonBox *buttons, const QString &text)
{
    buttons->button(QDialogButtonBox::Ok)->setText(text);
}

} // namespace

ReasonDialog::ReasonDialog(Action action, QWidget *parent)
    : ActDialog(parent)
    , m_ui(std::make_unique<Ui::ReasonDialog>())
{
    m_ui->setupUi(this);
    useParts(*m_ui->buttonBox, *m_ui->problemLabel);
    setWindowTitle(words::ofAction(action));
    nameSubmit(m_ui->buttonBox, words::ofAction(action));
    m_ui->explanationLabel->setText(
        action == Action::Reject
            ? tr("The applicant reads this reason in the e-mail. A rejected permohonan is closed for "
                 "good.")
            : tr("The colleague who takes it over reads this reason."));
    connect(m_ui->reasonEdit, &QPlainTextEdit::textChanged, this,
            &ReasonDialog::updateSubmitButton);
    updateSubmitButton();
}

ReasonDialog::~ReasonDialog() = default;

void ReasonDialog::fill(protocol::Act &act) const
{
    act.note = m_ui->reasonEdit->toPlainText().trimmed();
}

bool ReasonDialog::isComplete() const
{
    return !m_ui->reasonEdit->toPlainText().trimmed().isEmpty();
}

TakerDialog::TakerDialog(const QString &applicant, const QString &dokumen, QWidget *parent)
    : ActDialog(parent)
    , m_ui(std::make_unique<Ui::TakerDialog>())
{
    m_ui->setupUi(this);
    useParts(*m_ui->buttonBox, *m_ui->problemLabel);
    nameSubmit(m_ui->buttonBox, tr("Hand over"));
    m_ui->dokumenLabel->setText(tr("%1 for %2").arg(dokumen, applicant));
    m_ui->nameLineEdit->setText(applicant);
    m_ui->relationBox->addItems({tr("Applicant in person"), tr("Husband or wife"), tr("Parent"),
                                 tr("Child"), tr("Other member of the family"),
                                 tr("Proxy with letter F-1.07")});
    connect(m_ui->nameLineEdit, &QLineEdit::textChanged, this, &TakerDialog::updateSubmitButton);
    connect(m_ui->relationBox, &QComboBox::editTextChanged, this, &TakerDialog::updateSubmitButton);
    updateSubmitButton();
    m_ui->nameLineEdit->selectAll();
}

TakerDialog::~TakerDialog() = default;

void TakerDialog::fill(protocol::Act &act) const
{
    act.note = m_ui->nameLineEdit->text().trimmed() + u" ("_s
        + m_ui->relationBox->currentText().trimmed() + u')';
}

bool TakerDialog::isComplete() const
{
    return !m_ui->nameLineEdit->text().trimmed().isEmpty()
        && !m_ui->relationBox->currentText().trimmed().isEmpty();
}

AddressDialog::AddressDialog(const QString &address, QWidget *parent)
    : ActDialog(parent)
    , m_ui(std::make_unique<Ui::AddressDialog>())
    , m_former(address)
{
    m_ui->setupUi(this);
    useParts(*m_ui->buttonBox, *m_ui->problemLabel);
    nameSubmit(m_ui->buttonBox, tr("Send again"));
    m_ui->formerLabel->setText(tr("The mail to %1 came back.").arg(address));
    m_ui->addressLineEdit->setText(address);
    connect(m_ui->addressLineEdit, &QLineEdit::textChanged, this,
            &AddressDialog::updateSubmitButton);
    updateSubmitButton();
    m_ui->addressLineEdit->selectAll();
}

AddressDialog::~AddressDialog() = default;

void AddressDialog::fill(protocol::Act &act) const
{
    act.address = m_ui->addressLineEdit->text().trimmed();
}

bool AddressDialog::isComplete() const
{
    const QString address = m_ui->addressLineEdit->text().trimmed();
    return looksLikeEmail(address) && address != m_former;
}

PasswordDialog::PasswordDialog(QWidget *parent)
    : ActDialog(parent)
    , m_ui(std::make_unique<Ui::PasswordDialog>())
{
    m_ui->setupUi(this);
    useParts(*m_ui->buttonBox, *m_ui->problemLabel);
    nameSubmit(m_ui->buttonBox, tr("Give paraf"));
    connect(m_ui->passwordLineEdit, &QLineEdit::textChanged, this,
            &PasswordDialog::updateSubmitButton);
    updateSubmitButton();
}

PasswordDialog::~PasswordDialog() = default;

void PasswordDialog::fill(protocol::Act &) const {}

QString PasswordDialog::takePassword()
{
    const QString password = m_ui->passwordLineEdit->text();
    m_ui->passwordLineEdit->clear();
    return password;
}

bool PasswordDialog::isComplete() const
{
    return !m_ui->passwordLineEdit->text().isEmpty();
}

bool looksLikeEmail(const QString &text)
{
    static const QRegularExpression pattern(
        u"^[^@\\s<>,;]{1,64}@[^@\\s<>,;]+\\.[^@\\s<>,;.]{2,}$"_s);
    return text.size() <= 254 && pattern.match(text).hasMatch();
}

} // namespace sipenduduk
