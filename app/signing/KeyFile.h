#pragma once

#include "common/Result.h"
#include "common/tte/Pin.h"
#include "common/tte/SigningKey.h"

#include <QDateTime>
#include <QString>

#include <memory>

namespace sipenduduk {

/// Reads a PKCS#12 file and opens its key. Runs on a worker.
///
/// Errors: NotFound when the file cannot be read, TooLarge, and those of openPkcs12().
[[nodiscard]] Result<std::shared_ptr<SigningKey>> openKeyFile(const QString &path, const Pin &pin,
                                                              const QDateTime &now);

} // namespace sipenduduk
