#pragma once

#include <QLoggingCategory>

namespace sipenduduk {

/// "sipenduduk.http". No line holds an address, a path (it may hold a token) or a form value.
Q_DECLARE_LOGGING_CATEGORY(lcHttp)

} // namespace sipenduduk
