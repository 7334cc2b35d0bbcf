#pragma once

#include "common/tte/Pin.h"

#include <QLineEdit>

namespace sipenduduk {

/// A line for a PIN: nothing is echoed or offered to input methods, and it tells when Caps Lock
/// seems to be on.
class PinEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit PinEdit(QWidget *parent = nullptr);

    /// Takes the PIN out and wipes the line.
    [[nodiscard]] Pin takePin();

Q_SIGNALS:
    /// Qt does not know the lock itself: it shows in a capital typed without Shift.
    void capsLockSeen(bool isOn);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace sipenduduk
