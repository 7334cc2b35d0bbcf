#include "server/portal/http/HttpLog.h"

namespace sipenduduk {

Q_LOGGING_CATEGORY(lcHttp, "sipenduduk.http", QtInfoMsg)

} // namespace sipenduduk
