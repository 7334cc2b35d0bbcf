#include "server/mail/OutboxWorker.h"

#include "server/mail/MailHeaders.h"
#include "server/mail/MailTemplates.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>
#include <utility>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcMail, "sipenduduk.mail")

/// After the database failed; it is the office's heart, so somebody is at work on it already.
constexpr std::chrono::seconds StoragePause{10};

} // namespace

OutboxWorker::OutboxWorker(OutboxSource &source, OutboxOptions options)
    : m_source(source)
    , m_options(std::move(options))
    , m_client(m_options.smtp)
{
}

OutboxWorker::~OutboxWorker()
{
    stop();
}

Result<> OutboxWorker::start()
{
    if (auto usable = SmtpClient::check(m_options.smtp); !usable)
        return usable;
    if (!isTransportSafeAddress(m_options.fromAddress))
        return fail(ErrorCode::InvalidArgument, u"smtp: the sender's address cannot be used"_s);
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
    return {};
}

void OutboxWorker::wake()
{
    const std::scoped_lock lock(m_mutex);
    m_isWakened = true;
    m_wakened.notify_all();
}

void OutboxWorker::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

OutboxWorker::Health OutboxWorker::health() const
{
    const std::scoped_lock lock(m_mutex);
    return m_health;
}

void OutboxWorker::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        work(stop);
        std::unique_lock lock(m_mutex);
        m_wakened.wait_for(lock, stop, restingTime(), [this] { return m_isWakened; });
        m_isWakened = false;
    }
}

/// Everything that is due now.
void OutboxWorker::work(const std::stop_token &stop)
{
    if (m_pausedUntil.isValid() && m_options.now() < m_pausedUntil)
        return;
    m_pausedUntil = {};
    m_nextRetry = {};
    if (!recordLeftOver())
        return;
    while (!stop.stop_requested() && !m_pausedUntil.isValid() && sendBatch(stop)) {}
}

/// False when nothing is left to do.
bool OutboxWorker::sendBatch(const std::stop_token &stop)
{
    const auto mails = m_source.due(m_options.now(), m_options.batch);
    if (!mails) {
        qCCritical(lcMail, "the outbox cannot be read: error %d", int(mails.error().code));
        pauseFor(StoragePause);
        return false;
    }
    for (const OutboxMail &mail : *mails) {
        if (stop.stop_requested() || m_pausedUntil.isValid())
            return false;
        deliver(mail, stop);
    }
    return !mails->empty();
}

void OutboxWorker::deliver(const OutboxMail &mail, const std::stop_token &stop)
{
    const SmtpDelivery delivery = tryOnce(mail, stop);
    if (delivery.outcome == SmtpDelivery::Outcome::Unreachable) {
        if (!stop.stop_requested())
            noteOutage(delivery);
        return;
    }
    if (delivery.outcome != SmtpDelivery::Outcome::Accepted && stop.stop_requested())
        return; // broken off by us: it counts for nothing
    if (delivery.replyCode > 0)
        noteReachable();
    if (!record(mail, delivery)) {
        m_unrecorded.insert_or_assign(mail.id, Unrecorded{mail, delivery});
        pauseFor(StoragePause);
    }
}

SmtpDelivery OutboxWorker::tryOnce(const OutboxMail &mail, const std::stop_token &stop) const
{
    const auto text = MailTemplates::render(mail.event, mail.payload);
    if (!text)
        return {SmtpDelivery::Outcome::Permanent, 0, text.error().detail};
    const QString domain = m_options.fromAddress.section(u'@', -1);
    return m_client.send({.messageId = mail.messageId + u'@' + domain,
                          .from = m_options.fromAddress,
                          .fromName = m_options.fromName,
                          .to = mail.recipient,
                          .subject = text->subject,
                          .textBody = text->body,
                          .date = mail.createdAt,
                          .attachments = mail.attachments},
                         stop);
}

Result<> OutboxWorker::record(const OutboxMail &mail, const SmtpDelivery &delivery)
{
    if (delivery.outcome == SmtpDelivery::Outcome::Accepted) {
        auto marked = m_source.markSent(mail.id, delivery.reply);
        if (marked) {
            const std::scoped_lock lock(m_mutex);
            ++m_health.sent;
        }
        return marked;
    }
    const QDateTime now = m_options.now();
    const bool isTooOld = mail.createdAt.msecsTo(now) > m_options.retry.maxAge.count();
    if (delivery.outcome == SmtpDelivery::Outcome::Permanent || isTooOld) {
        qCWarning(lcMail, "a mail is given up with reply %d", delivery.replyCode);
        return m_source.markPermanentFailure(mail.id, delivery.reply);
    }
    const auto delay =
        m_options.retry.delayAfter(mail.tries + 1, QRandomGenerator::global()->generateDouble());
    const QDateTime next = now.addDuration(delay);
    m_nextRetry = m_nextRetry.isValid() ? std::min(m_nextRetry, next) : next;
    return m_source.markTemporaryFailure(mail.id, delivery.reply, next);
}

/// What the server has decided but the database does not know yet. False: it still cannot be told.
bool OutboxWorker::recordLeftOver()
{
    while (!m_unrecorded.empty()) {
        const auto first = m_unrecorded.begin();
        if (!record(first->second.mail, first->second.delivery)) {
            pauseFor(StoragePause);
            return false;
        }
        m_unrecorded.erase(first);
    }
    return true;
}

void OutboxWorker::noteReachable()
{
    m_outages = 0;
    {
        const std::scoped_lock lock(m_mutex);
        m_health.lastError.clear();
        m_health.lastReply = 0;
        m_health.unreachableSince = {};
        if (std::exchange(m_health.isReachable, true))
            return;
    }
    m_options.reachabilityChanged();
}

void OutboxWorker::noteOutage(const SmtpDelivery &delivery)
{
    pauseFor(m_options.retry.outageDelayAfter(++m_outages));
    qCWarning(lcMail, "the mail server cannot be used (reply %d); mails wait", delivery.replyCode);
    {
        const std::scoped_lock lock(m_mutex);
        m_health.lastError = delivery.reply;
        m_health.lastReply = delivery.replyCode;
        if (!std::exchange(m_health.isReachable, false))
            return;
        m_health.unreachableSince = m_options.now();
    }
    m_options.reachabilityChanged();
}

void OutboxWorker::pauseFor(std::chrono::milliseconds delay)
{
    m_pausedUntil = m_options.now().addDuration(delay);
}

std::chrono::milliseconds OutboxWorker::restingTime() const
{
    QDateTime next = m_pausedUntil.isValid() ? m_pausedUntil : m_nextRetry;
    if (!next.isValid())
        return m_options.pollInterval;
    const std::chrono::milliseconds left(std::max<qint64>(0, m_options.now().msecsTo(next)));
    return std::min(left, m_options.pollInterval);
}

} // namespace sipenduduk
