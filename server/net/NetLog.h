#pragma once

#include <QLoggingCategory>

namespace sipenduduk {

Q_DECLARE_LOGGING_CATEGORY(netLog)

} // namespace sipenduduk
