#include "app/signing/KeyChooser.h"

#include "app/permohonan/LevelLook.h"
#include "app/signing/TokenModules.h"
#include "app/signing/TokenWatch.h"
#include "app/words/Words.h"
#include "ui_KeyChooser.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QSignalBlocker>

#include <utility>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr QLatin1StringView KindSetting("signing/keyKind");
constexpr QLatin1StringView FileSetting("signing/keyFile");
constexpr QLatin1StringView ModuleSetting("signing/tokenModule");
constexpr QLatin1StringView LabelSetting("signing/tokenLabel");
constexpr QLatin1StringView SerialSetting("signing/tokenSerial");
constexpr QLatin1StringView IdSetting("signing/tokenId");
constexpr QLatin1StringView TokenKind("token");

constexpr int TokenIndexRole = Qt::UserRole;
constexpr int IdRole = Qt::UserRole + 1;

QString identityText(const Token &token, const TokenIdentity &identity)
{
    //: %1 is a person, %2 the name of a token, %3 a date
    return KeyChooser::tr("%1 – %2, valid until %3")
        .arg(identity.certificate.subjectName, token.label,
             words::date(identity.certificate.notAfter.toLocalTime().date()));
}

QString absenceText(const Result<QList<Token>> &tokens)
{
    if (!tokens && tokens.error().code == ErrorCode::Unsupported)
        return KeyChooser::tr("This file is no driver of a token (PKCS#11), or it does not start. "
                              "Choose the one that was installed with the token.");
    if (!tokens && tokens.error().detail == "module"_L1)
        return KeyChooser::tr("The driver of the token is not on this computer. Install the "
                              "token's software, or choose another driver.");
    if (!tokens || tokens->isEmpty())
        return KeyChooser::tr("No token is seen. Plug it in, or put the card into the reader.");
    return KeyChooser::tr("There is no certificate for signatures on this token.");
}

} // namespace

KeyChooser::KeyChooser(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::KeyChooser>())
    , m_watch(new TokenWatch(this))
{
    m_ui->setupUi(this);
    connect(m_ui->fileButton, &QRadioButton::toggled, this, &KeyChooser::updatePanels);
    connect(m_ui->fileLineEdit, &QLineEdit::textChanged, this, &KeyChooser::changed);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &KeyChooser::chooseFile);
    connect(m_ui->moduleButton, &QPushButton::clicked, this, &KeyChooser::chooseModule);
    connect(m_ui->moduleBox, &QComboBox::currentIndexChanged, this, &KeyChooser::watchTokens);
    connect(m_ui->identityBox, &QComboBox::activated, this, [this] {
        if (const auto source = this->source(); source)
            m_wanted = std::get<TokenKey>(*source);
    });
    connect(m_ui->identityBox, &QComboBox::currentIndexChanged, this, &KeyChooser::showTokenState);
    connect(m_watch, &TokenWatch::looked, this, &KeyChooser::showTokens);
    restore();
    updatePanels();
}

KeyChooser::~KeyChooser() = default;

std::optional<KeySource> KeyChooser::source() const
{
    if (m_ui->fileButton->isChecked()) {
        const QString path = m_ui->fileLineEdit->text().trimmed();
        return path.isEmpty() ? std::nullopt : std::optional<KeySource>(KeyFile{path});
    }
    const Token *token = chosenToken();
    if (!token || token->pinTries == PinTries::Locked)
        return std::nullopt;
    return TokenKey{m_ui->moduleBox->currentData().toString(), token->label, token->serial,
                    m_ui->identityBox->currentData(IdRole).toByteArray()};
}

bool KeyChooser::isPinTypedHere() const
{
    const Token *token = m_ui->tokenButton->isChecked() ? chosenToken() : nullptr;
    return !token || !token->hasPinPad;
}

const Token *KeyChooser::chosenToken() const
{
    const QVariant index = m_ui->identityBox->currentData(TokenIndexRole);
    return index.isValid() ? &m_tokens.at(index.toInt()) : nullptr;
}

void KeyChooser::restore()
{
    const QSettings settings;
    m_ui->fileLineEdit->setText(settings.value(FileSetting).toString());
    m_ui->tokenButton->setChecked(settings.value(KindSetting).toString() == TokenKind);
    const TokenKey known{
        settings.value(ModuleSetting).toString(), settings.value(LabelSetting).toString(),
        settings.value(SerialSetting).toString(), settings.value(IdSetting).toByteArray()};
    const QSignalBlocker quiet(m_ui->moduleBox);
    for (const TokenModule &module : installedTokenModules()) {
        m_ui->moduleBox->addItem(module.name, module.path);
        m_ui->moduleBox->setItemData(m_ui->moduleBox->count() - 1, module.path, Qt::ToolTipRole);
    }
    if (known.module.isEmpty())
        return;
    m_wanted = known;
    selectModule(known.module);
}

