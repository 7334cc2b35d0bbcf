#pragma once

#include <QByteArray>

#include <functional>

struct MHD_Connection;

namespace sipenduduk {

class HttpResponse;

/// Queues `response` on the connection (event thread). Error pages get their body from `errorPage`.
/// False when the engine refuses it: the connection is then closed.
[[nodiscard]] bool sendResponse(MHD_Connection *connection, const HttpResponse &response,
                                const std::function<QByteArray(int)> &errorPage);

} // namespace sipenduduk
