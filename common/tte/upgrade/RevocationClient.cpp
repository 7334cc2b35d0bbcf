#include "common/tte/upgrade/RevocationClient.h"

#include "common/tte/HttpExchange.h"
#include "common/tte/upgrade/CertificateAccess.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxOcspAnswer = 64 * 1024;       ///< bytes
constexpr qsizetype MaxListSize = 8 * 1024 * 1024;   ///< bytes
constexpr qsizetype MaxKept = 64;                    ///< of one kind; many more are not one batch
constexpr qsizetype MaxKeptBytes = 32 * 1024 * 1024; ///< of all lists

using OcspRequest = std::unique_ptr<OCSP_REQUEST, ossl::Free<OCSP_REQUEST_free>>;
using OcspId = std::unique_ptr<OCSP_CERTID, ossl::Free<OCSP_CERTID_free>>;

/// A question with a nonce; SHA-1 only makes the index that every responder knows.
OcspRequest ocspRequestFor(const RevocationQuestion &question)
{
    constexpr int NonceSize = 32;
    OcspRequest request(OCSP_REQUEST_new());
    OcspId id(OCSP_cert_to_id(nullptr, question.certificate, question.issuer));
    if (!request || !id || !OCSP_request_add0_id(request.get(), id.get()))
        return nullptr;
    (void)id.release();
    return OCSP_request_add1_nonce(request.get(), nullptr, NonceSize) == 1 ? std::move(request)
                                                                           : nullptr;
}

QByteArray ocspRequestDer(const OCSP_REQUEST *request)
{
    unsigned char *der = nullptr;
    const int size = i2d_OCSP_REQUEST(request, &der);
    const ossl::Bytes owner(der);
    return size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
}

Result<> checkTimes(const RevocationProof &proof, const QDateTime &at, const QDateTime &now)
{
    if (proof.asOf > now + MaxResponderClockDifference)
        return fail(ErrorCode::Untrusted, u"revocation data from the future"_s);
    if (!proof.isCurrent(now) || !proof.isAbout(at))
        return fail(ErrorCode::Expired, u"revocation data are out of date"_s);
    return {};
}

/// Of two failures the one that says more than that nobody answered.
Error worse(const Error &a, const Error &b)
{
    const auto saysLittle = [](const Error &error) {
        return error.code == ErrorCode::NotFound || error.code == ErrorCode::Network;
    };
    if (a.code == ErrorCode::NotFound || (saysLittle(a) && !saysLittle(b)))
        return b;
    return a;
}

qsizetype sizeOfLists(const RevocationProof &proof)
{
    qsizetype size = 0;
    for (const QByteArray &list : proof.material.crls)
        size += list.size();
    return size;
}

} // namespace

RevocationClient::RevocationClient(ChainSettings settings)
    : m_settings(std::move(settings))
{
}

Result<RevocationProof> RevocationClient::check(const QList<QByteArray> &chain, const QDateTime &at,
                                                const QDateTime &now)
{
    if (chain.size() < 2)
        return fail(ErrorCode::InvalidArgument, u"nobody can revoke a root"_s);
    const ossl::Cert certificate = certificateFromDer(chain[0]);
    const ossl::Cert issuer = certificateFromDer(chain[1]);
    if (!certificate || !issuer)
        return fail(ErrorCode::Malformed, u"certificate"_s);
    const QByteArray key = chain[0] + chain[1];
    const auto kept = m_kept.constFind(key);
    if (kept != m_kept.cend() && kept->gotAt + MaxResponderClockDifference >= at
        && kept->gotAt <= now && kept->gotAt + LongestUse >= now
        && checkTimes(kept->proof, at, now))
        return kept->proof;
    auto proof = ask({certificate.get(), issuer.get(), chain.sliced(1), m_settings.roots, now}, at);
    if (!proof || proof->status == RevocationStatus::Unknown) // it may be known tomorrow
        return proof;
    qsizetype bytes = sizeOfLists(*proof);
    for (const Kept &other : std::as_const(m_kept))
        bytes += sizeOfLists(other.proof);
    if (m_kept.size() >= MaxKept || bytes > MaxKeptBytes)
        m_kept.clear();
    m_kept.insert(key, {*proof, now});
    return proof;
}

