#include "common/tte/verify/ChainCheck.h"

#include "common/tte/x509/OpenSsl.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr int SecurityLevel = 2; // 112 bits: RSA 2048, SHA-224
constexpr int MaxChainDepth = 8;

ossl::Cert chainCertificate(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    return ossl::Cert(d2i_X509(nullptr, &cursor, long(der.size())));
}

ChainState stateOf(int error)
{
    switch (error) {
    case X509_V_OK: return ChainState::Trusted;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID: return ChainState::OutOfDate;
    default: return ChainState::Untrusted;
    }
}

QList<QByteArray> derListOf(const STACK_OF(X509) * stack)
{
    QList<QByteArray> list;
    for (int i = 0; i < sk_X509_num(stack); ++i) {
        X509 *certificate = sk_X509_value(stack, i);
        QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
        auto *cursor = reinterpret_cast<unsigned char *>(der.data());
        i2d_X509(certificate, &cursor);
        list.append(der);
    }
    return list;
}

} // namespace

CertificateStore storeOf(const TrustAnchors &anchors, const QDateTime &at)
{
    CertificateStore store(X509_STORE_new());
    for (const QByteArray &root : anchors.roots) {
        if (const ossl::Cert anchor = chainCertificate(root))
            X509_STORE_add_cert(store.get(), anchor.get());
    }
    X509_VERIFY_PARAM *param = X509_STORE_get0_param(store.get());
    X509_VERIFY_PARAM_set_time(param, at.toSecsSinceEpoch());
    X509_VERIFY_PARAM_set_auth_level(param, SecurityLevel);
    X509_VERIFY_PARAM_set_depth(param, MaxChainDepth);
    return store;
}

ossl::CertStack stackOf(const QList<QByteArray> &certificates)
{
    ossl::CertStack stack(sk_X509_new_null());
    for (const QByteArray &der : certificates) {
        ossl::Cert certificate = chainCertificate(der);
        if (certificate && sk_X509_push(stack.get(), certificate.get()) > 0)
            (void)certificate.release();
    }
    return stack;
}

ChainOutcome checkChain(const QByteArray &leaf, const QList<QByteArray> &others,
                        const TrustAnchors &anchors, const QDateTime &at)
{
    const ossl::Cert certificate = chainCertificate(leaf);
    const ossl::CertStack untrusted = stackOf(others + anchors.intermediates);
    const CertificateStore store = storeOf(anchors, at);
    const std::unique_ptr<X509_STORE_CTX, ossl::Free<X509_STORE_CTX_free>> context(
        X509_STORE_CTX_new());
    if (!certificate
        || X509_STORE_CTX_init(context.get(), store.get(), certificate.get(), untrusted.get()) != 1)
        return {ChainState::Untrusted, u"certificate unreadable"_s, {}};
    const bool isGood = X509_verify_cert(context.get()) == 1;
    const int error = X509_STORE_CTX_get_error(context.get());
    ERR_clear_error();
    if (!isGood)
        return {error == X509_V_OK ? ChainState::Untrusted : stateOf(error),
                QString::fromLatin1(X509_verify_cert_error_string(error)),
                {}};
    return {ChainState::Trusted, {}, derListOf(X509_STORE_CTX_get0_chain(context.get()))};
}

} // namespace sipenduduk
