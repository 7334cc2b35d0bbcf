#include "app/login/CapsLock.h"

#include <QKeyEvent>

namespace sipenduduk {

CapsLock capsLockAfter(const QKeyEvent &event)
{
    const QString text = event.text();
    if (text.size() != 1 || !text.front().isLetter()
        || event.modifiers().testFlag(Qt::ControlModifier))
        return CapsLock::Unknown;
    const bool isShifted = event.modifiers().testFlag(Qt::ShiftModifier);
    return text.front().isUpper() != isShifted ? CapsLock::On : CapsLock::Off;
}

} // namespace sipenduduk
