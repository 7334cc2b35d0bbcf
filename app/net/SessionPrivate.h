#pragma once

#include "app/net/CallTable.h"
#include "app/net/Credentials.h"
#include "app/net/OfficeLink.h"
#include "app/net/Session.h"

#include <QTimer>

#include <optional>

namespace sipenduduk {

/// The steps behind Session: line, Hello, log-in, subscription, reconnection.
struct Session::Private
{
    using LoginPromise = QPromise<Result<protocol::LoginReply>>;

    Private(Session &session, const SessionTimes &waits);

    void open();
    void onOpened();
    void onBroken(ConnectionProblem reason);
    void onReceived(const protocol::Envelope &envelope);
    void onHello(const Result<protocol::HelloReply> &reply);
    void sendLogin();
    void onLogin(const Result<protocol::LoginReply> &reply);
    void onLoginRefused(const Error &error);
    void subscribe();
    void learnSeq();
    void onSubscribed(const Result<protocol::SubscribeReply> &reply);
    void heartbeat();
    void expireCalls();
    void scheduleRetry();
    void finishLogin(const Result<protocol::LoginReply> &result);
    void forgetOfficer(LogoutReason reason);
    void setState(ConnectionState next);
    void transmit(const protocol::Envelope &request);
    [[nodiscard]] bool isLoggedIn() const { return user.user != UserId{}; }

    /// A request of the session itself, whatever the state.
    template <typename Request, typename Handler>
    void ask(const Request &request, std::chrono::milliseconds wait, Handler handler)
    {
        CallTable::Call call;
        call.request.type = Request::Type;
        call.request.body = protocol::toCbor(request);
        call.answerType = Request::Reply::Type;
        call.due = QDeadlineTimer(wait);
        call.handler = [handler](const Result<QCborMap> &body) {
            using Reply = typename Request::Reply;
            handler(body ? protocol::fromCbor<Reply>(*body)
                         : Result<Reply>(std::unexpected(body.error())));
        };
        transmit(calls.add(std::move(call)));
    }

    Session &q;
    const SessionTimes times;
    ConnectionState state = ConnectionState::Offline;
    ConnectionProblem problem = ConnectionProblem::None;
    Endpoint endpoint;
    protocol::HelloReply hello;
    protocol::LoginReply user;
    Credentials credentials;
    std::unique_ptr<LoginPromise> login; ///< while a log-in by hand is under way
    CallTable calls;
    OfficeLink link;
    QTimer retryTimer;
    QTimer heartbeatTimer;
    QTimer dueTimer;
    QDateTime activity;
    int attempts = 0;
    std::optional<qint64> lastSeq; ///< of the queue events; none before the first subscription
    BlobFetcher *blobs = nullptr;  ///< child of the session
};

} // namespace sipenduduk
