#include "common/tte/verify/CertificateList.h"

#include "common/tte/x509/Asn1Time.h"

#include <openssl/err.h>

namespace sipenduduk {

namespace {

using Scope = std::unique_ptr<ISSUING_DIST_POINT, ossl::Free<ISSUING_DIST_POINT_free>>;
using Points = std::unique_ptr<CRL_DIST_POINTS, ossl::Free<CRL_DIST_POINTS_free>>;

/// Whether two full names of a distribution point have one in common.
bool isSamePoint(const DIST_POINT_NAME *a, const DIST_POINT_NAME *b)
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

/// A list for one distribution point is about the certificates that name it.
bool namesPoint(X509 *certificate, const DIST_POINT_NAME *point)
{
    const Points points(static_cast<CRL_DIST_POINTS *>(
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) {
        if (isSamePoint(sk_DIST_POINT_value(points.get(), i)->distpoint, point))
            return true;
    }
    return false;
}

bool isInScope(const ISSUING_DIST_POINT &scope, X509 *certificate)
{
    const bool isAuthority = X509_check_ca(certificate) != 0;
    return scope.indirectCRL <= 0 && !scope.onlysomereasons && scope.onlyattr <= 0
        && (scope.onlyuser <= 0 || !isAuthority) && (scope.onlyCA <= 0 || isAuthority)
        && (!scope.distpoint || namesPoint(certificate, scope.distpoint));
}

/// Critical extensions other than the scope, and what makes a list a delta.
bool hasUnknownExtension(const X509_CRL *list)
{
    for (int i = 0; i < X509_CRL_get_ext_count(list); ++i) {
        X509_EXTENSION *extension = X509_CRL_get_ext(list, i);
        const int type = OBJ_obj2nid(X509_EXTENSION_get_object(extension));
        if (type == NID_delta_crl
            || (X509_EXTENSION_get_critical(extension) == 1
                && type != NID_issuing_distribution_point))
            return true;
    }
    return false;
}

int reasonOf(const X509_REVOKED *entry)
{
    int isCritical = -1;
    ASN1_ENUMERATED *value = static_cast<ASN1_ENUMERATED *>(
        X509_REVOKED_get_ext_d2i(entry, NID_crl_reason, &isCritical, nullptr));
    if (!value)
        return RevocationAnswer::NoReason;
    const long reason = ASN1_ENUMERATED_get(value);
    ASN1_ENUMERATED_free(value);
    return int(reason);
}

} // namespace

CertificateList::CertificateList(List list, QByteArray der)
    : m_list(std::move(list))
    , m_der(std::move(der))
{
}

std::optional<CertificateList> CertificateList::read(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = cursor + der.size();
    List list(d2i_X509_CRL(nullptr, &cursor, long(der.size())));
    ERR_clear_error();
    if (!list || cursor != end)
        return std::nullopt;
    return CertificateList(std::move(list), der);
}

bool CertificateList::isAbout(const RevocationQuery &query) const
{
    if (X509_NAME_cmp(X509_CRL_get_issuer(m_list.get()), X509_get_subject_name(query.issuer)) != 0
        || hasUnknownExtension(m_list.get()))
        return false;
    int isCritical = -1; // -1 afterwards: there is none; -2: several
    const Scope scope(static_cast<ISSUING_DIST_POINT *>(
        X509_CRL_get_ext_d2i(m_list.get(), NID_issuing_distribution_point, &isCritical, nullptr)));
    return scope ? isInScope(*scope, query.certificate) : isCritical == -1;
}

bool CertificateList::isBelievable(X509 *issuer) const
{
    const bool isGood = (X509_get_key_usage(issuer) & KU_CRL_SIGN) != 0
        && isStrongSignature(X509_CRL_get_signature_nid(m_list.get()))
        && X509_CRL_verify(m_list.get(), X509_get0_pubkey(issuer)) == 1;
    ERR_clear_error();
    return isGood;
}

RevocationAnswer CertificateList::answerTo(const RevocationQuery &query) const
{
    using Kind = RevocationAnswer::Kind;
    RevocationAnswer answer;
    if (!isAbout(query))
        return answer;
    if (!isBelievable(query.issuer)) {
        answer.kind = Kind::Unusable;
        return answer;
    }
    answer.source = m_der;
    answer.asOf = dateTimeOf(X509_CRL_get0_lastUpdate(m_list.get()));
    if (!answer.asOf.isValid() || answer.asOf > query.now.addSecs(ClockTolerance))
        return answer;
    X509_REVOKED *entry = nullptr;
    const int found =
        X509_CRL_get0_by_serial(m_list.get(), &entry, X509_get0_serialNumber(query.certificate));
    if (found == 1) {
        answer.revokedAt = dateTimeOf(X509_REVOKED_get0_revocationDate(entry));
        answer.reason = reasonOf(entry);
        answer.kind = answer.revokedAt.isValid() ? Kind::Revoked : Kind::Unusable;
    } else if (isAboutTime(query, answer.asOf,
                           dateTimeOf(X509_CRL_get0_nextUpdate(m_list.get())))) {
        answer.kind = Kind::Good;
    }
    return answer;
}

} // namespace sipenduduk