void KeyChooser::remember() const
{
    const auto source = this->source();
    if (!source)
        return;
    QSettings settings;
    if (const auto *file = std::get_if<KeyFile>(&*source)) {
        settings.setValue(FileSetting, file->path);
        settings.remove(KindSetting);
        return;
    }
    const auto &token = std::get<TokenKey>(*source);
    settings.setValue(KindSetting, TokenKind);
    settings.setValue(ModuleSetting, token.module);
    settings.setValue(LabelSetting, token.label);
    settings.setValue(SerialSetting, token.serial);
    settings.setValue(IdSetting, token.id);
}

void KeyChooser::setInUse(bool isInUse)
{
    if (isEnabled() != isInUse)
        return;
    setEnabled(!isInUse);
    watchTokens();
}

void KeyChooser::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Key file"), m_ui->fileLineEdit->text());
    dialog->setObjectName(u"keyFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Key files (*.p12 *.pfx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_ui->fileLineEdit->setText(path);
        Q_EMIT chosen();
    });
    dialog->open();
}

void KeyChooser::chooseModule()
{
    auto *dialog = new QFileDialog(this, tr("Driver of the token (PKCS#11)"), u"/usr/lib"_s);
    dialog->setObjectName(u"moduleFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Drivers (*.so)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &KeyChooser::selectModule);
    dialog->open();
}

void KeyChooser::selectModule(const QString &path)
{
    int index = m_ui->moduleBox->findData(path);
    if (index < 0) {
        m_ui->moduleBox->addItem(QFileInfo(path).fileName(), path);
        index = m_ui->moduleBox->count() - 1;
        m_ui->moduleBox->setItemData(index, path, Qt::ToolTipRole);
    }
    m_ui->moduleBox->setCurrentIndex(index);
}

void KeyChooser::watchTokens()
{
    const QString module = m_ui->moduleBox->currentData().toString();
    if (!isEnabled() || !m_ui->tokenButton->isChecked()) {
        m_watch->stop();
        return;
    }
    if (module.isEmpty()) {
        m_watch->stop();
        return showTokens(fail(ErrorCode::NotFound, u"module"_s));
    }
    if (std::exchange(m_watched, module) != module) {
        m_ui->identityBox->clear(); // they were seen through another driver
        m_tokens.clear();
        setLevelColor(*m_ui->tokenLabel, FindingLevel::Info);
        m_ui->tokenLabel->setText(tr("Looking for tokens …"));
        m_ui->tokenLabel->show();
        Q_EMIT changed();
    }
    m_watch->watch(module);
}

void KeyChooser::showTokens(const Result<QList<Token>> &tokens)
{
    const QSignalBlocker quiet(m_ui->identityBox);
    m_ui->identityBox->clear();
    m_tokens = tokens.value_or(QList<Token>());
    for (int i = 0; i < m_tokens.size(); ++i) {
        const Token &token = m_tokens.at(i);
        for (const TokenIdentity &identity : token.identities) {
            m_ui->identityBox->addItem(identityText(token, identity), i);
            const int row = m_ui->identityBox->count() - 1;
            m_ui->identityBox->setItemData(row, identity.id, IdRole);
            if (m_wanted && m_wanted->serial == token.serial && m_wanted->label == token.label
                && m_wanted->id == identity.id)
                m_ui->identityBox->setCurrentIndex(row);
        }
    }
    m_ui->identityBox->setEnabled(m_ui->identityBox->count() > 0);
    if (m_ui->identityBox->count() == 0) {
        setLevelColor(*m_ui->tokenLabel, FindingLevel::Warning);
        m_ui->tokenLabel->setText(absenceText(tokens));
        m_ui->tokenLabel->show();
        Q_EMIT changed();
        return;
    }
    showTokenState();
}

void KeyChooser::showTokenState()
{
    const Token *token = chosenToken();
    if (!token)
        return;
    QString text;
    switch (token->pinTries) {
    case PinTries::Enough: break;
    case PinTries::Low:
        text = tr("A wrong PIN was given before. Few tries are left before the token locks.");
        break;
    case PinTries::LastOne:
        text = tr("Only one try is left. After another wrong PIN the token is locked.");
        break;
    case PinTries::Locked:
        text = tr("The token is locked after too many wrong PINs. Unlock it with its PUK in the "
                  "token's own software, or ask whoever issued it.");
        break;
    }
    const bool isWarning = !text.isEmpty();
    if (token->hasPinPad && token->pinTries != PinTries::Locked)
        text += (text.isEmpty() ? QString() : u"\n"_s)
            + tr("You will type the PIN on the reader itself.");
    setLevelColor(*m_ui->tokenLabel, isWarning ? FindingLevel::Warning : FindingLevel::Info);
    m_ui->tokenLabel->setText(text);
    m_ui->tokenLabel->setVisible(!text.isEmpty());
    Q_EMIT changed();
}

void KeyChooser::updatePanels()
{
    const bool isFile = m_ui->fileButton->isChecked();
    m_ui->filePanel->setVisible(isFile);
    m_ui->tokenPanel->setVisible(!isFile);
    watchTokens();
    Q_EMIT changed();
}

} // namespace sipenduduk
