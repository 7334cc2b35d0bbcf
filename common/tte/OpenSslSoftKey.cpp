#include "common/tte/OpenSslSoftKey.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

OpenSslSoftKey::OpenSslSoftKey(Pkcs12Content content)
    : m_content(std::move(content))
{
}

const CertificateInfo &OpenSslSoftKey::certificate() const
{
    return m_content.certificate;
}

const QList<QByteArray> &OpenSslSoftKey::chain() const
{
    return m_content.chain;
}

Result<QByteArray> OpenSslSoftKey::sign(const QByteArray &tbs)
{
    const auto *message = reinterpret_cast<const unsigned char *>(tbs.constData());
    const ossl::DigestContext context(EVP_MD_CTX_new());
    QByteArray signature(EVP_PKEY_get_size(m_content.key.get()), Qt::Uninitialized);
    auto size = std::size_t(signature.size());
    const bool isSigned =
        EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_content.key.get()) == 1
        && EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                          message, std::size_t(tbs.size()))
            == 1;
    ERR_clear_error();
    if (!isSigned)
        return fail(ErrorCode::Internal, u"OpenSSL gave no signature"_s);
    signature.truncate(qsizetype(size)); // a DER signature varies in length
    return signature;
}

} // namespace sipenduduk
