#pragma once

#include "common/Result.h"
#include "server/db/Answer.h"

#include <QString>
#include <QThreadPool>

#include <atomic>

namespace sipenduduk {

/// What one hash costs. Source: libsodium, crypto_pwhash; `moderate` takes about 0.7 s and
/// 256 MiB of one core, so that a stolen database is of little use.
struct PasswordCost
{
    quint64 operations = 3;
    quint64 memory = 268'435'456; ///< bytes
    int waiting = 32;             ///< hashes under way or waiting; more get Busy

    /// For tests alone: as cheap as the library allows.
    [[nodiscard]] static PasswordCost cheapest();
};

/// Argon2id on one thread of its own, with a bounded queue: a flood of log-ins costs one core
/// and `memory` bytes, never a network thread and never the whole machine.
class PasswordHasher
{
public:
    static constexpr qsizetype MinLength = 10; ///< characters of a new password
    static constexpr qsizetype MaxLength = 256;

    explicit PasswordHasher(const PasswordCost &cost = {});

    /// Salted, in the library's own text form. InvalidArgument for a length out of bounds, Busy.
    [[nodiscard]] Answer<QString> hash(const QString &password);

    /// Whether `password` belongs to `hash`. An empty hash belongs to no password, but takes as
    /// long as one: nobody learns from the time which users exist. Busy.
    [[nodiscard]] Answer<bool> verify(const QString &hash, const QString &password);

    /// The same in the caller's thread; for the sub-commands.
    [[nodiscard]] Result<QString> hashNow(const QString &password) const;
    [[nodiscard]] Result<bool> verifyNow(const QString &hash, const QString &password) const;

private:
    template <typename T, typename F>
    Answer<T> start(F work);

    PasswordCost m_cost;
    QString m_nobodysHash; ///< of a random password
    std::atomic<int> m_waiting = 0;
    QThreadPool m_pool; ///< last: its threads end before the rest goes
};

} // namespace sipenduduk
