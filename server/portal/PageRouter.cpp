#include "server/portal/PageRouter.h"

#include "server/portal/Visit.h"

#include <utility>

namespace sipenduduk {

HttpHandler PageRouter::handler(Page page) const
{
    return [&parts = m_parts, afterwards = m_afterwards, page = std::move(page)](
               const std::shared_ptr<HttpRequest> &request, const Responder &respond) {
        Visit visit(parts, *request);
        respond(page(visit));
        afterwards();
    };
}

void PageRouter::get(const QString &pattern, Page page)
{
    m_router.get(pattern, handler(std::move(page)));
}

void PageRouter::post(const QString &pattern, Page page)
{
    m_router.post(pattern, handler([page = std::move(page)](Visit &visit) {
                      return visit.isFormGenuine() ? page(visit) : HttpResponse::error(403);
                  }));
}

void PageRouter::getOwn(const QString &pattern, Page page)
{
    m_router.get(pattern, handler([page = std::move(page)](Visit &visit) {
                     return visit.pemohon() ? page(visit) : visit.toLogin();
                 }));
}

void PageRouter::postOwn(const QString &pattern, Page page, Router::Body body)
{
    const auto guarded = [page = std::move(page)](Visit &visit) {
        if (!visit.pemohon())
            return visit.toLogin();
        return visit.isFormGenuine() ? page(visit) : HttpResponse::error(403);
    };
    m_router.post(pattern, handler(guarded), body);
}

} // namespace sipenduduk
