#include "common/tte/x509/Asn1Time.h"

#include <QTimeZone>

#include <ctime>

namespace sipenduduk {

QDateTime dateTimeOf(const ASN1_TIME *time)
{
    tm parts{};
    if (!time || ASN1_TIME_to_tm(time, &parts) != 1)
        return {};
    return QDateTime(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                     QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), QTimeZone::UTC);
}

} // namespace sipenduduk
