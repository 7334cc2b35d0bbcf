#pragma once

#include "server/mail/OutboxSource.h"
#include "server/mail/RetryPolicy.h"
#include "server/mail/SmtpClient.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <thread>

namespace sipenduduk {

struct OutboxOptions
{
    SmtpSettings smtp{};
    QString fromAddress{};
    QString fromName{}; ///< the office
    RetryPolicy retry{};
    int batch = 16;
    /// Looks into the outbox at least so often, also when nobody calls wake().
    std::chrono::milliseconds pollInterval = std::chrono::seconds(30);
    /// The time, UTC. When it is not the machine's, call wake() after changing it.
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
    /// health() says another `isReachable` than before. On the worker's thread, which waits.
    std::function<void()> reachabilityChanged = [] {};
};

/// Sends what waits in the outbox, on a thread of its own, until it is stopped.
///
/// A mail leaves the outbox only when the server has taken it or has refused it for good. While the
/// server cannot be reached no mail is counted as tried. What the server took but the database
/// could not record is remembered and recorded later, so that it is not sent again; only a crash
/// in between sends it twice, with the same Message-ID.
class OutboxWorker
{
public:
    /// `source` outlives the worker.
    OutboxWorker(OutboxSource &source, OutboxOptions options);
    ~OutboxWorker(); ///< stops
    Q_DISABLE_COPY_MOVE(OutboxWorker)

    /// InvalidArgument for settings that cannot work.
    [[nodiscard]] Result<> start();
    /// New mail waits (call it after the commit). Any thread; cheap.
    void wake();
    /// Ends within about a second; ten when the server is taking a mail just then.
    void stop();

    struct Health
    {
        bool isReachable = true; ///< false since the last try to reach the mail server failed
        QString lastError;       ///< of that try; no address in it
        int lastReply = 0;       ///< SMTP code of that try; 0 when no server answered
        QDateTime unreachableSince;
        qint64 sent = 0; ///< since start()
    };
    [[nodiscard]] Health health() const;

private:
    void run(const std::stop_token &stop);
    void work(const std::stop_token &stop);
    bool sendBatch(const std::stop_token &stop);
    void deliver(const OutboxMail &mail, const std::stop_token &stop);
    [[nodiscard]] SmtpDelivery tryOnce(const OutboxMail &mail, const std::stop_token &stop) const;
    [[nodiscard]] Result<> record(const OutboxMail &mail, const SmtpDelivery &delivery);
    bool recordLeftOver();
    void noteReachable();
    void noteOutage(const SmtpDelivery &delivery);
    void pauseFor(std::chrono::milliseconds delay);
    [[nodiscard]] std::chrono::milliseconds restingTime() const;

    OutboxSource &m_source;
    const OutboxOptions m_options;
    const SmtpClient m_client;
    // Worker thread only.
    struct Unrecorded
    {
        OutboxMail mail;
        SmtpDelivery delivery;
    };
    std::map<qint64, Unrecorded> m_unrecorded;
    QDateTime m_pausedUntil; ///< invalid: not paused
    QDateTime m_nextRetry;   ///< the earliest try put off by this worker; invalid: none
    int m_outages = 0;

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wakened;
    bool m_isWakened = false;
    Health m_health;
    std::jthread m_thread; // last: its end must not find the others gone
};

} // namespace sipenduduk
