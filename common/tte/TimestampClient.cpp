#include "common/tte/TimestampClient.h"

#include "common/tte/HttpExchange.h"
#include "common/tte/x509/OpenSsl.h"

#include <openssl/err.h>
#include <openssl/rand.h>
#include <openssl/ts.h>

#include <QTimeZone>

#include <array>
#include <ctime>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int NonceBits = 128;
/// Bytes; a chain of several certificates. It must fit into a signature beside the signer's own.
constexpr qsizetype MaxToken = 32 * 1024;

using Request = std::unique_ptr<TS_REQ, ossl::Free<TS_REQ_free>>;
using Response = std::unique_ptr<TS_RESP, ossl::Free<TS_RESP_free>>;
using Imprint = std::unique_ptr<TS_MSG_IMPRINT, ossl::Free<TS_MSG_IMPRINT_free>>;
using Check = std::unique_ptr<TS_VERIFY_CTX, ossl::Free<TS_VERIFY_CTX_free>>;
using Number = std::unique_ptr<BIGNUM, ossl::Free<BN_free>>;
using Integer = std::unique_ptr<ASN1_INTEGER, ossl::Free<ASN1_INTEGER_free>>;
using Oid = std::unique_ptr<ASN1_OBJECT, ossl::Free<ASN1_OBJECT_free>>;
using Algorithm = std::unique_ptr<X509_ALGOR, ossl::Free<X509_ALGOR_free>>;
using Store = std::unique_ptr<X509_STORE, ossl::Free<X509_STORE_free>>;

bool setImprint(TS_REQ *request, const QByteArray &sha256)
{
    const Imprint imprint(TS_MSG_IMPRINT_new());
    const Algorithm algorithm(X509_ALGOR_new());
    if (!imprint || !algorithm)
        return false;
    X509_ALGOR_set_md(algorithm.get(), EVP_sha256());
    QByteArray hash = sha256;
    return TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1
        && TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char *>(hash.data()),
                                  int(hash.size()))
        == 1
        && TS_REQ_set_msg_imprint(request, imprint.get()) == 1;
}

bool setNonce(TS_REQ *request)
{
    const Number number(BN_new());
    if (!number || BN_rand(number.get(), NonceBits, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) != 1)
        return false;
    const Integer nonce(BN_to_ASN1_INTEGER(number.get(), nullptr));
    return nonce && TS_REQ_set_nonce(request, nonce.get()) == 1;
}

bool setPolicy(TS_REQ *request, const QString &policy)
{
    if (policy.isEmpty())
        return true;
    const Oid oid(OBJ_txt2obj(policy.toLatin1().constData(), 1));
    return oid && TS_REQ_set_policy_id(request, oid.get()) == 1;
}

Request requestFor(const QByteArray &sha256, const QString &policy)
{
    Request request(TS_REQ_new());
    if (!request || TS_REQ_set_version(request.get(), 1) != 1 || !setImprint(request.get(), sha256)
        || !setNonce(request.get()) || !setPolicy(request.get(), policy)
        || TS_REQ_set_cert_req(request.get(), 1) != 1)
        return nullptr;
    return request;
}

QByteArray derOf(const TS_REQ *request)
{
    unsigned char *der = nullptr;
    const int size = i2d_TS_REQ(request, &der);
    const ossl::Bytes owner(der);
    return size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
}

Response responseFrom(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    Response response(d2i_TS_RESP(nullptr, &cursor, long(der.size())));
    const auto *end = reinterpret_cast<const unsigned char *>(der.constData()) + der.size();
    return cursor == end ? std::move(response) : nullptr;
}

/// When the token says that it was made; invalid when that cannot be read.
QDateTime timeOf(TS_RESP *response)
{
    TS_TST_INFO *info = TS_RESP_get_tst_info(response);
    std::tm parts{};
    if (!info || ASN1_TIME_to_tm(TS_TST_INFO_get_time(info), &parts) != 1)
        return {};
    return QDateTime::fromSecsSinceEpoch(::timegm(&parts), QTimeZone::UTC);
}

