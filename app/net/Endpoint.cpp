#include "app/net/Endpoint.h"

#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<Endpoint> endpointFromText(const QString &text)
{
    // A port alone decides nothing about v6: those need brackets, as in a URL.
    static const QRegularExpression shape(
        uR"(^(?:\[(?<v6>[0-9A-Fa-f:.]+)\]|(?<host>[A-Za-z0-9._-]{1,253}))(?::(?<port>\d{1,5}))?$)"_s);
    const QRegularExpressionMatch match = shape.match(text.trimmed());
    if (!match.hasMatch())
        return fail(ErrorCode::InvalidArgument, u"address: not host:port"_s);
    Endpoint endpoint;
    const QString v6 = match.captured(u"v6"_s);
    endpoint.host = v6.isEmpty() ? match.captured(u"host"_s) : v6;
    if (!v6.isEmpty() && QHostAddress(v6).protocol() != QHostAddress::IPv6Protocol)
        return fail(ErrorCode::InvalidArgument, u"address: not an IPv6 address"_s);
    if (const QString port = match.captured(u"port"_s); !port.isEmpty()) {
        const uint number = port.toUInt();
        if (number == 0 || number > 65535)
            return fail(ErrorCode::InvalidArgument, u"address: port out of range"_s);
        endpoint.port = quint16(number);
    }
    return endpoint;
}

QString addressText(const Endpoint &endpoint)
{
    const QString host = endpoint.host.contains(u':') ? u'[' + endpoint.host + u']' : endpoint.host;
    return endpoint.port == Endpoint::DefaultPort ? host
                                                  : host + u':' + QString::number(endpoint.port);
}

} // namespace sipenduduk
