#pragma once

#include <QString>

namespace sipenduduk {

/// Whether mail can be sent there: one @, a dot in the domain, no blanks, controls or brackets,
/// at most 254 characters (RFC 5321). Whether it arrives, only the code in a mail can prove.
[[nodiscard]] bool isMailAddress(const QString &text);

/// 32 random characters [A-Za-z0-9_-], 192 bits: unguessable links and QR codes.
[[nodiscard]] QString newToken();

} // namespace sipenduduk
