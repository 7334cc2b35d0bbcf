#include "app/net/SessionPrivate.h"

#include "app/net/NetLog.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Q_LOGGING_CATEGORY(netLog, "sipenduduk.app.net")

namespace {

ErrorCode codeOf(ConnectionProblem problem)
{
    switch (problem) {
    case ConnectionProblem::NoCa:
    case ConnectionProblem::WrongCa:
    case ConnectionProblem::WrongHost: return ErrorCode::Untrusted;
    case ConnectionProblem::ExpiredCertificate: return ErrorCode::Expired;
    case ConnectionProblem::InsecureServer:
    case ConnectionProblem::OtherVersion: return ErrorCode::Unsupported;
    default: return ErrorCode::Network;
    }
}

} // namespace

Session::Private::Private(Session &session, const SessionTimes &waits)
    : q(session)
    , times(waits)
    , activity(QDateTime::currentDateTimeUtc())
{
    for (QTimer *timer : {&retryTimer, &dueTimer})
        timer->setSingleShot(true);
    heartbeatTimer.setInterval(times.heartbeat);
    connect(&link, &OfficeLink::opened, &q, [this] { onOpened(); });
    connect(&link, &OfficeLink::broken, &q, [this](ConnectionProblem reason) { onBroken(reason); });
    connect(&link, &OfficeLink::received, &q,
            [this](const protocol::Envelope &envelope) { onReceived(envelope); });
    connect(&retryTimer, &QTimer::timeout, &q, [this] { open(); });
    connect(&dueTimer, &QTimer::timeout, &q, [this] { expireCalls(); });
    connect(&heartbeatTimer, &QTimer::timeout, &q, [this] { heartbeat(); });
}

void Session::Private::setState(ConnectionState next)
{
    if (state == next)
        return;
    state = next;
    if (next == ConnectionState::LoggedIn)
        heartbeatTimer.start();
    else
        heartbeatTimer.stop();
    Q_EMIT q.stateChanged(next);
}

void Session::Private::open()
{
    retryTimer.stop();
    if (!isLoggedIn())
        setState(ConnectionState::Connecting);
    link.open(endpoint, times.connect);
}

void Session::Private::transmit(const protocol::Envelope &request)
{
    link.send(request);
    if (const QDeadlineTimer due = calls.nextDue(); !due.isForever())
        dueTimer.start(std::chrono::milliseconds(std::max<qint64>(due.remainingTime(), 1)));
}

void Session::Private::onOpened()
{
    protocol::Hello greeting;
    greeting.client = u"sipenduduk "_s + QCoreApplication::applicationVersion();
    ask(greeting, times.connect,
        [this](const Result<protocol::HelloReply> &reply) { onHello(reply); });
}

void Session::Private::onHello(const Result<protocol::HelloReply> &reply)
{
    if (!link.isOpen())
        return; // the line broke first: onBroken() sees to it
    if (!reply && reply.error().code == ErrorCode::Network)
        return link.abort(ConnectionProblem::Unreachable);
    const bool isOther = reply ? reply->version != protocol::ProtocolVersion
                               : reply.error().code == ErrorCode::Unsupported;
    if (!reply || isOther)
        return link.abort(isOther ? ConnectionProblem::OtherVersion : ConnectionProblem::BadAnswer);
    hello = *reply;
    problem = ConnectionProblem::None;
    if (!isLoggedIn())
        setState(ConnectionState::Connected);
    Q_EMIT q.greeted();
    if (!credentials.isEmpty() && link.isOpen())
        sendLogin();
}

void Session::Private::sendLogin()
{
    if (!isLoggedIn())
        setState(ConnectionState::LoggingIn);
    ask(protocol::Login{credentials.username(), credentials.password()}, times.answer,
        [this](const Result<protocol::LoginReply> &reply) { onLogin(reply); });
}

void Session::Private::onLogin(const Result<protocol::LoginReply> &reply)
{
    if (!reply)
        return onLoginRefused(reply.error());
    if (reply->user == UserId{})
        return link.abort(ConnectionProblem::BadAnswer);
    const bool isFirst = !isLoggedIn();
    user = *reply;
    attempts = 0;
    if (isFirst)
        activity = QDateTime::currentDateTimeUtc();
    lastSeq ? subscribe() : learnSeq();
    const auto again = calls.restartChanges(QDeadlineTimer(times.answer));
    for (const protocol::Envelope &request : again)
        transmit(request);
    setState(ConnectionState::LoggedIn);
    finishLogin(*reply);
    if (isFirst)
        Q_EMIT q.loggedIn();
}

void Session::Private::onLoginRefused(const Error &error)
{
    const bool isForGood = error.code == ErrorCode::Unauthenticated
        || error.code == ErrorCode::Locked || error.code == ErrorCode::Forbidden;
    if (isLoggedIn() && isForGood) {
        link.close();
        return forgetOfficer(LogoutReason::SessionEnded);
    }
    if (!link.isOpen())
        return; // onBroken() sees to it
    if (isLoggedIn() || error.code == ErrorCode::Network)
        return link.abort(ConnectionProblem::Lost);
    credentials.wipe();
    setState(ConnectionState::Connected);
    finishLogin(std::unexpected(error));
}

