#include "common/tte/upgrade/CertificateAccess.h"

#include "common/tte/x509/CertificateInfo.h"

#include <openssl/err.h>
#include <openssl/pkcs7.h>

namespace sipenduduk {

namespace {

constexpr int MaxPublished = 8;

using AccessList = std::unique_ptr<AUTHORITY_INFO_ACCESS, ossl::Free<AUTHORITY_INFO_ACCESS_free>>;
using PointList = std::unique_ptr<CRL_DIST_POINTS, ossl::Free<CRL_DIST_POINTS_free>>;
using Bundle = std::unique_ptr<PKCS7, ossl::Free<PKCS7_free>>;

void addAddress(const GENERAL_NAME *name, QList<QUrl> &found)
{
    int type = 0;
    const auto *value = static_cast<const ASN1_STRING *>(GENERAL_NAME_get0_value(name, &type));
    if (type != GEN_URI || found.size() == MaxAddresses)
        return;
    const QUrl url(QString::fromLatin1(reinterpret_cast<const char *>(ASN1_STRING_get0_data(value)),
                                       ASN1_STRING_length(value)),
                   QUrl::StrictMode);
    const bool isWeb =
        url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty()
        && !found.contains(url))
        found.append(url);
}

QList<QUrl> accessAddresses(X509 *certificate, int method)
{
    const AccessList list(static_cast<AUTHORITY_INFO_ACCESS *>(
        X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    QList<QUrl> found;
    for (int i = 0; i < sk_ACCESS_DESCRIPTION_num(list.get()); ++i) {
        const ACCESS_DESCRIPTION *access = sk_ACCESS_DESCRIPTION_value(list.get(), i);
        if (OBJ_obj2nid(access->method) == method)
            addAddress(access->location, found);
    }
    return found;
}

QList<QByteArray> certificatesOfBundle(const QByteArray &file)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(file.constData());
    const Bundle bundle(d2i_PKCS7(nullptr, &cursor, long(file.size())));
    QList<QByteArray> list;
    if (!bundle || !PKCS7_type_is_signed(bundle.get()) || !bundle->d.sign)
        return list;
    const STACK_OF(X509) *stack = bundle->d.sign->cert;
    for (int i = 0; i < sk_X509_num(stack) && i < MaxPublished; ++i)
        list.append(certificateToDer(sk_X509_value(stack, i)));
    return list;
}

} // namespace

ossl::Cert certificateFromDer(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = cursor + der.size();
    ossl::Cert certificate(d2i_X509(nullptr, &cursor, long(der.size())));
    ERR_clear_error();
    return cursor == end ? std::move(certificate) : nullptr;
}

QByteArray certificateToDer(X509 *certificate)
{
    unsigned char *der = nullptr;
    const int size = i2d_X509(certificate, &der);
    const ossl::Bytes owner(der);
    return size > 0 ? QByteArray(reinterpret_cast<const char *>(der), size) : QByteArray();
}

ossl::CertStack certificateStack(const QList<QByteArray> &certificates)
{
    ossl::CertStack stack(sk_X509_new_null());
    for (const QByteArray &der : certificates) {
        ossl::Cert certificate = certificateFromDer(der);
        if (certificate && sk_X509_push(stack.get(), certificate.get()) > 0)
            (void)certificate.release();
    }
    return stack;
}

QList<QByteArray> publishedCertificates(const QByteArray &file)
{
    if (certificateFromDer(file))
        return {file};
    QList<QByteArray> list = file.contains("-----BEGIN")
        ? certificatesFromPem(file).value_or(QList<QByteArray>())
        : certificatesOfBundle(file);
    if (list.size() > MaxPublished)
        list.resize(MaxPublished);
    ERR_clear_error();
    return list;
}

QList<QUrl> responderAddresses(X509 *certificate)
{
    return accessAddresses(certificate, NID_ad_OCSP);
}

QList<QUrl> issuerAddresses(X509 *certificate)
{
    return accessAddresses(certificate, NID_ad_ca_issuers);
}

QList<QUrl> listAddresses(X509 *certificate)
{
    constexpr int FullName = 0;
    const PointList points(static_cast<CRL_DIST_POINTS *>(
        X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    QList<QUrl> found;
    for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT *point = sk_DIST_POINT_value(points.get(), i);
        if (!point->distpoint || point->distpoint->type != FullName || point->CRLissuer
            || point->reasons)
            continue;
        const GENERAL_NAMES *names = point->distpoint->name.fullname;
        for (int j = 0; j < sk_GENERAL_NAME_num(names); ++j)
            addAddress(sk_GENERAL_NAME_value(names, j), found);
    }
    return found;
}

bool namesRevocationSource(X509 *certificate)
{
    if (X509_get_ext_by_NID(certificate, NID_crl_distribution_points, -1) >= 0)
        return true;
    const AccessList list(static_cast<AUTHORITY_INFO_ACCESS *>(
        X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    for (int i = 0; i < sk_ACCESS_DESCRIPTION_num(list.get()); ++i) {
        if (OBJ_obj2nid(sk_ACCESS_DESCRIPTION_value(list.get(), i)->method) == NID_ad_OCSP)
            return true;
    }
    return false;
}

bool isModernSignature(int signatureNid)
{
    int digest = NID_undef;
    int key = NID_undef;
    if (OBJ_find_sigid_algs(signatureNid, &digest, &key) != 1)
        return false;
    return (digest == NID_sha256 || digest == NID_sha384 || digest == NID_sha512)
        && (key == NID_rsaEncryption || key == NID_X9_62_id_ecPublicKey);
}

} // namespace sipenduduk
