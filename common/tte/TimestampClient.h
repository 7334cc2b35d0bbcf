#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QList>
#include <QUrl>

#include <chrono>

namespace sipenduduk {

/// A server that answers RFC 3161 over HTTP.
struct TimestampAuthority
{
    QUrl url;       ///< may carry user and password
    QString policy; ///< dotted OID to ask for; empty: whichever it has
    bool operator==(const TimestampAuthority &) const = default;
};

struct TimestampSettings
{
    QList<TimestampAuthority> authorities;   ///< asked in this order until one answers well
    QList<QByteArray> roots;                 ///< DER; every token must lead to one of them
    std::chrono::milliseconds timeout{5000}; ///< for one authority
};

/// Gets time stamps. Used by one thread at a time, never the GUI thread.
class TimestampClient
{
public:
    /// Farthest that a stamp may be from what the caller takes for now.
    static constexpr std::chrono::minutes MaxClockDifference{5};
    /// An authority that failed is not asked again for so long: a batch does not wait for it each
    /// time.
    static constexpr std::chrono::seconds RestAfterFailure{60};

    explicit TimestampClient(TimestampSettings settings);

    /// A TimeStampToken (DER) over `sha256`, checked: granted, of version 1, over this very hash,
    /// with our nonce and the policy asked for, signed by a certificate for time stamps that leads
    /// to a root, and near `now` (UTC).
    ///
    /// Errors, those of the last authority: Network, TooLarge, Malformed, Untrusted (any check),
    /// NotAllowed (it refused), Incomplete (none is configured). Busy: all of them rest.
    [[nodiscard]] Result<QByteArray> stamp(const QByteArray &sha256, const QDateTime &now);

private:
    struct Known
    {
        TimestampAuthority authority;
        QDeadlineTimer restsUntil{0};
    };
    [[nodiscard]] Result<QByteArray> ask(const TimestampAuthority &authority,
                                         const QByteArray &sha256, const QDateTime &now) const;

    TimestampSettings m_settings;
    QList<Known> m_authorities;
};

} // namespace sipenduduk
