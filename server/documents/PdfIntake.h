#pragma once

#include "common/Result.h"

#include <QByteArray>

namespace sipenduduk {

/// Whether a scan that a citizen uploads as PDF can be opened by an officer: whole, not
/// encrypted, with at least one page. More is not asked of a scan; what becomes a draft has its
/// own, stricter check. Malformed, or Unsupported with the detail `encrypted`.
[[nodiscard]] Result<> checkReadablePdf(const QByteArray &bytes);

} // namespace sipenduduk
