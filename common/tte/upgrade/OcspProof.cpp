#include "common/tte/upgrade/CertificateAccess.h"
#include "common/tte/upgrade/RevocationProof.h"
#include "common/tte/x509/Asn1Time.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using WholeAnswer = std::unique_ptr<OCSP_RESPONSE, ossl::Free<OCSP_RESPONSE_free>>;
using BasicAnswer = std::unique_ptr<OCSP_BASICRESP, ossl::Free<OCSP_BASICRESP_free>>;
using CertificateId = std::unique_ptr<OCSP_CERTID, ossl::Free<OCSP_CERTID_free>>;
using RootStore = std::unique_ptr<X509_STORE, ossl::Free<X509_STORE_free>>;

Result<BasicAnswer> basicAnswerFrom(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = cursor + der.size();
    const WholeAnswer whole(d2i_OCSP_RESPONSE(nullptr, &cursor, long(der.size())));
    ERR_clear_error();
    if (!whole || cursor != end)
        return fail(ErrorCode::Malformed, u"OCSP answer"_s);
    const int status = OCSP_response_status(whole.get());
    if (status != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return fail(ErrorCode::NotAllowed, u"OCSP refused: status %1"_s.arg(status));
    BasicAnswer basic(OCSP_response_get1_basic(whole.get()));
    ERR_clear_error();
    if (!basic)
        return fail(ErrorCode::Malformed, u"OCSP answer of another kind"_s);
    return basic;
}

/// The part about the certificate; its names may be hashed with whatever the responder likes.
OCSP_SINGLERESP *partAboutCertificate(OCSP_BASICRESP *answer, const RevocationQuestion &question)
{
    for (int i = 0; i < OCSP_resp_count(answer); ++i) {
        OCSP_SINGLERESP *part = OCSP_resp_get0(answer, i);
        OCSP_CERTID *id = const_cast<OCSP_CERTID *>(OCSP_SINGLERESP_get0_id(part));
        ASN1_OBJECT *algorithm = nullptr;
        if (OCSP_id_get0_info(nullptr, &algorithm, nullptr, nullptr, id) != 1)
            continue;
        const EVP_MD *digest = EVP_get_digestbyobj(algorithm);
        const CertificateId own(
            digest ? OCSP_cert_to_id(digest, question.certificate, question.issuer) : nullptr);
        if (own && OCSP_id_cmp(own.get(), id) == 0)
            return part;
    }
    return nullptr;
}

RootStore rootStore(const QList<QByteArray> &roots, const QDateTime &at)
{
    constexpr int SecurityLevel = 2; // 112 bits
    RootStore store(X509_STORE_new());
    for (const QByteArray &der : roots) {
        if (const ossl::Cert root = certificateFromDer(der))
            X509_STORE_add_cert(store.get(), root.get());
    }
    X509_VERIFY_PARAM *param = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(param, at.toSecsSinceEpoch());
    X509_VERIFY_PARAM_set_auth_level(param, SecurityLevel);
    return store;
}

Result<> checkOcspSignature(OCSP_BASICRESP *answer, const RevocationQuestion &question)
{
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, OCSP_resp_get0_tbs_sigalg(answer));
    if (!isModernSignature(OBJ_obj2nid(algorithm)))
        return fail(ErrorCode::Untrusted, u"OCSP answer with a weak signature"_s);
    const QDateTime producedAt = dateTimeOf(OCSP_resp_get0_produced_at(answer));
    if (!producedAt.isValid() || producedAt > question.now + MaxResponderClockDifference)
        return fail(ErrorCode::Untrusted, u"OCSP answer from the future"_s);
    const RootStore store = rootStore(question.roots, producedAt);
    const ossl::CertStack others = certificateStack(question.authorities);
    // NOEXPLICIT: a root is no responder for others by being a root alone.
    const bool isGood = OCSP_basic_verify(answer, others.get(), store.get(), OCSP_NOEXPLICIT) == 1;
    ERR_clear_error();
    if (!isGood)
        return fail(ErrorCode::Untrusted, u"OCSP answer by who may not give it"_s);
    return {};
}

void addResponder(OCSP_BASICRESP *answer, const RevocationQuestion &question,
                  RevocationProof &proof)
{
    X509 *signer = nullptr;
    const ossl::CertStack others = certificateStack(question.authorities);
    if (OCSP_resp_get0_signer(answer, &signer, others.get()) != 1 || !signer
        || X509_cmp(signer, question.issuer) == 0)
        return;
    proof.responder = certificateToDer(signer);
    proof.material.certificates.append(proof.responder);
}

} // namespace

Result<RevocationProof> proofInOcsp(const QByteArray &der, const RevocationQuestion &question,
                                    OCSP_REQUEST *asked)
{
    constexpr int NonceDiffers = 0;
    const auto answer = basicAnswerFrom(der);
    if (!answer)
        return std::unexpected(answer.error());
    OCSP_BASICRESP *basic = answer->get();
    OCSP_SINGLERESP *part = partAboutCertificate(basic, question);
    if (!part)
        return fail(ErrorCode::NotFound, u"OCSP answer about others"_s);
    if (asked && OCSP_check_nonce(asked, basic) == NonceDiffers)
        return fail(ErrorCode::Untrusted, u"OCSP answer to another question"_s);
    if (const auto good = checkOcspSignature(basic, question); !good)
        return std::unexpected(good.error());
    RevocationProof proof;
    ASN1_GENERALIZEDTIME *revokedAt = nullptr;
    ASN1_GENERALIZEDTIME *thisUpdate = nullptr;
    ASN1_GENERALIZEDTIME *nextUpdate = nullptr;
    const int status =
        OCSP_single_get0_status(part, &proof.reason, &revokedAt, &thisUpdate, &nextUpdate);
    proof.asOf = dateTimeOf(thisUpdate);
    proof.until = dateTimeOf(nextUpdate);
    proof.revokedAt = dateTimeOf(revokedAt);
    if (!proof.asOf.isValid()
        || (status == V_OCSP_CERTSTATUS_REVOKED && !proof.revokedAt.isValid()))
        return fail(ErrorCode::Malformed, u"times of an OCSP answer"_s);
    if (status == V_OCSP_CERTSTATUS_REVOKED)
        proof.status = RevocationStatus::Revoked;
    else if (status == V_OCSP_CERTSTATUS_GOOD)
        proof.status = RevocationStatus::Good;
    proof.material.ocsps.append(der);
    addResponder(basic, question, proof);
    return proof;
}

} // namespace sipenduduk
