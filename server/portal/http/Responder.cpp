#include "server/portal/http/Responder.h"

#include "server/portal/http/HttpLog.h"
#include "server/portal/http/HttpResponse.h"

#include <atomic>
#include <utility>

namespace sipenduduk {

struct Responder::Right
{
    Sink sink;
    std::atomic_flag used;

    explicit Right(Sink s)
        : sink(std::move(s))
    {
    }
    ~Right()
    {
        if (used.test_and_set())
            return;
        qCCritical(lcHttp, "a request was dropped without an answer");
        sink(HttpResponse::error(500));
    }
    Q_DISABLE_COPY_MOVE(Right)
};

Responder::Responder(Sink sink)
    : m_right(std::make_shared<Right>(std::move(sink)))
{
}

void Responder::operator()(HttpResponse response) const
{
    if (!m_right->used.test_and_set())
        m_right->sink(std::move(response));
}

} // namespace sipenduduk
