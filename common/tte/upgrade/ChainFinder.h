#pragma once

#include "common/Result.h"

#include <openssl/x509.h>

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QUrl>

#include <chrono>

namespace sipenduduk {

class RestingFetcher;

/// Where chains may lead, and by what.
struct ChainSettings
{
    QList<QByteArray> roots;                 ///< DER; every chain must lead to one of them
    QList<QByteArray> intermediates;         ///< DER; help to build chains
    std::chrono::milliseconds timeout{5000}; ///< for one question
};

/// Builds the chains of certificates and fetches issuers that are missing.
class ChainFinder
{
public:
    /// Most issuers that are fetched for one chain.
    static constexpr int MaxFetchedIssuers = 4;

    /// The fetcher must outlive the finder.
    ChainFinder(ChainSettings settings, RestingFetcher &fetcher);

    /// DER: `leaf` and its issuers up to the root, a chain that was valid at `at` (UTC). `known`:
    /// certificates that may belong to it; what is missing is fetched by the addresses that the
    /// certificates name. Expired, Untrusted; or why an issuer could not be fetched.
    [[nodiscard]] Result<QList<QByteArray>> chainOf(const QByteArray &leaf,
                                                    const QList<QByteArray> &known,
                                                    const QDateTime &at);

private:
    Result<QList<QByteArray>> fetchIssuer(X509 *certificate);

    ChainSettings m_settings;
    RestingFetcher &m_fetcher;
    QHash<QUrl, QList<QByteArray>> m_issuers; ///< certificates that were published there
};

} // namespace sipenduduk
