#include "server/portal/http/CsrfTokens.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QVarLengthArray>

#include <utility>

namespace sipenduduk {

namespace {

constexpr qsizetype ProofSize = 32;
constexpr auto TokenEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray randomBytes(qsizetype count)
{
    QVarLengthArray<quint32, 16> words((count + 3) / 4);
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.constData()), count);
}

QByteArray masked(const QByteArray &bytes, const QByteArray &mask)
{
    QByteArray result(bytes.size(), '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        result[i] = char(bytes[i] ^ mask[i]);
    return result;
}

} // namespace

QByteArray randomToken(qsizetype bytes)
{
    return randomBytes(bytes).toBase64(TokenEncoding);
}

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= unsigned(a[i] ^ b[i]);
    return difference == 0;
}

CsrfTokens::CsrfTokens(QByteArray secret)
    : m_secret(std::move(secret))
{
    Q_ASSERT(m_secret.size() >= ProofSize);
}

QString CsrfTokens::tokenFor(const QByteArray &sessionId) const
{
    const QByteArray mask = randomBytes(ProofSize);
    return QString::fromLatin1((mask + masked(proofFor(sessionId), mask)).toBase64(TokenEncoding));
}

bool CsrfTokens::accepts(const QByteArray &sessionId, const QString &token) const
{
    const auto decoded = QByteArray::fromBase64Encoding(
        token.toLatin1(), TokenEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (sessionId.isEmpty() || !decoded || decoded.decoded.size() != 2 * ProofSize)
        return false;
    const QByteArray &proof = decoded.decoded;
    return equalInConstantTime(masked(proof.last(ProofSize), proof.first(ProofSize)),
                               proofFor(sessionId));
}

QByteArray CsrfTokens::proofFor(const QByteArray &sessionId) const
{
    return QMessageAuthenticationCode::hash("csrf:" + sessionId, m_secret,
                                            QCryptographicHash::Sha256);
}

} // namespace sipenduduk
