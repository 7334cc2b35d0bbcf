#include "common/tte/verify/TrustAnchors.h"

#include "common/tte/x509/CertificateInfo.h"
#include "common/tte/x509/OpenSsl.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype MaxAnchorFile = 1024 * 1024;

bool isSelfSigned(const QByteArray &der)
{
    const auto *cursor = reinterpret_cast<const unsigned char *>(der.constData());
    const ossl::Cert certificate(d2i_X509(nullptr, &cursor, long(der.size())));
    return certificate && X509_self_signed(certificate.get(), 1) == 1;
}

} // namespace

Result<TrustAnchors> TrustAnchors::fromBytes(const QByteArray &pemOrDer)
{
    if (pemOrDer.size() > MaxAnchorFile)
        return fail(ErrorCode::TooLarge, u"anchor file"_s);
    QList<QByteArray> list;
    if (pemOrDer.contains("-----BEGIN")) {
        const auto certificates = certificatesFromPem(pemOrDer);
        if (!certificates)
            return std::unexpected(certificates.error());
        list = *certificates;
    } else {
        const auto certificate = readCertificate(pemOrDer);
        if (!certificate)
            return std::unexpected(certificate.error());
        list = {certificate->der};
    }
    TrustAnchors anchors;
    for (const QByteArray &der : std::as_const(list))
        (isSelfSigned(der) ? anchors.roots : anchors.intermediates).append(der);
    return anchors;
}

} // namespace sipenduduk
