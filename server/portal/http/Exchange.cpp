#include "server/portal/http/Exchange.h"

#include <microhttpd.h>

#include <utility>

namespace sipenduduk {

void Exchange::suspend()
{
    const std::scoped_lock lock(m_mutex);
    m_isSuspended = true;
    MHD_suspend_connection(m_connection);
}

std::optional<HttpResponse> Exchange::takeAnswer()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_answer, std::nullopt);
}

void Exchange::finish()
{
    const std::scoped_lock lock(m_mutex);
    m_connection = nullptr;
    m_isSuspended = false;
}

void Exchange::answer(HttpResponse response)
{
    const std::scoped_lock lock(m_mutex);
    if (!m_isSuspended || !m_connection)
        return;
    m_answer = std::move(response);
    m_isSuspended = false;
    MHD_resume_connection(m_connection);
}

bool Exchange::isWaiting() const
{
    const std::scoped_lock lock(m_mutex);
    return m_isSuspended;
}

} // namespace sipenduduk
