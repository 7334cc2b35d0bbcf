#pragma once

#include "common/Result.h"
#include "common/tte/upgrade/ValidationMaterial.h"

#include <openssl/ocsp.h>

#include <QDateTime>

#include <chrono>

namespace sipenduduk {

enum class RevocationStatus {
    Unknown = 1, ///< the responder does not know the certificate
    Good = 2,
    Revoked = 3,
};

/// Which certificate is asked about, and by whose authority.
struct RevocationQuestion
{
    X509 *certificate = nullptr;   // never null
    X509 *issuer = nullptr;        // never null
    QList<QByteArray> authorities; ///< DER: the issuer and those above it; help to build chains
    QList<QByteArray> roots;       ///< DER
    QDateTime now;                 ///< UTC; nothing may be later
};

/// What an authority says of one certificate, checked.
struct RevocationProof
{
    static constexpr int NoReason = -1;

    RevocationStatus status = RevocationStatus::Unknown;
    QDateTime asOf;        ///< UTC, thisUpdate
    QDateTime until;       ///< UTC, nextUpdate; invalid: newer information is always to be had
    QDateTime revokedAt;   ///< UTC; when Revoked
    int reason = NoReason; ///< CRLReason (RFC 5280); when Revoked
    QByteArray responder;  ///< DER of a responder that is not the issuer itself; else empty
    ValidationMaterial material; ///< for a /DSS

    /// Whether it is about today: begun, and not over. An answer that promises nothing is good for
    /// a day.
    [[nodiscard]] bool isCurrent(const QDateTime &now) const;
    /// Whether "good" holds for that time: said then or later, or earlier with a promise that lasts
    /// until then. A revocation holds for every time.
    [[nodiscard]] bool isAbout(const QDateTime &at) const;
};

/// How far two honest clocks may differ.
inline constexpr std::chrono::minutes MaxResponderClockDifference{5};

/// What an OCSPResponse (DER) says.
///
/// Signed by the issuer, or by one to whom the issuer gave a certificate for OCSPSigning, with
/// SHA-256 or better, under a chain to a root that was valid when it was made. `asked`, when not
/// null: the request, whose nonce a nonce in the answer must equal (many responders have none).
/// Whether it is current, and about which time, is asked of the proof.
///
/// Errors: Malformed, NotAllowed (the responder refuses), NotFound (about others alone), Untrusted.
[[nodiscard]] Result<RevocationProof> proofInOcsp(const QByteArray &der,
                                                  const RevocationQuestion &question,
                                                  OCSP_REQUEST *asked = nullptr);

/// What a CRL (DER) says: a whole one by the issuer itself, signed with SHA-256 or better.
/// Malformed, NotFound (of another issuer or scope), Unsupported (delta, indirect, a critical
/// extension), Untrusted.
[[nodiscard]] Result<RevocationProof> proofInList(const QByteArray &der,
                                                  const RevocationQuestion &question);

} // namespace sipenduduk