/// Where the events of the office stand now: what comes before is in the lists that are about
/// to be loaded.
void Session::Private::learnSeq()
{
    protocol::ListQueue probe;
    const auto worker = std::ranges::find_if(
        user.duties, [](const protocol::DutyScope &duty) { return duty.role != Role::Admin; });
    if (worker == user.duties.cend())
        return; // an admin alone has no queue, and sees no events
    probe.duty = worker->role;
    probe.limit = 1;
    ask(probe, times.answer, [this](const Result<protocol::QueuePage> &page) {
        if (page)
            lastSeq = page->lastSeq;
        if (isLoggedIn() && link.isOpen())
            subscribe();
    });
}

void Session::Private::subscribe()
{
    ask(protocol::Subscribe{lastSeq.value_or(0)}, times.answer,
        [this](const Result<protocol::SubscribeReply> &reply) { onSubscribed(reply); });
}

void Session::Private::onSubscribed(const Result<protocol::SubscribeReply> &reply)
{
    if (!reply)
        return;
    const bool missedSome = lastSeq && !reply->isComplete;
    if (!lastSeq || missedSome)
        lastSeq = reply->lastSeq;
    if (missedSome)
        Q_EMIT q.queueIncomplete();
}

void Session::Private::onReceived(const protocol::Envelope &envelope)
{
    if (envelope.id == 0) {
        if (envelope.type != protocol::MessageType::QueueChanged || !isLoggedIn())
            return; // an event of a later version
        const auto event = protocol::fromCbor<protocol::QueueChanged>(envelope.body);
        if (!event)
            return link.abort(ConnectionProblem::BadAnswer);
        lastSeq = std::max(lastSeq.value_or(0), event->seq);
        Q_EMIT q.queueChanged(*event);
        return;
    }
    // A wrong password in ConfirmPassword has the same code as a session that the office ended.
    const protocol::MessageType asked = calls.typeOf(envelope.id);
    const bool isEnd = envelope.type == protocol::MessageType::Error && isLoggedIn()
        && state == ConnectionState::LoggedIn && asked != protocol::MessageType::ConfirmPassword
        && asked != protocol::MessageType::Error;
    const auto error = isEnd ? protocol::fromCbor<protocol::ErrorReply>(envelope.body)
                             : fail(ErrorCode::Internal, {});
    calls.answer(envelope);
    if (error && error->code == ErrorCode::Unauthenticated && isLoggedIn()) {
        link.close();
        forgetOfficer(LogoutReason::SessionEnded);
    }
}

void Session::Private::onBroken(ConnectionProblem reason)
{
    problem = reason;
    if (isLoggedIn()) {
        setState(ConnectionState::Reconnecting);
        scheduleRetry();
    } else {
        setState(ConnectionState::Offline);
    }
    calls.failReads();
    if (!isLoggedIn()) {
        credentials.wipe();
        finishLogin(fail(codeOf(reason), u"connection"_s));
    }
    Q_EMIT q.failed();
}

void Session::Private::scheduleRetry()
{
    const qint64 doubled = times.firstRetry.count() << std::min(attempts, 16);
    const qint64 wait = std::min<qint64>(doubled, times.longestRetry.count());
    // Some chance in it: a whole office must not come back in the same moment.
    const qint64 half = wait / 2;
    const qint64 spread = half + qint64(QRandomGenerator::global()->bounded(double(half + 1)));
    ++attempts;
    retryTimer.start(std::chrono::milliseconds(spread));
}

void Session::Private::heartbeat()
{
    ask(protocol::Ping{}, times.answer, [this](const Result<protocol::Done> &reply) {
        if (!reply && reply.error().code == ErrorCode::Network && link.isOpen())
            link.abort(ConnectionProblem::Lost);
    });
}

void Session::Private::expireCalls()
{
    if (calls.expire() && link.isOpen())
        link.abort(ConnectionProblem::Lost);
    if (const QDeadlineTimer due = calls.nextDue(); !due.isForever())
        dueTimer.start(std::chrono::milliseconds(std::max<qint64>(due.remainingTime(), 1)));
}

void Session::Private::finishLogin(const Result<protocol::LoginReply> &result)
{
    if (!login)
        return;
    const std::unique_ptr<LoginPromise> promise = std::move(login);
    promise->addResult(result);
    promise->finish();
}

void Session::Private::forgetOfficer(LogoutReason reason)
{
    const bool wasLoggedIn = isLoggedIn();
    retryTimer.stop();
    dueTimer.stop();
    credentials.wipe();
    user = {};
    lastSeq.reset();
    attempts = 0;
    setState(ConnectionState::Offline);
    finishLogin(fail(ErrorCode::Network, u"logged out"_s));
    calls.failAll();
    if (wasLoggedIn)
        Q_EMIT q.loggedOut(reason);
}

} // namespace sipenduduk
