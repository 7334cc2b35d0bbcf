#pragma once

#include "common/tte/x509/OpenSsl.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace sipenduduk {

/// Null unless `der` is exactly one certificate.
[[nodiscard]] ossl::Cert certificateFromDer(const QByteArray &der);
[[nodiscard]] QByteArray certificateToDer(X509 *certificate);
/// What can be read of a list of certificates (DER).
[[nodiscard]] ossl::CertStack certificateStack(const QList<QByteArray> &certificates);
/// The certificates of a file that an authority publishes: DER, PEM or a PKCS#7 of certificates;
/// none when it is something else. At most eight.
[[nodiscard]] QList<QByteArray> publishedCertificates(const QByteArray &file);

/// Most addresses of one kind that are taken from one certificate.
inline constexpr qsizetype MaxAddresses = 4;

/// The http and https addresses that a certificate names for its OCSP responders (authority
/// information access). None with a user or a password in it.
[[nodiscard]] QList<QUrl> responderAddresses(X509 *certificate);
/// The same for its issuer's certificate.
[[nodiscard]] QList<QUrl> issuerAddresses(X509 *certificate);
/// The same for lists of all revocations by its own issuer: no indirect lists, no lists of some
/// reasons.
[[nodiscard]] QList<QUrl> listAddresses(X509 *certificate);
/// Whether a certificate says where its revocation could be asked for, in whatever way.
[[nodiscard]] bool namesRevocationSource(X509 *certificate);

/// Whether a signature algorithm uses SHA-256 or better with RSA (PKCS#1) or ECDSA.
[[nodiscard]] bool isModernSignature(int signatureNid);

} // namespace sipenduduk
