#pragma once

#include "common/Result.h"
#include "common/tte/upgrade/RevocationProof.h"

#include <QByteArray>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QUrl>

#include <chrono>

namespace sipenduduk {

struct HttpQuestion;

struct RevocationSettings
{
    QList<QByteArray> roots;                 ///< DER; every chain must lead to one of them
    QList<QByteArray> intermediates;         ///< DER; help to build chains
    std::chrono::milliseconds timeout{5000}; ///< for one question
};

/// Gets the certificates and the revocation data of chains, from the addresses that stand in the
/// certificates, and checks them. Used by one thread at a time, never the GUI thread.
///
/// What was got serves the next files too (a batch has one signer): for an hour, and only for times
/// up to the one at which it was got.
class RevocationClient
{
public:
    /// An address that failed is not asked again for so long; it fails as before.
    static constexpr std::chrono::seconds RestAfterFailure{60};
    static constexpr std::chrono::hours LongestUse{1};
    /// Most issuers that are fetched for one chain.
    static constexpr int MaxFetchedIssuers = 4;

    explicit RevocationClient(RevocationSettings settings);

    [[nodiscard]] const RevocationSettings &settings() const { return m_settings; }

    /// DER: `leaf` and its issuers up to the root, a chain that was valid at `at` (UTC). `known`:
    /// certificates that may belong to it; what is missing is fetched by the addresses that the
    /// certificates name. Expired, Untrusted; or why an issuer could not be fetched.
    [[nodiscard]] Result<QList<QByteArray>> chainOf(const QByteArray &leaf,
                                                    const QList<QByteArray> &known,
                                                    const QDateTime &at);

    /// Whether the first certificate of `chain` (as chainOf() gives it, more than one) was revoked,
    /// for the time `at`, asked at `now` (UTC): by OCSP, else by the issuer's list. Of a responder
    /// of its own that names a list, that list is got, too. That it was revoked, or that nobody
    /// knows it, is an answer.
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
    struct Failure
    {
        Error error;
        QDeadlineTimer until;
    };

    Result<QByteArray> fetch(const HttpQuestion &question);
    Result<QList<QByteArray>> fetchIssuer(X509 *certificate);
    Result<RevocationProof> ask(const RevocationQuestion &question, const QDateTime &at);
    Result<RevocationProof> askResponders(const RevocationQuestion &question, const QDateTime &at);
    Result<RevocationProof> askResponder(const QUrl &url, const RevocationQuestion &question);
    Result<RevocationProof> askLists(const RevocationQuestion &question, const QDateTime &at);
    Result<> includeResponder(const RevocationQuestion &question, RevocationProof &proof);

    RevocationSettings m_settings;
    QHash<QByteArray, Kept> m_kept; ///< by certificate and issuer
    QHash<QUrl, Failure> m_failures;
    QHash<QUrl, QList<QByteArray>> m_issuers; ///< certificates that were published there
};

} // namespace sipenduduk
