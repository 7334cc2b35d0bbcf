#include "common/tte/upgrade/RestingFetcher.h"

#include "common/tte/HttpExchange.h"

namespace sipenduduk {

namespace {

constexpr qsizetype MaxFailures = 64; ///< remembered; many more are not one batch

} // namespace

Result<QByteArray> RestingFetcher::fetch(const HttpQuestion &question)
{
    const auto failure = m_failures.constFind(question.url);
    if (failure != m_failures.cend() && !failure->until.hasExpired())
        return std::unexpected(failure->error);
    auto answer = askOverHttp(question);
    if (!answer) {
        if (m_failures.size() >= MaxFailures)
            m_failures.clear();
        m_failures.insert(question.url, {answer.error(), QDeadlineTimer(RestAfterFailure)});
    }
    return answer;
}

} // namespace sipenduduk
