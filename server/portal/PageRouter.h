#pragma once

#include "server/portal/http/Router.h"

#include <functional>
#include <utility>

namespace sipenduduk {

class HttpResponse;
class Visit;
struct PortalParts;

/// A page: reads the visit, waits for what it needs, answers.
using Page = std::function<HttpResponse(Visit &)>;

/// Puts pages behind addresses, with what all of them need: every form must carry its token, and
/// an own page asks who is there.
class PageRouter
{
public:
    /// `parts` outlives the router that is taken. `afterwards` runs when an answer is on its way.
    PageRouter(PortalParts &parts, std::function<void()> afterwards)
        : m_parts(parts)
        , m_afterwards(std::move(afterwards))
    {
    }

    [[nodiscard]] PortalParts &parts() const { return m_parts; }

    void get(const QString &pattern, Page page);
    void post(const QString &pattern, Page page);
    /// The same for citizens with a session; others are led to the log-in.
    void getOwn(const QString &pattern, Page page);
    void postOwn(const QString &pattern, Page page, Router::Body body = Router::Body::Form);

    [[nodiscard]] Router take() { return std::move(m_router); }

private:
    [[nodiscard]] HttpHandler handler(Page page) const;

    PortalParts &m_parts;
    std::function<void()> m_afterwards;
    Router m_router;
};

} // namespace sipenduduk
