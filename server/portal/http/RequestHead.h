#pragma once

#include "server/portal/http/HttpRequest.h"

#include <optional>

struct MHD_Connection;

namespace sipenduduk {

/// What the head of a request says about the body that follows.
struct BodyAnnouncement
{
    bool isExpected = false;
    qint64 length = -1;      ///< -1: not said (chunked)
    bool waitsForUs = false; ///< "Expect: 100-continue"
};

/// The method when a route could take it.
[[nodiscard]] std::optional<HttpMethod> methodOf(const char *method);

/// Fills path, address, query, headers and cookies. False when they break a bound or are not
/// readable: 400.
[[nodiscard]] bool readHead(MHD_Connection *connection, const char *path, HttpRequest &request);

/// Nothing when Content-Length is not a number: 400.
[[nodiscard]] std::optional<BodyAnnouncement> announcedBody(const HttpRequest &request);

} // namespace sipenduduk
