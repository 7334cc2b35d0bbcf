#pragma once

#include "common/tte/Pin.h"

#include <QtCrypto>

namespace sipenduduk {

/// QCA::SecureArray lives in locked memory and wipes itself.
struct Pin::Private
{
    QCA::SecureArray secret;
};

/// What the libraries that open keys get to see of a Pin.
struct PinSecret
{
    static const QCA::SecureArray &of(const Pin &pin) { return pin.m_d->secret; }
};

} // namespace sipenduduk
