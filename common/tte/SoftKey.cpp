#include "common/tte/SoftKey.h"

#include "common/tte/OpenSslSoftKey.h"
#include "common/tte/Pkcs12File.h"
#include "common/tte/QcaSoftKey.h"
#include "common/tte/TteRuntime.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<std::unique_ptr<SigningKey>> openPkcs12(const QByteArray &file, const Pin &pin,
                                               const QDateTime &now)
{
    if (file.size() > MaxPkcs12Size)
        return fail(ErrorCode::TooLarge, u"PKCS#12 file"_s);
    if (const auto runtime = TteRuntime::check(); !runtime)
        return std::unexpected(runtime.error());
    auto content = readPkcs12(file, pin);
    if (!content)
        return std::unexpected(content.error());
    if (const auto fit = checkFitForTte(content->certificate, now); !fit)
        return std::unexpected(fit.error());
    if (content->certificate.keyKind == KeyKind::Rsa)
        return QcaSoftKey::open(file, pin, std::move(*content));
    return std::unique_ptr<SigningKey>(std::make_unique<OpenSslSoftKey>(std::move(*content)));
}

} // namespace sipenduduk
