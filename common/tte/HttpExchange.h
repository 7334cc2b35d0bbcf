#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace sipenduduk {

/// One question to a time stamp authority, an OCSP responder or a server of revocation lists.
struct HttpQuestion
{
    QUrl url;                                ///< http or https
    QByteArray body;                         ///< posted; empty: a plain GET
    QByteArray contentType;                  ///< of `body`
    QByteArray answerType;                   ///< the only media type that is taken; empty: any
    qsizetype maxAnswer = 256 * 1024;        ///< bytes
    std::chrono::milliseconds timeout{5000}; ///< for all of it
};

/// The body of the answer (status 200). Waits: never on the GUI thread.
///
/// Errors: InvalidArgument (address), TooLarge, Network (anything else; the detail has no address).
[[nodiscard]] Result<QByteArray> askOverHttp(const HttpQuestion &question);

} // namespace sipenduduk
