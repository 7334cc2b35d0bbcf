#pragma once

#include "common/Result.h"
#include "common/tte/upgrade/ChainFinder.h"
#include "common/tte/upgrade/RestingFetcher.h"
#include "common/tte/upgrade/RevocationProof.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QUrl>

#include <chrono>

namespace sipenduduk {

/// Gets the revocation data of chains, from the addresses that stand in the certificates, and
/// checks them. Used by one thread at a time, never the GUI thread.
///
/// What was got serves the next files too (a batch has one signer): for an hour, and only for times
/// up to the one at which it was got.
class RevocationClient
{
public:
    static constexpr std::chrono::hours LongestUse{1};

    explicit RevocationClient(ChainSettings settings);
    RevocationClient(const RevocationClient &) = delete;
    RevocationClient &operator=(const RevocationClient &) = delete;

    [[nodiscard]] const ChainSettings &settings() const { return m_settings; }

    /// For the chains that check() wants.
    [[nodiscard]] ChainFinder &chains() { return m_chains; }

    /// Whether the first certificate of `chain` (as ChainFinder gives it, more than one) was
    /// revoked, for the time `at`, asked at `now` (UTC): by OCSP, else by the issuer's list. Of a
    /// responder of its own that names a list, that list is got, too. That it was revoked, or that
    /// nobody knows it, is an answer.
    ///
    /// Errors: NotFound (it names no address that can be asked), Network, TooLarge, NotAllowed,
    /// Malformed, Unsupported, Untrusted, Expired (the newest answer is over).
    [[nodiscard]] Result<RevocationProof> check(const QList<QByteArray> &chain, const QDateTime &at,
                                                const QDateTime &now);

private:
    struct Kept
    {
        RevocationProof proof;
        QDateTime gotAt; // UTC
    };

    Result<RevocationProof> ask(const RevocationQuestion &question, const QDateTime &at);
    Result<RevocationProof> askResponders(const RevocationQuestion &question, const QDateTime &at);
    Result<RevocationProof> askResponder(const QUrl &url, const RevocationQuestion &question);
    Result<RevocationProof> askLists(const RevocationQuestion &question, const QDateTime &at);
    Result<> includeResponder(const RevocationQuestion &question, RevocationProof &proof);

    ChainSettings m_settings;
    RestingFetcher m_fetcher;
    ChainFinder m_chains{m_settings, m_fetcher};
    QHash<QByteArray, Kept> m_kept; ///< by certificate and issuer
};

} // namespace sipenduduk
