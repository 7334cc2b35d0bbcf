#pragma once

#include "common/Result.h"
#include "server/net/NetLimits.h"

#include <QByteArray>
#include <QDateTime>
#include <QHostAddress>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace sipenduduk {

class Accounts;
class Office;

/// How the office protocol is served.
struct OfficeServerOptions
{
    QHostAddress address = QHostAddress::Any;
    quint16 port = 0;          ///< 0: any free one, see port()
    QByteArray certificatePem; ///< of the server, and after it what links it to the office's CA
    QByteArray keyPem;
    QString office; ///< name shown in the log-in window
    bool isPractice = false;
    int threads = 2;                               ///< network threads
    std::chrono::milliseconds sessionCheck{1'000}; ///< how soon a deactivated user is out
    NetLimits limits;
    std::function<QDateTime()> now; ///< UTC
};

/// The door of the office protocol: TLS 1.3 alone. Accepts in its own thread and hands the
/// descriptors round a small pool of network threads, where handshake, encryption and CBOR run.
class OfficeServer : public QObject
{
    Q_OBJECT

public:
    /// `office` and `accounts` outlive this.
    OfficeServer(Office &office, Accounts &accounts, const OfficeServerOptions &options);
    /// Ends all connections and threads.
    ~OfficeServer() override;

    /// Malformed for certificate or key, Expired, InvalidArgument when they do not belong
    /// together, Network when the port is taken.
    [[nodiscard]] Result<> start();
    [[nodiscard]] quint16 port() const;

    /// Open connections now.
    [[nodiscard]] int connectionCount() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sipenduduk
