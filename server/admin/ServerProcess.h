#pragma once

#include "common/KatalogLayanan.h"
#include "common/tte/seal/OfficeSeal.h"
#include "server/admin/AdminResult.h"
#include "server/admin/OfficeConfig.h"
#include "server/services/OfficeParts.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace sipenduduk {

class Accounts;
class BlobStore;
class CitizenDesk;
class DraftRenderer;
class MailDesk;
class Office;
class OfficeServer;
class OutboxWorker;
class PasswordHasher;
class Portal;
class PortalAccounts;
class Store;

/// The running office: everything that `run` puts together, in the order in which each needs the
/// one before, and taken apart in the other.
class ServerProcess
{
public:
    explicit ServerProcess(const OfficeDirectory &directory);
    ~ServerProcess();

    /// Serves when it returns. The sentence says what is wrong and in which file or key.
    [[nodiscard]] AdminResult<> start();

    /// "ready office=ADDRESS:PORT portal=SOCKET": what start scripts and tests wait for.
    [[nodiscard]] QString readyLine() const;

private:
    AdminResult<> openStorage();
    AdminResult<> openSeal();
    AdminResult<> startServices();
    AdminResult<> startMail();
    AdminResult<> startPortal();
    AdminResult<> startOfficeServer();

    const OfficeDirectory m_directory;
    std::unique_ptr<OfficeLock> m_lock;
    OfficeConfig m_config;
    KatalogLayanan m_katalog;
    std::optional<OfficeSeal> m_seal;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<DraftRenderer> m_renderer;
    OfficeParts m_parts;
    std::unique_ptr<PasswordHasher> m_hasher;
    std::unique_ptr<Accounts> m_accounts;
    QByteArray m_portalSecret;
    std::unique_ptr<PortalAccounts> m_portalAccounts;
    std::unique_ptr<Office> m_office;
    std::unique_ptr<MailDesk> m_mailDesk;
    std::shared_ptr<OutboxWorker> m_mail; ///< null without smtp.host
    std::unique_ptr<CitizenDesk> m_citizens;
    std::unique_ptr<Portal> m_portal;
    std::unique_ptr<OfficeServer> m_server;
    QTimer m_housekeeping{nullptr};
};

} // namespace sipenduduk
