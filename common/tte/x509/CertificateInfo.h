#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace sipenduduk {

enum class KeyKind { Rsa = 1, EcP256 = 2, EcP384 = 3, Other = 4 };

/// What a person or a rule wants to know of an X.509 certificate.
struct CertificateInfo
{
    QByteArray der;
    QString subjectName;          ///< common name
    QString subject;              ///< whole distinguished name, RFC 2253, UTF-8
    QString issuerName;           ///< common name, or the whole name when there is none
    QString serial;               ///< upper-case hex
    QByteArray fingerprintSha256; ///< 32 bytes, over the DER
    QDateTime notBefore;          ///< UTC
    QDateTime notAfter;           ///< UTC
    KeyKind keyKind = KeyKind::Other;
    int keyBits = 0;
    bool isAuthority = false;      ///< may issue certificates
    bool maySignDocuments = false; ///< key usage digitalSignature or nonRepudiation, and no CA

    bool operator==(const CertificateInfo &) const = default;
};

/// Largest certificate read, in bytes.
inline constexpr qsizetype MaxCertificateSize = 64 * 1024;

/// Reads one certificate, DER or PEM; Malformed when it is not exactly one.
[[nodiscard]] Result<CertificateInfo> readCertificate(const QByteArray &derOrPem);

/// All certificates of a PEM text as DER, in their order; Malformed when there is none.
[[nodiscard]] Result<QList<QByteArray>> certificatesFromPem(const QByteArray &pem);

/// Whether a TTE may be made with this certificate at `at`.
///
/// Expired outside its validity (the detail says "expired" or "not yet valid"), Forbidden for a
/// wrong key usage, Unsupported for a key that is neither RSA >= 2048 nor P-256 or P-384.
[[nodiscard]] Result<> checkFitForTte(const CertificateInfo &certificate, const QDateTime &at);

} // namespace sipenduduk
