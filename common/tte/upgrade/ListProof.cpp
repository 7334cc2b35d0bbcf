#include "common/tte/upgrade/CertificateAccess.h"
#include "common/tte/upgrade/RevocationProof.h"
#include "common/tte/x509/Asn1Time.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

using RevocationList = std::unique_ptr<X509_CRL, ossl::Free<X509_CRL_free>>;
using ListScope = std::unique_ptr<ISSUING_DIST_POINT, ossl::Free<ISSUING_DIST_POINT_free>>;
using ScopePoints = std::unique_ptr<CRL_DIST_POINTS, ossl::Free<CRL_DIST_POINTS_free>>;

bool shareName(const DIST_POINT_NAME *a, const DIST_POINT_NAME *b)
{
    constexpr int FullName = 0;
    if (!a || !b || a->type != FullName || b->type != FullName)
        return false;
    for (int i = 0; i < sk_GENERAL_NAME_num(a->name.fullname); ++i) {
        for (int j = 0; j < sk_GENERAL_NAME_num(b->name.fullname); ++j) {
            if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(a->name.fullname, i),
                                 sk_GENERAL_NAME_value(b->name.fullname, j))
                == 0)
                return true;
        }
    }
    return false;
}

bool isPointOf(X509 *certificate, const DIST_POINT_NAME *name)
{
    const ScopePoints points(static_cast<CRL_DIST_POINTS *>(
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) {
        if (shareName(sk_DIST_POINT_value(points.get(), i)->distpoint, name))
            return true;
    }
    return false;
}

Result<> checkListExtensions(const X509_CRL *list)
{
    for (int i = 0; i < X509_CRL_get_ext_count(list); ++i) {
        X509_EXTENSION *extension = X509_CRL_get_ext(list, i);
        const int type = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (type == NID_delta_crl
            || (X509_EXTENSION_get_critical(extension) == 1
                && type != NID_issuing_distribution_point))
            return fail(ErrorCode::Unsupported, u"CRL with an extension of consequence"_s);
    }
    return {};
}

Result<> checkListScope(const X509_CRL *list, X509 *certificate)
{
    int isCritical = -1; // -1 afterwards: there is none; -2: several
    const ListScope scope(static_cast<ISSUING_DIST_POINT *>(
        X509_CRL_get_ext_d2i(list, NID_issuing_distribution_point, &isCritical, nullptr)));
    if (!scope && isCritical == -1)
        return {};
    if (!scope || scope->indirectCRL > 0 || scope->onlysomereasons || scope->onlyattr > 0)
        return fail(ErrorCode::Unsupported, u"CRL with a scope that is not supported"_s);
    const bool isAuthority = X509_check_ca(certificate) != 0;
    if ((scope->onlyuser > 0 && isAuthority) || (scope->onlyCA > 0 && !isAuthority)
        || (scope->distpoint && !isPointOf(certificate, scope->distpoint)))
        return fail(ErrorCode::NotFound, u"CRL about others"_s);
    return {};
}

Result<> checkListSignature(X509_CRL *list, X509 *issuer)
{
    const bool isGood = (X509_get_key_usage(issuer) & KU_CRL_SIGN) != 0
        && isModernSignature(X509_CRL_get_signature_nid(list))
        && X509_CRL_verify(list, X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    if (!isGood)
        return fail(ErrorCode::Untrusted, u"CRL by who may not give it"_s);
    return {};
}

int listedReason(const X509_REVOKED *entry)
{
    const std::unique_ptr<ASN1_ENUMERATED, ossl::Free<ASN1_ENUMERATED_free>> value(
        static_cast<ASN1_ENUMERATED *>(
            X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, nullptr, nullptr)));
    return value ? int(ASN1_ENUMERATED_get(value.get())) : RevocationProof::NoReason;
}

Result<> checkList(X509_CRL *list, const RevocationQuestion &question)
{
    if (X509_NAME_cmp(X509_CRL_get_issuer(list), X509_get_subject_name(question.issuer)) != 0)
        return fail(ErrorCode::NotFound, u"CRL of another issuer"_s);
    if (const auto good = checkListExtensions(list); !good)
        return good;
    if (const auto good = checkListScope(list, question.certificate); !good)
        return good;
    return checkListSignature(list, question.issuer);
}

} // namespace

Result<RevocationProof> proofInList(const QByteArray &der, const RevocationQuestion &question)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = cursor + der.size();
    const RevocationList list(d2i_X509_CRL(nullptr, &cursor, long(der.size())));
    ERR_clear_error();
    if (!list || cursor != end)
        return fail(ErrorCode::Malformed, u"CRL"_s);
    if (const auto good = checkList(list.get(), question); !good)
        return std::unexpected(good.error());
    RevocationProof proof;
    proof.asOf = dateTimeOf(X509_CRL_get0_lastUpdate(list.get()));
    proof.until = dateTimeOf(X509_CRL_get0_nextUpdate(list.get()));
    proof.status = RevocationStatus::Good;
    X509_REVOKED *entry = nullptr;
    if (X509_CRL_get0_by_serial(list.get(), &entry, X509_get0_serialNumber(question.certificate))
        == 1) {
        proof.status = RevocationStatus::Revoked;
        proof.revokedAt = dateTimeOf(X509_REVOKED_get0_revocationDate(entry));
        proof.reason = listedReason(entry);
    }
    const bool isRevoked = proof.status == RevocationStatus::Revoked;
    if (!proof.asOf.isValid() || !proof.until.isValid()
        || (isRevoked && !proof.revokedAt.isValid()))
        return fail(ErrorCode::Malformed, u"times of a CRL"_s);
    proof.material.crls.append(der);
    return proof;
}

} // namespace sipenduduk
