#include "common/tte/TteRuntime.h"

#include <QtCrypto>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

using namespace Qt::StringLiterals;

namespace sipenduduk {

struct TteRuntime::Private
{
    QCA::Initializer initializer;
};

TteRuntime::TteRuntime()
    : m_d(std::make_unique<Private>())
{
}

TteRuntime::~TteRuntime() = default;

Result<> TteRuntime::check()
{
#ifdef __SANITIZE_ADDRESS__
    // The plug-in loads OpenSSL's legacy provider and never gives it back: not a leak of ours.
    const __lsan::ScopedDisabler pluginKeepsLegacyProvider;
#endif
    if (!QCA::isSupported("pkcs12,pkey,cert"))
        return fail(ErrorCode::Unsupported, u"QCA's OpenSSL plug-in is missing"_s);
    return {};
}

} // namespace sipenduduk
