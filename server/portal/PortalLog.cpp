#include "server/portal/PortalLog.h"

namespace sipenduduk {

Q_LOGGING_CATEGORY(lcPortal, "sipenduduk.portal")

} // namespace sipenduduk
