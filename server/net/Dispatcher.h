#pragma once

#include "common/protocol/Message.h"

namespace sipenduduk {

class ClientConnection;

/// From a message to the function of Office that answers it: one row per message, no rules.
namespace Dispatcher {

[[nodiscard]] bool knows(protocol::MessageType type);

/// Decodes the request of a logged-in connection, calls the office and lets the answer come back.
void dispatch(ClientConnection &connection, const protocol::Envelope &request);

} // namespace Dispatcher

} // namespace sipenduduk
