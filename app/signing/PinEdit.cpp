#include "app/signing/PinEdit.h"

#include <QKeyEvent>

namespace sipenduduk {

PinEdit::PinEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
    setContextMenuPolicy(Qt::NoContextMenu);
    setMaxLength(256);
}

Pin PinEdit::takePin()
{
    QString typed = text();
    // The widget's own copy is overwritten before it is dropped, and so is its undo history.
    setText(QString(typed.size(), u'0'));
    clear();
    return Pin::take(typed);
}

void PinEdit::keyPressEvent(QKeyEvent *event)
{
    const QString typed = event->text();
    if (typed.size() == 1 && typed.front().isLetter()) {
        const bool isShifted = event->modifiers().testFlag(Qt::ShiftModifier);
        Q_EMIT capsLockSeen(typed.front().isUpper() != isShifted);
    } else if (event->key() == Qt::Key_CapsLock) {
        Q_EMIT capsLockSeen(false); // pressed just now: the next letter tells
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace sipenduduk
