#pragma once

#include "server/portal/http/FormReader.h"
#include "server/portal/http/HttpResponse.h"
#include "server/portal/http/Router.h"

#include <memory>
#include <mutex>
#include <optional>

struct MHD_Connection;

namespace sipenduduk {

/// One request on its way: read on the event thread, answered from any.
class Exchange
{
public:
    enum class Stage {
        Reading, ///< the head has been seen, the body arrives
        Waiting, ///< with a handler; the connection is suspended until answer()
        Sending,
    };

    explicit Exchange(MHD_Connection *connection)
        : m_connection(connection)
    {
    }
    Q_DISABLE_COPY_MOVE(Exchange)

    // Event thread only.
    Stage stage = Stage::Reading;
    std::shared_ptr<HttpRequest> request = std::make_shared<HttpRequest>();
    const Router::Route *route = nullptr;
    std::unique_ptr<FormReader> form;    ///< null when no body is expected
    std::optional<HttpResponse> refusal; ///< decided by the head alone
    qint64 discarded = 0;                ///< bytes of a body that nobody will read

    /// Suspends the connection. The engine then rests until answer() is called.
    void suspend();
    [[nodiscard]] std::optional<HttpResponse> takeAnswer();
    /// The connection is gone: later answers have nowhere to go.
    void finish();

    // Any thread.
    /// Keeps the first answer and wakes the connection; ignored while it is not suspended.
    void answer(HttpResponse response);
    [[nodiscard]] bool isWaiting() const;

private:
    mutable std::mutex m_mutex;
    MHD_Connection *m_connection; ///< null after finish()
    bool m_isSuspended = false;
    std::optional<HttpResponse> m_answer;
};

} // namespace sipenduduk
