#pragma once

#include <QByteArray>
#include <QString>

namespace sipenduduk {

/// Unguessable text for session ids, download links and codes: `bytes` random bytes as base64url
/// (43 characters for 32 bytes), safe in cookies and addresses.
[[nodiscard]] QByteArray randomToken(qsizetype bytes = 32);

/// True when both are equal; the time taken tells nothing about where they differ.
[[nodiscard]] bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

/// Tokens that prove that a form was served by us to the session that sends it back.
///
/// HMAC-SHA-256 of the session id under the server's secret: nothing needs to be stored. Each
/// form gets it under a fresh random mask, so that compression of pages does not leak it (BREACH).
class CsrfTokens
{
public:
    /// `secret`: at least 32 random bytes, the same for all servers of one site and across restarts
    /// when open forms shall survive them.
    explicit CsrfTokens(QByteArray secret);

    [[nodiscard]] QString tokenFor(const QByteArray &sessionId) const;
    [[nodiscard]] bool accepts(const QByteArray &sessionId, const QString &token) const;

private:
    [[nodiscard]] QByteArray proofFor(const QByteArray &sessionId) const;

    QByteArray m_secret;
};

} // namespace sipenduduk
