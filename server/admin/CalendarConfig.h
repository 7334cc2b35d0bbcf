#pragma once

#include "common/OfficeCalendar.h"
#include "server/admin/ConfigFile.h"

namespace sipenduduk {

/// The default calendar with what the section [calendar] says.
[[nodiscard]] AdminResult<OfficeCalendar> calendarFrom(const ConfigFile &file);

} // namespace sipenduduk
