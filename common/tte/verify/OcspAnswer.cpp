#include "common/tte/verify/OcspAnswer.h"

#include "common/tte/verify/ChainCheck.h"
#include "common/tte/x509/Asn1Time.h"

#include <openssl/err.h>

namespace sipenduduk {

namespace {

bool isSameId(const OCSP_SINGLERESP *part, const RevocationQuery &query)
{
    const OCSP_CERTID *id = OCSP_SINGLERESP_get0_id(part);
    ASN1_OBJECT *algorithm = nullptr;
    if (OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, const_cast<OCSP_CERTID *>(id))
        != 1)
        return false;
    const EVP_MD *digest = EVP_get_digestbyobj(algorithm);
    if (!digest)
        return false;
    const std::unique_ptr<OCSP_CERTID, ossl::Free<OCSP_CERTID_free>> own(
        OCSP_cert_to_id(digest, query.certificate, query.issuer));
    return own && OCSP_id_cmp(own.get(), id) == 0;
}

} // namespace

OcspAnswer::OcspAnswer(Response response, QByteArray der)
    : m_response(std::move(response))
    , m_der(std::move(der))
{
}

std::optional<OcspAnswer> OcspAnswer::read(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = cursor + der.size();
    const std::unique_ptr<OCSP_RESPONSE, ossl::Free<OCSP_RESPONSE_free>> whole(
        d2i_OCSP_RESPONSE(nullptr, &cursor, long(der.size())));
    const bool isWhole = whole && cursor == end
        && OCSP_response_status(whole.get()) == OCSP_RESPONSE_STATUS_SUCCESSFUL;
    Response basic(isWhole ? OCSP_response_get1_basic(whole.get()) : nullptr);
    ERR_clear_error();
    if (!basic)
        return std::nullopt;
    return OcspAnswer(std::move(basic), der);
}

OCSP_SINGLERESP *OcspAnswer::partAbout(const RevocationQuery &query) const
{
    for (int i = 0; i < OCSP_resp_count(m_response.get()); ++i) {
        OCSP_SINGLERESP *part = OCSP_resp_get0(m_response.get(), i);
        if (isSameId(part, query))
            return part;
    }
    return nullptr;
}

bool OcspAnswer::isBelievable(const QList<QByteArray> &certificates,
                              const TrustAnchors &anchors) const
{
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, OCSP_resp_get0_tbs_sigalg(m_response.get()));
    const QDateTime producedAt = dateTimeOf(OCSP_resp_get0_produced_at(m_response.get()));
    if (!isStrongSignature(OBJ_obj2nid(algorithm)) || !producedAt.isValid())
        return false;
    const CertificateStore store = storeOf(anchors, producedAt);
    const ossl::CertStack others = stackOf(certificates + anchors.intermediates);
    const bool isGood =
        OCSP_basic_verify(m_response.get(), others.get(), store.get(), OCSP_NOEXPLICIT) == 1;
    ERR_clear_error();
    return isGood;
}

RevocationAnswer OcspAnswer::answerTo(const RevocationQuery &query,
                                      const QList<QByteArray> &certificates,
                                      const TrustAnchors &anchors) const
{
    using Kind = RevocationAnswer::Kind;
    OCSP_SINGLERESP *part = partAbout(query);
    if (!part)
        return {};
    RevocationAnswer answer;
    ASN1_GENERALIZEDTIME *revokedAt = nullptr;
    ASN1_GENERALIZEDTIME *thisUpdate = nullptr;
    ASN1_GENERALIZEDTIME *nextUpdate = nullptr;
    const int status =
        OCSP_single_get0_status(part, &answer.reason, &revokedAt, &thisUpdate, &nextUpdate);
    if (!isBelievable(certificates, anchors)) {
        answer.kind = Kind::Unusable;
        return answer;
    }
    answer.source = m_der;
    answer.asOf = dateTimeOf(thisUpdate);
    answer.revokedAt = dateTimeOf(revokedAt);
    const bool isFromNow =
        answer.asOf.isValid() && answer.asOf <= query.now.addSecs(ClockTolerance);
    if (status == V_OCSP_CERTSTATUS_REVOKED && isFromNow && answer.revokedAt.isValid())
        answer.kind = Kind::Revoked;
    else if (status == V_OCSP_CERTSTATUS_GOOD
             && isAboutTime(query, answer.asOf, dateTimeOf(nextUpdate)))
        answer.kind = Kind::Good;
    return answer;
}

} // namespace sipenduduk
