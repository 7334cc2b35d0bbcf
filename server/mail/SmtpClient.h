#pragma once

#include "common/Result.h"

#include <QString>

#include <chrono>
#include <stop_token>

namespace sipenduduk {

struct MailMessage;

/// How to reach the mail server.
struct SmtpSettings
{
    enum class Security {
        StartTls,      ///< port 587 or 25; no mail and no password without TLS
        ImplicitTls,   ///< port 465
        PlainLoopback, ///< a mail server on this very machine; any other host is refused
    };
    QString host{};
    quint16 port = 587;
    Security security = Security::StartTls;
    QString user{}; ///< empty: no AUTH
    QString password{};
    QString caFile{};    ///< PEM; only its authorities are trusted; empty: the system's
    QString helloName{}; ///< our own host name; empty: what the machine calls itself
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(15); ///< with TLS
    std::chrono::milliseconds replyTimeout = std::chrono::seconds(120);
    std::chrono::milliseconds totalTimeout = std::chrono::minutes(15);
};

/// What became of one try.
struct SmtpDelivery
{
    enum class Outcome {
        Accepted,    ///< the server is now responsible for it
        Unreachable, ///< no mail gets through: network, TLS, log-in, or the sender is refused
        Temporary,   ///< this mail was not taken now (4xx, or the line broke over it)
        Permanent,   ///< this mail will never be taken (5xx for recipient or content)
    };
    Outcome outcome = Outcome::Unreachable;
    int replyCode = 0; ///< the server's last reply; 0 without one
    QString reply{};   ///< its text, or our reason; addresses are left out
    bool operator==(const SmtpDelivery &) const = default;
};

/// Sends mails by SMTP. A password or certificate fault is never Permanent: it is the office's to
/// mend, and no letter may be given up for it.
class SmtpClient
{
public:
    explicit SmtpClient(SmtpSettings settings);

    /// InvalidArgument names the setting that cannot work.
    [[nodiscard]] static Result<> check(const SmtpSettings &settings);

    /// Blocks until the server has answered or a time-out. A stop request ends it within about a
    /// second, but waits up to ten while the server holds the whole mail and may already have
    /// taken it. Any thread; several at once.
    [[nodiscard]] SmtpDelivery send(const MailMessage &message,
                                    const std::stop_token &stop = {}) const;

private:
    SmtpSettings m_settings;
};

} // namespace sipenduduk
