#include "server/portal/http/HttpResponse.h"

#include "server/portal/http/HttpLog.h"

#include <algorithm>
#include <utility>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr char HtmlType[] = "text/html; charset=utf-8";

bool isHeaderText(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

bool isHeaderName(const QByteArray &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
    });
}

bool isCookieValue(const QByteArray &value)
{
    return std::ranges::all_of(value, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '.' || c == '_' || c == '~';
    });
}

/// A path that no browser reads as another host: "//host" and "/\host" would be.
bool isOwnPath(const QString &path)
{
    return path.startsWith(u'/') && !path.startsWith("//"_L1) && !path.contains(u'\\')
        && std::ranges::none_of(path,
                                [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

/// What the caller has encoded stays; what a header cannot carry is percent-encoded.
QByteArray locationOf(const QString &path)
{
    return path.toUtf8().toPercentEncoding("/?&=#%+,;:@!$'()*[]"_ba);
}

QByteArray asciiName(const QString &fileName)
{
    QByteArray ascii;
    for (const QChar c : fileName) {
        const bool isPlain = c.unicode() < 0x7f && (c.isLetterOrNumber() || u"-._ "_s.contains(c));
        ascii.append(isPlain ? char(c.unicode()) : '_');
    }
    return ascii;
}

} // namespace

HttpResponse::HttpResponse(int status)
    : m_status(status)
    , m_headers{
          {"Content-Security-Policy"_ba,
           "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
           "frame-ancestors 'none'; base-uri 'none'"_ba},
          {"X-Content-Type-Options"_ba, "nosniff"_ba},
          {"Referrer-Policy"_ba, "no-referrer"_ba},
          {"Cross-Origin-Opener-Policy"_ba, "same-origin"_ba},
          {"Cross-Origin-Resource-Policy"_ba, "same-origin"_ba},
          {"Cache-Control"_ba, "no-store"_ba},
      }
{
}

HttpResponse HttpResponse::html(QByteArray utf8, int status)
{
    return bytes(std::move(utf8), HtmlType, status);
}

HttpResponse HttpResponse::bytes(QByteArray body, QByteArray mediaType, int status)
{
    HttpResponse response(status);
    response.m_body = std::move(body);
    response.setHeader("Content-Type"_ba, mediaType);
    return response;
}

HttpResponse HttpResponse::file(QString path, QByteArray mediaType)
{
    HttpResponse response(200);
    response.m_filePath = std::move(path);
    response.setHeader("Content-Type"_ba, mediaType);
    return response;
}

HttpResponse HttpResponse::redirect(const QString &path)
{
    if (!isOwnPath(path)) {
        qCCritical(lcHttp, "a redirect that does not lead to a path of our own was refused");
        return error(500);
    }
    HttpResponse response(303);
    response.setHeader("Location"_ba, locationOf(path));
    return response;
}

HttpResponse HttpResponse::error(int status)
{
    HttpResponse response(status);
    response.m_isErrorPage = true;
    response.setHeader("Content-Type"_ba, HtmlType);
    return response;
}

HttpResponse &HttpResponse::setHeader(const QByteArray &name, const QByteArray &value)
{
    m_headers.removeIf([&](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (!value.isEmpty())
        addHeader(name, value);
    return *this;
}

HttpResponse &HttpResponse::setCookie(const Cookie &cookie)
{
    if (!isHeaderName(cookie.name) || !isCookieValue(cookie.value)) {
        qCCritical(lcHttp, "a cookie with characters that cookies cannot hold was refused");
        return *this = error(500);
    }
    QByteArray text = cookie.name + '=' + cookie.value + "; Path=" + cookie.path
        + "; HttpOnly; Secure; SameSite=";
    text += cookie.sameSite == Cookie::SameSite::Strict ? "Strict" : "Lax";
    if (cookie.maxAge)
        text += "; Max-Age=" + QByteArray::number(qint64(cookie.maxAge->count()));
    addHeader("Set-Cookie"_ba, text);
    return *this;
}

HttpResponse &HttpResponse::downloadAs(const QString &fileName)
{
    return setHeader("Content-Disposition"_ba,
                     "attachment; filename=\"" + asciiName(fileName) + "\"; filename*=UTF-8''"
                         + fileName.toUtf8().toPercentEncoding());
}

void HttpResponse::addHeader(const QByteArray &name, const QByteArray &value)
{
    if (!isHeaderName(name) || !isHeaderText(value)) {
        qCCritical(lcHttp, "a response header with control or non-ASCII characters was refused");
        *this = error(500);
        return;
    }
    m_headers.append({name, value});
}

} // namespace sipenduduk
