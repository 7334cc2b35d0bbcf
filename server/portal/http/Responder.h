#pragma once

#include <functional>
#include <memory>

namespace sipenduduk {

class HttpResponse;

/// The right to answer one request, once, now or later, from any thread.
///
/// Copies share that right. When the last copy goes without an answer the visitor gets a 500:
/// no request is left hanging by a forgotten path. Answers after the first, after the deadline
/// (the visitor has got a 503), or after the server has stopped are ignored.
class Responder
{
public:
    using Sink = std::function<void(HttpResponse)>;

    explicit Responder(Sink sink);
    void operator()(HttpResponse response) const;

private:
    struct Right;
    std::shared_ptr<Right> m_right;
};

} // namespace sipenduduk
