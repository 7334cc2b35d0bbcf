#include "common/tte/TteRuntime.h"

#include <QtCrypto>

#include <openssl/crypto.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr std::size_t SecureHeapSize = 64 * 1024; // bytes; a power of two
constexpr std::size_t SmallestSecret = 16;        // bytes

} // namespace

struct TteRuntime::Private
{
    QCA::Initializer initializer;
};

TteRuntime::TteRuntime()
    : m_d(std::make_unique<Private>())
{
    // Private numbers of EC keys go there: locked, and never in a core. It stays for the process.
    if (CRYPTO_secure_malloc_initialized() == 0)
        CRYPTO_secure_malloc_init(SecureHeapSize, SmallestSecret);
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
