#include "common/tte/Pkcs12File.h"

#include "common/tte/x509/OpenSsl.h"

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

/// Signer, its issuer, the issuer's issuer … as far as `others` reach, without the root.
QList<QByteArray> orderedChain(X509 *signer, const STACK_OF(X509) * others)
{
    QList<QByteArray> chain{derOfCertificate(signer)};
    X509 *current = signer;
    while (current && chain.size() <= sk_X509_num(others)) {
        X509 *issuer = nullptr;
        for (int i = 0; !issuer && i < sk_X509_num(others); ++i) {
            X509 *candidate = sk_X509_value(others, i);
            if (X509_check_issued(candidate, current) == X509_V_OK
                && X509_self_signed(candidate, 0) == 0)
                issuer = candidate;
        }
        if (issuer && !chain.contains(derOfCertificate(issuer)))
            chain.append(derOfCertificate(issuer));
        current = issuer;
    }
    return chain;
}

bool hasRightPassphrase(PKCS12 *file, const char *passphrase, int size)
{
    const bool isRight = PKCS12_verify_mac(file, passphrase, size) == 1;
    ERR_clear_error();
    return isRight;
}

} // namespace

Result<Pkcs12Content> readPkcs12(const QByteArray &file, const char *passphrase, int passphraseSize)
{
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
    const ossl::Key key(rawKey);
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
    return Pkcs12Content{std::move(*info), orderedChain(certificate.get(), others.get())};
}

} // namespace sipenduduk
