#include "app/net/Session.h"

#include "app/net/BlobFetcher.h"
#include "app/net/SessionPrivate.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace sipenduduk {

Session::Session(const SessionTimes &times, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, times))
{
    d->blobs = new BlobFetcher(*this, this);
}

Session::~Session()
{
    delete std::exchange(d->blobs, nullptr); // it makes calls, so it goes first
    d->finishLogin(fail(ErrorCode::Network, u"the program ends"_s));
    d->calls.failAll();
}

void Session::connectTo(const Endpoint &endpoint)
{
    const bool isThere = d->state != ConnectionState::Offline;
    if (isThere && endpoint == d->endpoint)
        return;
    if (d->isLoggedIn())
        logout();
    d->endpoint = endpoint;
    d->open();
}

QFuture<Result<protocol::LoginReply>> Session::login(const QString &username,
                                                     const QString &password)
{
    if (d->isLoggedIn())
        logout();
    d->finishLogin(fail(ErrorCode::Busy, u"another log-in began"_s));
    d->login = std::make_unique<Private::LoginPromise>();
    d->login->start();
    const auto future = d->login->future();
    d->credentials.set(username, password);
    if (d->state == ConnectionState::Connected)
        d->sendLogin();
    else if (d->state == ConnectionState::Offline)
        d->open();
    return future;
}

void Session::logout(LogoutReason reason)
{
    if (d->link.isOpen() && d->isLoggedIn())
        d->ask(protocol::Logout{}, d->times.answer, [](const Result<protocol::Done> &) {});
    d->link.close();
    d->forgetOfficer(reason);
}

void Session::retryNow()
{
    if (d->state == ConnectionState::Reconnecting && d->retryTimer.isActive())
        d->open();
}

void Session::send(protocol::Envelope request, protocol::MessageType answerType, bool isChange,
                   Handler handler)
{
    if (!d->isLoggedIn() || (!isChange && !isOnline()))
        return handler(fail(ErrorCode::Network, u"not connected"_s));
    if (d->calls.size() >= MaxOutstanding)
        return handler(fail(ErrorCode::Busy, u"too many calls under way"_s));
    if (isChange && request.key.size() != 16)
        request.key = QUuid::createUuid().toRfc4122();
    CallTable::Call call;
    call.request = std::move(request);
    call.answerType = answerType;
    call.due =
        isOnline() ? QDeadlineTimer(d->times.answer) : QDeadlineTimer(QDeadlineTimer::Forever);
    call.isChange = isChange;
    call.handler = std::move(handler);
    const protocol::Envelope &added = d->calls.add(std::move(call));
    if (isOnline()) // else it goes out after the log-in that is under way
        d->transmit(added);
}

ConnectionState Session::state() const
{
    return d->state;
}

ConnectionProblem Session::problem() const
{
    return d->problem;
}

const Endpoint &Session::endpoint() const
{
    return d->endpoint;
}

const protocol::LoginReply &Session::user() const
{
    return d->user;
}

QString Session::office() const
{
    return d->hello.office;
}

bool Session::isPractice() const
{
    return d->hello.isPractice;
}

QDateTime Session::lastActivity() const
{
    return d->activity;
}

void Session::noteActivity()
{
    d->activity = QDateTime::currentDateTimeUtc();
}

BlobFetcher &Session::blobFetcher()
{
    return *d->blobs;
}

} // namespace sipenduduk
