#pragma once

#include "common/tte/Pin.h"

#include <QtCrypto>

namespace sipenduduk {

/// QCA::SecureArray lives in locked memory and wipes itself.
struct Pin::Private
{
    QCA::SecureArray secret;
};

} // namespace sipenduduk
