#include "app/signing/KeyFile.h"

#include "common/tte/SoftKey.h"
#include "common/tte/TteRuntime.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<std::shared_ptr<SigningKey>> openKeyFile(const QString &path, const Pin &pin,
                                                const QDateTime &now)
{
    if (const auto ready = TteRuntime::check(); !ready)
        return std::unexpected(ready.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"the key file cannot be read"_s);
    if (file.size() > MaxPkcs12Size)
        return fail(ErrorCode::TooLarge, u"the key file is too large"_s);
    auto key = openPkcs12(file.read(MaxPkcs12Size), pin, now);
    if (!key)
        return std::unexpected(key.error());
    return std::shared_ptr<SigningKey>(std::move(*key));
}

} // namespace sipenduduk
