#pragma once

#include "server/portal/http/HttpRequest.h"
#include "server/portal/http/Responder.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sipenduduk {

/// Runs on a thread of the server's handler pool and may block there for a while, or keep the
/// responder and answer later from elsewhere.
using HttpHandler = std::function<void(std::shared_ptr<HttpRequest>, Responder)>;

/// Which handler answers which address.
///
/// A pattern is a path whose segments are literal or "{name}", which takes any one non-empty
/// segment: "/permohonan/{nomor}". Where two patterns fit, a literal segment wins over a
/// parameter, from the left. A "/" at the end makes no difference.
class Router
{
public:
    enum class Body {
        Form,  ///< fields only, at most 64 KiB
        Files, ///< fields and files within the server's limits
    };
    struct Route
    {
        HttpMethod method;
        QStringList segments;
        Body body;
        HttpHandler handler;
    };
    struct Match
    {
        const Route *route = nullptr; ///< null: 405 when `allowed` is not empty, else 404
        QList<NameValue> parameters;
        QByteArray allowed; ///< for the Allow header: "GET, HEAD, POST"
    };

    void get(const QString &pattern, HttpHandler handler);
    void post(const QString &pattern, HttpHandler handler, Body body = Body::Form);

    /// `method` none: any, for requests with a method that no route takes.
    [[nodiscard]] Match match(std::optional<HttpMethod> method, const QString &path) const;

private:
    void add(Route route);

    std::vector<Route> m_routes; ///< literal before parameter
};

} // namespace sipenduduk
