#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace sipenduduk {

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
};

/// A cookie that scripts cannot read and that travels over TLS only (HttpOnly, Secure).
/// A name that begins with "__Host-" binds it to this very host; keep `path` "/" then.
struct Cookie
{
    enum class SameSite {
        Lax,    ///< sent when the visitor follows a link from elsewhere, not with a foreign form
        Strict, ///< never sent from elsewhere, not even by a link in a mail
    };
    QByteArray name;
    QByteArray value; ///< letters, digits and -._~ only
    SameSite sameSite = SameSite::Lax;
    std::optional<std::chrono::seconds> maxAge{}; ///< none: until the browser closes; 0: forget it
    QByteArray path = "/";
};

/// An answer: status, headers, and bytes or a file.
///
/// Every answer carries strict security headers unless setHeader() replaces one: nothing may be
/// loaded but our own style sheet and pictures, forms go to ourselves only, no framing, no
/// referrer, no caching. A header or cookie with control characters turns the answer into a 500.
class HttpResponse
{
public:
    static HttpResponse html(QByteArray utf8, int status = 200);
    static HttpResponse bytes(QByteArray body, QByteArray mediaType, int status = 200);
    /// Streams the regular file at `path`; 404 when it cannot be opened.
    static HttpResponse file(QString path, QByteArray mediaType);
    /// 303 to a path of our own ("/…"), so that reloading the next page sends no form again.
    /// Anything that could lead to another host becomes a 500.
    static HttpResponse redirect(const QString &path);
    /// The error page of that status (HttpServerOptions::errorPage).
    static HttpResponse error(int status);

    /// Replaces a header, also a default one. An empty value removes it.
    HttpResponse &setHeader(const QByteArray &name, const QByteArray &value);
    HttpResponse &setCookie(const Cookie &cookie);
    /// Offered for saving under `fileName` instead of being shown.
    HttpResponse &downloadAs(const QString &fileName);

    [[nodiscard]] int status() const { return m_status; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] const QString &filePath() const { return m_filePath; }
    [[nodiscard]] const QList<HttpHeader> &headers() const { return m_headers; }
    [[nodiscard]] bool isErrorPage() const { return m_isErrorPage; }

private:
    explicit HttpResponse(int status);
    void addHeader(const QByteArray &name, const QByteArray &value);

    int m_status = 200;
    QByteArray m_body;
    QString m_filePath;
    QList<HttpHeader> m_headers;
    bool m_isErrorPage = false;
};

} // namespace sipenduduk
