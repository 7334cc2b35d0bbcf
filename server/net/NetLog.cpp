#include "server/net/NetLog.h"

namespace sipenduduk {

Q_LOGGING_CATEGORY(netLog, "sipenduduk.net", QtInfoMsg)

} // namespace sipenduduk
