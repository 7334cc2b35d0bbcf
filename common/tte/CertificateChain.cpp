#include "common/tte/CertificateChain.h"

#include "common/tte/x509/OpenSsl.h"

#include <openssl/err.h>

#include <utility>
#include <vector>

namespace sipenduduk {

namespace {

ossl::Cert parsed(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    ossl::Cert certificate(d2i_X509(nullptr, &cursor, long(der.size())));
    ERR_clear_error();
    return certificate;
}

} // namespace

QList<QByteArray> orderedChain(const QByteArray &signer, const QList<QByteArray> &others)
{
    std::vector<std::pair<ossl::Cert, QByteArray>> candidates;
    for (const QByteArray &der : others) {
        if (ossl::Cert certificate = parsed(der);
            certificate && X509_self_signed(certificate.get(), 0) == 0)
            candidates.emplace_back(std::move(certificate), der);
    }
    QList<QByteArray> chain{signer};
    const ossl::Cert first = parsed(signer);
    X509 *current = first.get();
    while (current) {
        X509 *issuer = nullptr;
        for (const auto &[candidate, der] : candidates) {
            if (!chain.contains(der) && X509_check_issued(candidate.get(), current) == X509_V_OK) {
                chain.append(der);
                issuer = candidate.get();
                break;
            }
        }
        current = issuer;
    }
    return chain;
}

} // namespace sipenduduk
