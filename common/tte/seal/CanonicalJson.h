#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QJsonObject>

namespace sipenduduk {

/// RFC 8785 form of `object`: keys in order of their UTF-16 code units, no white space, shortest
/// escapes. Numbers must be integers within +-(2^53 - 1), strings valid Unicode: else
/// InvalidArgument.
[[nodiscard]] Result<QByteArray> toCanonicalJson(const QJsonObject &object);

} // namespace sipenduduk
