#include "common/tte/Pkcs12File.h"

#include "common/tte/CertificateChain.h"
#include "common/tte/Pin_p.h"

#include <openssl/err.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

QByteArray derOfCertificate(X509 *certificate)
{
    QByteArray der(i2d_X509(certificate, nullptr), Qt::Uninitialized);
    auto *cursor = reinterpret_cast<unsigned char *>(der.data());
    i2d_X509(certificate, &cursor);
    return der;
}

QList<QByteArray> derOfAll(const STACK_OF(X509) * certificates)
{
    QList<QByteArray> list;
    for (int i = 0; i < sk_X509_num(certificates); ++i)
        list.append(derOfCertificate(sk_X509_value(certificates, i)));
    return list;
}

bool hasRightPassphrase(PKCS12 *file, const char *passphrase, int size)
{
    const bool isRight = PKCS12_verify_mac(file, passphrase, size) == 1;
    ERR_clear_error();
    return isRight;
}

} // namespace

Result<Pkcs12Content> readPkcs12(const QByteArray &file, const Pin &pin)
{
    // OpenSSL wants a terminated string; SecureArray keeps no terminator.
    QCA::SecureArray terminated = PinSecret::of(pin);
    const int passphraseSize = terminated.size();
    terminated.append(QCA::SecureArray(1, '\0'));
    const char *passphrase = terminated.constData();
    const auto *cursor = reinterpret_cast<const unsigned char *>(file.constData());
    const ossl::Pkcs12 container(d2i_PKCS12(nullptr, &cursor, long(file.size())));
    ERR_clear_error();
    if (!container || PKCS12_mac_present(container.get()) != 1)
        return fail(ErrorCode::Malformed, u"not a PKCS#12 file"_s);
    if (!hasRightPassphrase(container.get(), passphrase, passphraseSize))
        return fail(ErrorCode::WrongPin, u"passphrase"_s);
    EVP_PKEY *rawKey = nullptr;
    X509 *rawCertificate = nullptr;
    STACK_OF(X509) *rawOthers = nullptr;
    const bool isRead =
        PKCS12_parse(container.get(), passphrase, &rawKey, &rawCertificate, &rawOthers) == 1;
    ossl::Key key(rawKey);
    const ossl::Cert certificate(rawCertificate);
    const ossl::CertStack others(rawOthers ? rawOthers : sk_X509_new_null());
    ERR_clear_error();
    if (!isRead)
        return fail(ErrorCode::Unsupported, u"PKCS#12 uses an algorithm that is not loaded"_s);
    if (!key || !certificate || X509_check_private_key(certificate.get(), key.get()) != 1) {
        ERR_clear_error();
        return fail(ErrorCode::Incomplete, u"no key, or no certificate for it"_s);
    }
    auto info = readCertificate(derOfCertificate(certificate.get()));
    if (!info)
        return std::unexpected(info.error());
    return Pkcs12Content{
        .certificate = std::move(*info),
        .chain = orderedChain(derOfCertificate(certificate.get()), derOfAll(others.get())),
        .key = std::move(key)};
}

} // namespace sipenduduk
