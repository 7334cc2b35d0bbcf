#include "common/tte/upgrade/ChainFinder.h"

#include "common/tte/HttpExchange.h"
#include "common/tte/upgrade/CertificateAccess.h"
#include "common/tte/upgrade/RestingFetcher.h"
#include "common/tte/x509/CertificateInfo.h"

#include <openssl/err.h>

#include <optional>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxFetchedAddresses = 16; ///< whose certificates are kept

using ChainStore = std::unique_ptr<X509_STORE, ossl::Free<X509_STORE_free>>;
using ChainContext = std::unique_ptr<X509_STORE_CTX, ossl::Free<X509_STORE_CTX_free>>;

/// One try to build a chain.
struct ChainAttempt
{
    QList<QByteArray> chain; ///< when it was built
    std::optional<Error> error;
    ossl::Cert orphan; ///< whose issuer is missing, when that is the reason
};

ChainStore chainStore(const QList<QByteArray> &roots, const QDateTime &at)
{
    constexpr int SecurityLevel = 2; // 112 bits
    constexpr int MaxDepth = 8;
    ChainStore store(X509_STORE_new());
    for (const QByteArray &der : roots) {
        if (const ossl::Cert root = certificateFromDer(der))
            X509_STORE_add_cert(store.get(), root.get());
    }
    X509_VERIFY_PARAM *param = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(param, at.toSecsSinceEpoch());
    X509_VERIFY_PARAM_set_auth_level(param, SecurityLevel);
    X509_VERIFY_PARAM_set_depth(param, MaxDepth);
    return store;
}

void explainFailure(X509_STORE_CTX *context, ChainAttempt &attempt)
{
    const int reason = X509_STORE_CTX_get_error(context);
    const bool isOutOfDate =
        reason == X509_V_ERR_CERT_HAS_EXPIRED || reason == X509_V_ERR_CERT_NOT_YET_VALID;
    attempt.error =
        Error{isOutOfDate ? ErrorCode::Expired : ErrorCode::Untrusted,
              u"chain: "_s + QString::fromLatin1(X509_verify_cert_error_string(reason))};
    X509 *last = X509_STORE_CTX_get_current_cert(context);
    if (last
        && (reason == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT
            || reason == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY
            || reason == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE)) {
        X509_up_ref(last);
        attempt.orphan.reset(last);
    }
}

ChainAttempt attemptChain(X509 *leaf, const QList<QByteArray> &known,
                          const QList<QByteArray> &roots, const QDateTime &at)
{
    ChainAttempt attempt;
    const ossl::CertStack others = certificateStack(known);
    const ChainStore store = chainStore(roots, at);
    const ChainContext context(X509_STORE_CTX_new());
    if (X509_STORE_CTX_init(context.get(), store.get(), leaf, others.get()) != 1) {
        attempt.error = Error{ErrorCode::Internal, u"chain"_s};
    } else if (X509_verify_cert(context.get()) != 1) {
        explainFailure(context.get(), attempt);
    } else {
        const STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(context.get());
        for (int i = 0; i < sk_X509_num(chain); ++i)
            attempt.chain.append(certificateToDer(sk_X509_value(chain, i)));
    }
    ERR_clear_error();
    return attempt;
}

} // namespace

ChainFinder::ChainFinder(ChainSettings settings, RestingFetcher &fetcher)
    : m_settings(std::move(settings))
    , m_fetcher(fetcher)
{
}

Result<QList<QByteArray>> ChainFinder::chainOf(const QByteArray &leaf,
                                               const QList<QByteArray> &known, const QDateTime &at)
{
    const ossl::Cert certificate = certificateFromDer(leaf);
    if (!certificate)
        return fail(ErrorCode::Malformed, u"certificate"_s);
    QList<QByteArray> others = known + m_settings.intermediates;
    for (int fetched = 0;; ++fetched) {
        ChainAttempt attempt = attemptChain(certificate.get(), others, m_settings.roots, at);
        const auto &error = attempt.error;
        if (!error)
            return attempt.chain;
        if (!attempt.orphan || fetched == MaxFetchedIssuers
            || issuerAddresses(attempt.orphan.get()).isEmpty())
            return std::unexpected(*error);
        const auto issuers = fetchIssuer(attempt.orphan.get());
        if (!issuers)
            return std::unexpected(issuers.error());
        others += *issuers;
    }
}

/// Only certificates that issued this one, so that every step brings the chain further.
Result<QList<QByteArray>> ChainFinder::fetchIssuer(X509 *certificate)
{
    Result<QList<QByteArray>> found = fail(ErrorCode::NotFound, u"issuer"_s);
    const QList<QUrl> addresses = issuerAddresses(certificate);
    for (const QUrl &url : addresses) {
        QList<QByteArray> published = m_issuers.value(url);
        if (published.isEmpty()) {
            const auto file = m_fetcher.fetch({.url = url,
                                               .body = {},
                                               .contentType = {},
                                               .answerType = {},
                                               .maxAnswer = MaxCertificateSize,
                                               .timeout = m_settings.timeout});
            if (!file) {
                found = std::unexpected(file.error());
                continue;
            }
            published = publishedCertificates(*file);
        }
        QList<QByteArray> issuers;
        for (const QByteArray &der : std::as_const(published)) {
            const ossl::Cert issuer = certificateFromDer(der);
            if (issuer && X509_check_issued(issuer.get(), certificate) == X509_V_OK)
                issuers.append(der);
        }
        ERR_clear_error();
        if (issuers.isEmpty()) {
            found = fail(ErrorCode::Malformed, u"what stands at the issuer's address"_s);
            continue;
        }
        if (m_issuers.size() >= MaxFetchedAddresses)
            m_issuers.clear();
        m_issuers.insert(url, published);
        return issuers;
    }
    return found;
}

} // namespace sipenduduk
