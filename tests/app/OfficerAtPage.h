#pragma once

#include "app/net/Session.h"
#include "app/permohonan/PermohonanPage.h"
#include "tests/app/PermohonanOffice.h"

class QDialog;
class QPushButton;

namespace sipenduduk::test {

/// An officer before the page of a birth in this state; he presses and types by names.
class OfficerAtPage
{
public:
    OfficerAtPage(Role duty, Status status, Role holder);

    void open();
    [[nodiscard]] QPushButton *button(const QString &name) const;
    [[nodiscard]] bool canPress(const QString &name) const; ///< waits for it
    void press(const QString &name);
    void type(const QString &field, const QString &text); ///< instead of what stands there
    [[nodiscard]] QString notice() const;                 ///< empty while it is hidden
    /// A window over the page, waited for.
    [[nodiscard]] QDialog *dialog(const QString &name) const;

    PermohonanOffice office;
    Session session;
    PermohonanPage page;

private:
    Role m_duty;
};

} // namespace sipenduduk::test
