#pragma once

#include <openssl/x509.h>

#include <QByteArray>
#include <QDateTime>

namespace sipenduduk {

/// Which certificate is asked about, and for what time.
struct RevocationQuery
{
    X509 *certificate = nullptr; // never null
    X509 *issuer = nullptr;      // never null
    QDateTime at;                ///< UTC: was it good then?
    QDateTime now;               ///< UTC, time of the check; later than this nothing is known
};

/// What one OCSP answer or one CRL says to a query.
struct RevocationAnswer
{
    enum class Kind {
        Silent = 1,   ///< about others, or "unknown", or not about that time
        Unusable = 2, ///< about it, but not to be believed
        Good = 3,
        Revoked = 4,
    };

    static constexpr int NoReason = -1;

    Kind kind = Kind::Silent;
    QDateTime asOf;        ///< UTC, thisUpdate; when Good or Revoked
    QDateTime revokedAt;   ///< UTC; when Revoked
    int reason = NoReason; ///< CRLReason, RFC 5280; when Revoked
    QByteArray source;     ///< DER of the OCSPResponse or CRL; when Good or Revoked
};

/// How far two honest clocks may differ, in seconds.
inline constexpr qint64 ClockTolerance = 300;

/// Whether "not revoked", said at `thisUpdate`, holds for the time of the query: said at that
/// time or later, or earlier with a promise (`nextUpdate`; invalid: none) that lasts until then.
/// Nothing from the future.
[[nodiscard]] bool isAboutTime(const RevocationQuery &query, const QDateTime &thisUpdate,
                               const QDateTime &nextUpdate);

/// Whether a signature algorithm uses SHA-256 or better with RSA (PKCS#1) or ECDSA.
[[nodiscard]] bool isStrongSignature(int signatureNid);

} // namespace sipenduduk
