#pragma once

#include "common/Result.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QUrl>

#include <chrono>

namespace sipenduduk {

struct HttpQuestion;

/// Asks over HTTP, but not again and again what does not answer: a batch waits once.
class RestingFetcher
{
public:
    /// An address that failed is not asked again for so long; it fails as before.
    static constexpr std::chrono::seconds RestAfterFailure{60};

    /// Errors of askOverHttp().
    [[nodiscard]] Result<QByteArray> fetch(const HttpQuestion &question);

private:
    struct Failure
    {
        Error error;
        QDeadlineTimer until;
    };

    QHash<QUrl, Failure> m_failures;
};

} // namespace sipenduduk
