#pragma once

#include "common/tte/verify/PdfFile.h"

#include <QString>

#include <optional>

namespace sipenduduk {

/// What lies in a file without being part of the document, ready to be shown by a later update
/// (shadow attacks): an object that no cross-reference of any revision lists, such as a second
/// definition of a number, or a page or catalog that nothing leads to. Nothing when there is none.
///
/// Bytes inside of streams are not searched: what lies there is found when it is used, since the
/// verifier compares what a number stands for before and after.
[[nodiscard]] std::optional<QString> hiddenObject(const PdfFile &file);

} // namespace sipenduduk