Store storeOf(const QList<QByteArray> &roots, const QDateTime &at)
{
    Store store(X509_STORE_new());
    for (const QByteArray &der : roots) {
        const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
        const ossl::Cert root(d2i_X509(nullptr, &cursor, long(der.size())));
        if (store && root)
            X509_STORE_add_cert(store.get(), root.get());
    }
    if (store)
        X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), at.toSecsSinceEpoch());
    return store;
}

/// That the answer fits the question and was signed by one who may.
bool isGood(TS_REQ *request, TS_RESP *response, Store store)
{
    const Check check(TS_REQ_to_TS_VERIFY_CTX(request, nullptr));
    if (!check || !store)
        return false;
    TS_VERIFY_CTX_add_flags(check.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE);
    TS_VERIFY_CTX_set0_store(check.get(), store.release());
    return TS_RESP_verify_response(check.get(), response) == 1;
}

/// The first reason that OpenSSL names, for the log.
QString opensslReason()
{
    std::array<char, 160> text{};
    ERR_error_string_n(ERR_peek_error(), text.data(), text.size());
    ERR_clear_error();
    return QString::fromLatin1(text.data());
}

Result<QByteArray> tokenFrom(TS_RESP *response)
{
    unsigned char *der = nullptr;
    const int size = i2d_PKCS7(TS_RESP_get_token(response), &der);
    const ossl::Bytes owner(der);
    if (size <= 0 || size > MaxToken)
        return fail(ErrorCode::TooLarge, u"time stamp"_s);
    return QByteArray(reinterpret_cast<const char *>(der), size);
}

} // namespace

TimestampClient::TimestampClient(TimestampSettings settings)
    : m_settings(std::move(settings))
{
    for (const TimestampAuthority &authority : std::as_const(m_settings.authorities))
        m_authorities.append({authority});
}

Result<QByteArray> TimestampClient::stamp(const QByteArray &sha256, const QDateTime &now)
{
    if (m_authorities.isEmpty())
        return fail(ErrorCode::Incomplete, u"no time stamp authority"_s);
    Result<QByteArray> token = fail(ErrorCode::Busy, u"time stamp authorities rest"_s);
    for (Known &known : m_authorities) {
        if (!known.restsUntil.hasExpired())
            continue;
        token = ask(known.authority, sha256, now);
        if (token)
            break;
        known.restsUntil.setRemainingTime(RestAfterFailure);
    }
    return token;
}

Result<QByteArray> TimestampClient::ask(const TimestampAuthority &authority,
                                        const QByteArray &sha256, const QDateTime &now) const
{
    const Request request = requestFor(sha256, authority.policy);
    if (!request)
        return fail(ErrorCode::InvalidArgument, u"time stamp request"_s);
    const auto answer = askOverHttp({.url = authority.url,
                                     .body = derOf(request.get()),
                                     .contentType = "application/timestamp-query"_ba,
                                     .answerType = "application/timestamp-reply"_ba,
                                     .maxAnswer = MaxToken,
                                     .timeout = m_settings.timeout});
    if (!answer)
        return std::unexpected(answer.error());
    const Response response = responseFrom(*answer);
    if (!response)
        return fail(ErrorCode::Malformed, u"time stamp response: "_s + opensslReason());
    const long status =
        ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(response.get())));
    if (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS)
        return fail(ErrorCode::NotAllowed, u"time stamp refused: status %1"_s.arg(status));
    const QDateTime at = timeOf(response.get());
    if (!at.isValid())
        return fail(ErrorCode::Malformed, u"time of the time stamp"_s);
    if (!isGood(request.get(), response.get(), storeOf(m_settings.roots, at)))
        return fail(ErrorCode::Untrusted, u"time stamp: "_s + opensslReason());
    if (std::chrono::abs(now - at) > MaxClockDifference)
        return fail(ErrorCode::Untrusted, u"time stamp is of another time"_s);
    return tokenFrom(response.get());
}

} // namespace sipenduduk
