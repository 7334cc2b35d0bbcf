#include "server/portal/http/RequestHead.h"

#include <microhttpd.h>

#include <algorithm>
#include <cstring>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxPath = 2048;
constexpr qsizetype MaxValues = 100; ///< headers, cookies or query items
constexpr qsizetype MaxAddress = 45; ///< an IPv6 address that embeds an IPv4 one

bool isReadable(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter;
    });
}

/// Bad UTF-8 becomes U+FFFD; what a page does with a value decides whether that matters.
MHD_Result collectValue(void *target, MHD_ValueKind kind, const char *key, size_t keySize,
                        const char *value, size_t valueSize)
{
    auto &list = *static_cast<QList<NameValue> *>(target);
    if (list.size() >= MaxValues)
        return MHD_NO;
    const QString name = QString::fromUtf8(key, qsizetype(keySize));
    list.append({kind == MHD_HEADER_KIND ? name.toLower() : name,
                 value ? QString::fromUtf8(value, qsizetype(valueSize)) : QString()});
    return MHD_YES;
}

bool collect(MHD_Connection *connection, MHD_ValueKind kind, QList<NameValue> &target)
{
    const int seen = MHD_get_connection_values_n(connection, kind, &collectValue, &target);
    return seen == target.size();
}

/// Only nginx reaches the socket, and it replaces this header; a wrong shape is still no address.
QString addressFrom(const HttpRequest &request)
{
    const QString claimed = request.header(u"x-real-ip");
    const bool isAddress = claimed.size() <= MaxAddress
        && std::ranges::all_of(claimed,
                               [](QChar c) { return u"0123456789abcdefABCDEF:."_s.contains(c); });
    return isAddress ? claimed : QString();
}

} // namespace

std::optional<HttpMethod> methodOf(const char *method)
{
    if (std::strcmp(method, MHD_HTTP_METHOD_GET) == 0
        || std::strcmp(method, MHD_HTTP_METHOD_HEAD) == 0)
        return HttpMethod::Get;
    if (std::strcmp(method, MHD_HTTP_METHOD_POST) == 0)
        return HttpMethod::Post;
    return std::nullopt;
}

bool readHead(MHD_Connection *connection, const char *path, HttpRequest &request)
{
    request.path = QString::fromUtf8(path);
    if (!request.path.startsWith(u'/') || request.path.size() > MaxPath
        || !isReadable(request.path))
        return false;
    if (!collect(connection, MHD_HEADER_KIND, request.headers)
        || !collect(connection, MHD_GET_ARGUMENT_KIND, request.queryItems)
        || !collect(connection, MHD_COOKIE_KIND, request.cookies))
        return false;
    request.clientAddress = addressFrom(request);
    return true;
}

std::optional<BodyAnnouncement> announcedBody(const HttpRequest &request)
{
    BodyAnnouncement body;
    body.waitsForUs =
        request.header(u"expect").compare("100-continue"_L1, Qt::CaseInsensitive) == 0;
    if (!request.header(u"transfer-encoding").isEmpty()) {
        body.isExpected = true;
        return body;
    }
    const QString length = request.header(u"content-length");
    if (length.isEmpty())
        return body;
    bool isNumber = false;
    body.length = length.toLongLong(&isNumber);
    if (!isNumber || body.length < 0)
        return std::nullopt;
    body.isExpected = body.length > 0;
    return body;
}

} // namespace sipenduduk
