#include "common/tte/TteRuntime.h"

#include <QtCrypto>

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
    if (!QCA::isSupported("pkcs12,pkey,cert"))
        return fail(ErrorCode::Unsupported, u"QCA's OpenSSL plug-in is missing"_s);
    return {};
}

} // namespace sipenduduk
