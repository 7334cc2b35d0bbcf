#pragma once

#include <QByteArray>

namespace sipenduduk {

/// The plain Indonesian page of an error status: what happened and what the visitor can do.
[[nodiscard]] QByteArray plainErrorPage(int status);

} // namespace sipenduduk
