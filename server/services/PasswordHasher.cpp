#include "server/services/PasswordHasher.h"

#include <QByteArray>
#include <QUuid>

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace sipenduduk {

PasswordCost PasswordCost::cheapest()
{
    return {.operations = crypto_pwhash_OPSLIMIT_MIN,
            .memory = crypto_pwhash_MEMLIMIT_MIN,
            .waiting = 32};
}

PasswordHasher::PasswordHasher(const PasswordCost &cost)
    : m_cost(cost)
{
    // The only failure of sodium_init() is a system without random numbers, where hashNow()
    // fails as well.
    if (sodium_init() >= 0)
        m_nobodysHash = hashNow(QUuid::createUuid().toString()).value_or(QString());
    m_pool.setMaxThreadCount(1);
}

template <typename T, typename F>
Answer<T> PasswordHasher::start(F work)
{
    if (++m_waiting > m_cost.waiting) {
        --m_waiting;
        return fail(ErrorCode::Busy, u"too many passwords are being checked"_s);
    }
    return answerFrom(m_pool, [this, work = std::move(work)] {
        Result<T> outcome = work();
        --m_waiting; // before the answer, so that whoever has it may ask again
        return outcome;
    });
}

Answer<QString> PasswordHasher::hash(const QString &password)
{
    return start<QString>([this, password] { return hashNow(password); });
}

Answer<bool> PasswordHasher::verify(const QString &hash, const QString &password)
{
    return start<bool>([this, hash, password] { return verifyNow(hash, password); });
}

Result<QString> PasswordHasher::hashNow(const QString &password) const
{
    if (password.size() < MinLength || password.size() > MaxLength)
        return fail(ErrorCode::InvalidArgument, u"password length out of bounds"_s);
    const QByteArray bytes = password.normalized(QString::NormalizationForm_C).toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str(text.data(), bytes.constData(), quint64(bytes.size()), m_cost.operations,
                          std::size_t(m_cost.memory))
        != 0)
        return fail(ErrorCode::Internal, u"no memory for the password hash"_s);
    return QString::fromLatin1(text.data());
}

Result<bool> PasswordHasher::verifyNow(const QString &hash, const QString &password) const
{
    const QByteArray expected = (hash.isEmpty() ? m_nobodysHash : hash).toLatin1();
    const QByteArray bytes = password.normalized(QString::NormalizationForm_C).toUtf8();
    const bool isRight =
        crypto_pwhash_str_verify(expected.constData(), bytes.constData(), quint64(bytes.size()))
        == 0;
    return isRight && !hash.isEmpty();
}

} // namespace sipenduduk
