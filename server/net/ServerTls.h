#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QSslConfiguration>

namespace sipenduduk {

/// The configuration of the office's door: TLS 1.3 and nothing older, this certificate and key.
/// Malformed, InvalidArgument when they do not belong together, Expired, Unsupported when this
/// Qt has no TLS 1.3.
[[nodiscard]] Result<QSslConfiguration> serverTls(const QByteArray &certificatePem,
                                                  const QByteArray &keyPem, const QDateTime &now);

} // namespace sipenduduk
