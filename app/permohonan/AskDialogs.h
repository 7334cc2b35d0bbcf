#pragma once

#include "app/permohonan/ActDialog.h"
#include "common/Alur.h"

#include <memory>

namespace Ui {
class AddressDialog;
class PasswordDialog;
class ReasonDialog;
class TakerDialog;
} // namespace Ui

namespace sipenduduk {

/// Why it is refused or handed back: a note that is not blank.
class ReasonDialog : public ActDialog
{
    Q_OBJECT

public:
    ReasonDialog(Action action, QWidget *parent);
    ~ReasonDialog() override;
    void fill(protocol::Act &act) const override;

protected:
    [[nodiscard]] bool isComplete() const override;

private:
    std::unique_ptr<Ui::ReasonDialog> m_ui;
};

/// Who collects a card: name, and relation to the applicant.
class TakerDialog : public ActDialog
{
    Q_OBJECT

public:
    TakerDialog(const QString &applicant, const QString &dokumen, QWidget *parent);
    ~TakerDialog() override;
    void fill(protocol::Act &act) const override;

protected:
    [[nodiscard]] bool isComplete() const override;

private:
    std::unique_ptr<Ui::TakerDialog> m_ui;
};

/// Where a mail that came back is to go instead.
class AddressDialog : public ActDialog
{
    Q_OBJECT

public:
    AddressDialog(const QString &address, QWidget *parent);
    ~AddressDialog() override;
    void fill(protocol::Act &act) const override;

protected:
    [[nodiscard]] bool isComplete() const override;

private:
    std::unique_ptr<Ui::AddressDialog> m_ui;
    QString m_former;
};

/// Asks the officer's own password again before a paraf.
class PasswordDialog : public ActDialog
{
    Q_OBJECT

public:
    explicit PasswordDialog(QWidget *parent);
    ~PasswordDialog() override;
    void fill(protocol::Act &act) const override; ///< nothing: a password is no part of an action

    /// Gives the password and empties the field.
    [[nodiscard]] QString takePassword();

protected:
    [[nodiscard]] bool isComplete() const override;

private:
    std::unique_ptr<Ui::PasswordDialog> m_ui;
};

/// Whether text has the shape of an e-mail address; the mail server decides about the rest.
[[nodiscard]] bool looksLikeEmail(const QString &text);

} // namespace sipenduduk
