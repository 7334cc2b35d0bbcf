#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace sipenduduk {

namespace protocol {
struct Act;
}

/// Collects what an action needs besides its button. It stays open until the office has said
/// yes: on a failure everything that was typed is still there.
class ActDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

    /// Puts what was collected into the message.
    virtual void fill(protocol::Act &act) const = 0;

    /// While the office is asked nothing can be changed.
    void setBusy(bool isBusy);
    void showProblem(const QString &text);

Q_SIGNALS:
    /// The officer wants it done; closing is up to whoever asked.
    void submitted();

protected:
    /// To be called once by the constructor of each dialog, with its two standard parts.
    void useParts(QDialogButtonBox &buttons, QLabel &problemLabel);
    /// Whether what is typed is enough; asked by updateSubmitButton().
    [[nodiscard]] virtual bool isComplete() const = 0;
    void updateSubmitButton();

private:
    QDialogButtonBox *m_buttons = nullptr;
    QLabel *m_problemLabel = nullptr;
    bool m_isBusy = false;
};

} // namespace sipenduduk
