#pragma once

class QKeyEvent;

namespace sipenduduk {

/// What a key that was pressed tells about Caps Lock, which no call of Qt does.
enum class CapsLock { Unknown, On, Off };

/// A capital without Shift, or a small letter with it, means that it is on.
[[nodiscard]] CapsLock capsLockAfter(const QKeyEvent &event);

} // namespace sipenduduk
