#pragma once

#include "server/admin/AdminResult.h"

#include <QString>

namespace sipenduduk {

/// What the sub-commands say and hear.
namespace Terminal {

/// One line on standard output, at once.
void say(const QString &line);
/// One line on standard error.
void complain(const QString &line);

/// A password from the descriptor (its first line), from the terminal without echo and twice, or
/// a new random one when there is neither; `isMade` tells the last.
struct Password
{
    QString text;
    bool isMade = false;
};
/// `descriptor` below 0: none was given.
[[nodiscard]] AdminResult<Password> password(int descriptor);

/// Twelve letters and digits that cannot be mistaken for each other, in groups of four: 59 bits.
[[nodiscard]] QString newPassword();

} // namespace Terminal

} // namespace sipenduduk
