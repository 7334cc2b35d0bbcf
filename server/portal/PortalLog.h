#pragma once

#include <QLoggingCategory>

namespace sipenduduk {

/// "sipenduduk.portal". No line holds a name, an address, a number of a permohonan or a form value.
Q_DECLARE_LOGGING_CATEGORY(lcPortal)

} // namespace sipenduduk
