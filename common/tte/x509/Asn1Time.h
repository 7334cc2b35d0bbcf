#pragma once

#include <openssl/asn1.h>

#include <QDateTime>

namespace sipenduduk {

/// UTC; invalid for null and for what is no time. Also for ASN1_GENERALIZEDTIME.
[[nodiscard]] QDateTime dateTimeOf(const ASN1_TIME *time);

} // namespace sipenduduk
