#pragma once

#include "app/net/ConnectionState.h"
#include "app/net/Endpoint.h"
#include "app/net/SessionTimes.h"
#include "common/protocol/Message.h"
#include "common/protocol/QueueMessages.h"
#include "common/protocol/SessionMessages.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace sipenduduk {

class BlobFetcher;

/// The officer's connection to the office: log-in, calls as futures, reconnection.
///
/// Lives in the GUI thread and never blocks it. Futures end in that thread, in the order of the
/// answers, and are never cancelled: a call without an answer ends with ErrorCode::Network.
/// Use whenDone() (WhenDone.h) to wait for one; QFuture::then(context, …) aborts when the
/// context dies first.
class Session : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxOutstanding = 64; ///< calls; more get ErrorCode::Busy

    explicit Session(const SessionTimes &times = {}, QObject *parent = nullptr);
    ~Session() override;

    /// Connects for the log-in window, so that office() and isPractice() are known before
    /// anybody types. An endpoint other than the present one replaces the connection.
    void connectTo(const Endpoint &endpoint);

    /// Logs in, connecting first when there is no connection. The errors are those of
    /// protocol::Login; for ErrorCode::Network, Untrusted, Expired and Unsupported problem()
    /// says more. The password is kept in memory until the log-out, to log in again after a
    /// broken line.
    [[nodiscard]] QFuture<Result<protocol::LoginReply>> login(const QString &username,
                                                              const QString &password);
    void logout(LogoutReason reason = LogoutReason::Asked);
    /// Ends the wait before the next attempt to reconnect.
    void retryNow();

    /// A request that changes nothing. Ends with ErrorCode::Network at once when there is no
    /// connection, and when the line breaks before the answer.
    template <typename Request>
    [[nodiscard]] QFuture<Result<typename Request::Reply>> call(const Request &request)
    {
        return start(request, {}, false);
    }

    /// A request that changes something. It carries a 16-byte idempotency key, a new one unless
    /// given, and is sent again with the same key after each reconnection until it is answered:
    /// the office does it once. It ends without an answer only at the log-out.
    template <typename Request>
    [[nodiscard]] QFuture<Result<typename Request::Reply>> change(
        const Request &request, const QByteArray &idempotencyKey = {})
    {
        return start(request, idempotencyKey, true);
    }

    [[nodiscard]] ConnectionState state() const;
    [[nodiscard]] bool isOnline() const { return state() == ConnectionState::LoggedIn; }
    [[nodiscard]] ConnectionProblem problem() const; ///< of the last failed attempt
    [[nodiscard]] const Endpoint &endpoint() const;
    [[nodiscard]] const protocol::LoginReply &user() const; ///< empty when logged out
    [[nodiscard]] QList<protocol::DutyScope> duties() const { return user().duties; }
    [[nodiscard]] QString office() const;  ///< of the last Hello
    [[nodiscard]] bool isPractice() const; ///< of the last Hello

    /// When the officer last touched keyboard or mouse; told by whoever sees it.
    [[nodiscard]] QDateTime lastActivity() const;
    void noteActivity();

    [[nodiscard]] BlobFetcher &blobFetcher(); ///< behind BlobTransfer.h

Q_SIGNALS:
    void stateChanged(sipenduduk::ConnectionState state);
    /// An attempt to connect, or a line that stood, has failed: see problem().
    void failed();
    /// The office has answered Hello: office() and isPractice() may have changed.
    void greeted();
    /// Not after a reconnection: then only stateChanged(LoggedIn) comes.
    void loggedIn();
    void loggedOut(sipenduduk::LogoutReason reason);
    void queueChanged(const sipenduduk::protocol::QueueChanged &event);
    /// Events were missed that the office can no longer name: lists must be loaded again.
    void queueIncomplete();

private:
    using Handler = std::function<void(Result<QCborMap>)>;

    template <typename Request>
    QFuture<Result<typename Request::Reply>> start(const Request &request, const QByteArray &key,
                                                   bool isChange)
    {
        using Reply = typename Request::Reply;
        auto promise = std::make_shared<QPromise<Result<Reply>>>();
        promise->start();
        send({Request::Type, 0, key, protocol::toCbor(request)}, Reply::Type, isChange,
             [promise](const Result<QCborMap> &body) {
                 promise->addResult(body ? protocol::fromCbor<Reply>(*body)
                                         : Result<Reply>(std::unexpected(body.error())));
                 promise->finish();
             });
        return promise->future();
    }
    void send(protocol::Envelope request, protocol::MessageType answerType, bool isChange,
              Handler handler);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sipenduduk
