#pragma once

#include "common/Result.h"

#include <QString>
#include <QtTypes>

namespace sipenduduk {

/// Where the office's server is, and by which CA it is known.
struct Endpoint
{
    static constexpr quint16 DefaultPort = 7443;

    QString host;
    quint16 port = DefaultPort;
    QString caFile; ///< PEM of the office's own CA: the only one that is trusted
    bool operator==(const Endpoint &) const = default;
};

/// "host", "host:port" or "[v6]:port". InvalidArgument for anything else.
[[nodiscard]] Result<Endpoint> endpointFromText(const QString &text);

/// The address as a person writes it; the default port is left out.
[[nodiscard]] QString addressText(const Endpoint &endpoint);

} // namespace sipenduduk
