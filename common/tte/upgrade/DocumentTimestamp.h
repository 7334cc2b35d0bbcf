#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>

namespace sipenduduk {

class TimestampClient;

/// An incremental update of `pdf` with an invisible document time stamp (/DocTimeStamp,
/// ETSI.RFC3161) over all of it. `now`: UTC.
///
/// Errors of PdfRevision::open() and TimestampClient::stamp(); TooLarge for a token that fits into
/// no field.
[[nodiscard]] Result<QByteArray> documentTimestamp(const QByteArray &pdf, TimestampClient &stamps,
                                                   const QDateTime &now);

} // namespace sipenduduk
