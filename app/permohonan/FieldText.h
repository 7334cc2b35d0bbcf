#pragma once

#include "common/Isian.h"

#include <QString>

namespace sipenduduk {

/// A stored value as it stands in a line edit: dates as 17-08-1945, NIK and No. KK in groups of
/// four are not made, since they are copied into SIAK. What cannot be read is shown as it is.
[[nodiscard]] QString shownText(IsianType type, const QString &stored);

/// Inverse, forgiving: 17-8-1945, 17/08/1945, 17.8.1945 and 17081945 are the same date; blanks
/// and dots inside a NIK or No. KK are dropped. What cannot be read is kept as it was typed.
[[nodiscard]] QString storedText(IsianType type, const QString &shown);

/// What a field of this type looks like when filled, for an empty line edit.
[[nodiscard]] QString placeholder(IsianType type);

/// The value as a person reads it: the label of a choice, a table as lines, else shownText().
[[nodiscard]] QString readableText(const Isian &field, const QString &stored);

} // namespace sipenduduk