Result<RevocationProof> RevocationClient::ask(const RevocationQuestion &question,
                                              const QDateTime &at)
{
    auto byOcsp = askResponders(question, at);
    if (byOcsp && byOcsp->status != RevocationStatus::Unknown)
        return byOcsp;
    auto byList = askLists(question, at);
    if (byList)
        return byList;
    if (byOcsp) // unknown, which is all that is known
        return byOcsp;
    return std::unexpected(worse(byOcsp.error(), byList.error()));
}

Result<RevocationProof> RevocationClient::askResponders(const RevocationQuestion &question,
                                                        const QDateTime &at)
{
    Result<RevocationProof> proof = fail(ErrorCode::NotFound, u"no address of a responder"_s);
    const QList<QUrl> addresses = responderAddresses(question.certificate);
    for (const QUrl &url : addresses) {
        proof = askResponder(url, question);
        if (proof) {
            if (const auto good = checkTimes(*proof, at, question.now); !good)
                proof = std::unexpected(good.error());
        }
        if (proof) {
            if (const auto good = includeResponder(question, *proof); !good)
                proof = std::unexpected(good.error());
        }
        if (proof)
            break;
    }
    return proof;
}

Result<RevocationProof> RevocationClient::askResponder(const QUrl &url,
                                                       const RevocationQuestion &question)
{
    const OcspRequest request = ocspRequestFor(question);
    if (!request)
        return fail(ErrorCode::Internal, u"OCSP request"_s);
    const auto answer = m_fetcher.fetch({.url = url,
                                         .body = ocspRequestDer(request.get()),
                                         .contentType = "application/ocsp-request"_ba,
                                         .answerType = "application/ocsp-response"_ba,
                                         .maxAnswer = MaxOcspAnswer,
                                         .timeout = m_settings.timeout});
    if (!answer)
        return std::unexpected(answer.error());
    return proofInOcsp(*answer, question, request.get());
}

Result<RevocationProof> RevocationClient::askLists(const RevocationQuestion &question,
                                                   const QDateTime &at)
{
    Result<RevocationProof> proof = fail(ErrorCode::NotFound, u"no address of a list"_s);
    const QList<QUrl> addresses = listAddresses(question.certificate);
    for (const QUrl &url : addresses) {
        const auto list = m_fetcher.fetch({.url = url,
                                           .body = {},
                                           .contentType = {},
                                           .answerType = {},
                                           .maxAnswer = MaxListSize,
                                           .timeout = m_settings.timeout});
        proof = list ? proofInList(*list, question) : std::unexpected(list.error());
        if (proof) {
            if (const auto good = checkTimes(*proof, at, question.now); !good)
                proof = std::unexpected(good.error());
        }
        if (proof)
            break;
    }
    return proof;
}

/// A responder may have lost its key as well. Its authority says with nocheck, or by naming no
/// list, that this need not be asked (RFC 6960, 4.2.2.2.1).
Result<> RevocationClient::includeResponder(const RevocationQuestion &question,
                                            RevocationProof &proof)
{
    const ossl::Cert responder = certificateFromDer(proof.responder);
    if (!responder || X509_get_ext_by_NID(responder.get(), NID_id_pkix_OCSP_noCheck, -1) >= 0
        || listAddresses(responder.get()).isEmpty())
        return {};
    RevocationQuestion about = question;
    about.certificate = responder.get();
    const auto found = askLists(about, proof.asOf);
    if (!found)
        return std::unexpected(found.error());
    if (found->status != RevocationStatus::Good)
        return fail(ErrorCode::Untrusted, u"OCSP responder was revoked"_s);
    proof.material.add(found->material);
    return {};
}

} // namespace sipenduduk
