#pragma once

#include "common/Ids.h"
#include "common/Result.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>

#include <mutex>

namespace sipenduduk {

/// Who has which permohonan open. Leases live in memory: after a crash of client or server they
/// are gone, which is what a lease is for. Thread-safe.
class Leases
{
public:
    static constexpr int Seconds = 90; ///< unless renewed

    /// Takes or renews; Held while another one's still runs.
    [[nodiscard]] Result<QDateTime> claim(PermohonanId id, UserId user, const QString &name,
                                          const QDateTime &now);
    /// Whether `user` may work on it now; Held otherwise.
    [[nodiscard]] Result<> check(PermohonanId id, UserId user, const QDateTime &now) const;
    /// True when this officer had it.
    bool release(PermohonanId id, UserId user);
    /// All of one officer; the permohonan that are free now.
    QList<PermohonanId> releaseAll(UserId user);
    /// Name of the officer who has it open; empty when nobody has.
    [[nodiscard]] QString heldBy(PermohonanId id, const QDateTime &now) const;

private:
    struct Lease
    {
        UserId user{};
        QString name;
        QDateTime until;
    };
    mutable std::mutex m_mutex;
    QHash<qint64, Lease> m_leases;
};

} // namespace sipenduduk
