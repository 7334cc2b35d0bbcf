#pragma once

#include "common/Result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>

namespace sipenduduk {

class CitizenDesk;
class PortalAccounts;
struct OfficeParts;

struct PortalOptions
{
    QString socketPath; ///< that nginx connects to; at most 107 bytes, its folder must exist
    /// Private to this process; made when it is missing (its folder must exist). Uploads pass
    /// through it, and what citizens have not sent yet stays in it: on a disk, not in /tmp.
    QString dataDirectory;
    /// 32 bytes or more, kept between starts: forms and drafts depend on it. May be the secret of
    /// PortalAccounts; keys are derived from it.
    QByteArray secret;
    int handlerThreads = 8; ///< requests that wait for the services at once
};

/// The citizens' portal: pages over HTTP on a local socket, behind nginx. Everything that a page
/// does is done by the services.
class Portal
{
public:
    /// The parts and services outlive this.
    Portal(const PortalOptions &options, const OfficeParts &office, CitizenDesk &citizens,
           PortalAccounts &accounts);
    ~Portal(); ///< stops
    Q_DISABLE_COPY_MOVE(Portal)

    /// InvalidArgument (socket path, secret, data directory), Conflict (another server listens
    /// there), Network, Storage.
    [[nodiscard]] Result<> start();

    /// Lets answers under way finish, then closes. May be called twice.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sipenduduk
