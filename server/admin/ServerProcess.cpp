#include "server/admin/ServerProcess.h"

#include "server/admin/AdminTexts.h"
#include "server/admin/MailOutage.h"
#include "server/admin/OfficeKatalog.h"
#include "server/db/BlobStore.h"
#include "server/db/Store.h"
#include "server/documents/DraftRenderer.h"
#include "server/mail/OutboxWorker.h"
#include "server/net/OfficeServer.h"
#include "server/portal/Portal.h"
#include "server/services/CitizenDesk.h"
#include "server/services/MailDesk.h"
#include "server/services/Office.h"
#include "server/services/PortalAccounts.h"

#include <QFile>

#include <tuple>

using namespace Qt::StringLiterals;

namespace sipenduduk {

ServerProcess::ServerProcess(const OfficeDirectory &directory)
    : m_directory(directory)
{
}

ServerProcess::~ServerProcess()
{
    // The doors first: they wait for what is under way, as it runs in the services behind them.
    m_server.reset();
    m_portal.reset();
    if (m_mail)
        m_mail->stop(); // what it says to the last, it says through m_mail
    m_mail.reset();
    if (m_lock) {
        QFile::remove(m_directory.portFile());
        MailOutage::forget(m_directory);
    }
}

AdminResult<> ServerProcess::start()
{
    auto config = OfficeConfig::load(m_directory);
    if (!config)
        return refuse(config.error());
    m_config = std::move(*config);
    auto lock = OfficeLock::take(m_directory);
    if (!lock)
        return refuse(lock.error());
    m_lock = std::move(*lock);
    auto katalog = builtInKatalog();
    if (!katalog)
        return refuse(katalog.error());
    m_katalog = std::move(*katalog);
    auto done = openSeal();
    if (done)
        done = openStorage();
    if (done)
        done = startServices();
    if (done)
        done = startMail();
    if (done)
        done = startPortal();
    if (done)
        done = startOfficeServer();
    return done;
}

AdminResult<> ServerProcess::openSeal()
{
    const auto certificate = OfficeFile::read(m_directory.sealCertificate());
    if (!certificate)
        return refuse(certificate.error());
    const auto key = OfficeFile::read(m_directory.sealKey());
    if (!key)
        return refuse(key.error());
    auto seal = OfficeSeal::fromPem(*certificate, *key);
    if (!seal)
        return refuse(
            AdminTexts::tr("The seal of the office (%1, %2) cannot be used: %3.")
                .arg(m_directory.sealCertificate(), m_directory.sealKey(), seal.error().detail));
    m_seal = std::move(*seal);
    return {};
}

AdminResult<> ServerProcess::openStorage()
{
    auto store = Store::open({.path = m_directory.database()});
    if (!store && store.error().code == ErrorCode::Unsupported)
        return refuse(
            AdminTexts::tr("The database %1 was made by a newer version of SIPENDUDUK. Install that"
                           " version; nothing was changed.")
                .arg(m_directory.database()));
    if (!store)
        return refuse(AdminTexts::tr("The database %1 cannot be opened: %2.")
                          .arg(m_directory.database(), store.error().detail));
    m_store = std::move(*store);
    auto blobs = BlobStore::open(m_directory.blobs());
    if (!blobs)
        return refuse(AdminTexts::tr("The documents in %1 cannot be used: %2.")
                          .arg(m_directory.blobs(), blobs.error().detail));
    m_blobs = std::move(*blobs);
    return {};
}

AdminResult<> ServerProcess::startServices()
{
    const auto secret = OfficeFile::read(m_directory.portalSecret());
    if (!secret)
        return refuse(secret.error());
    m_renderer = std::make_unique<DraftRenderer>();
    Q_ASSERT(m_seal); // startServices comes after openSeal
    m_parts = {.store = m_store.get(),
               .blobs = m_blobs.get(),
               .katalog = &m_katalog,
               .renderer = m_renderer.get(),
               .seal = &*m_seal,
               .profile = m_config.profile,
               .calendar = m_config.calendar,
               .now = [] { return QDateTime::currentDateTimeUtc(); },
               .wakeMail = [] {}};
    m_hasher = std::make_unique<PasswordHasher>(m_config.passwordCost);
    m_accounts = std::make_unique<Accounts>(*m_store, *m_hasher, m_parts.now, m_config.accounts);
    m_portalSecret = secret->trimmed();
    m_portalAccounts = std::make_unique<PortalAccounts>(m_parts, m_portalSecret);
    m_office = std::make_unique<Office>(m_parts);
    QObject::connect(&m_housekeeping, &QTimer::timeout, m_office.get(),
                     [this] { std::ignore = m_office->forgetOldAnswers(); });
    m_housekeeping.start(std::chrono::hours(1));
    return {};
}

AdminResult<> ServerProcess::startMail()
{
    MailOutage::forget(m_directory); // an earlier run's
    if (m_config.smtp.host.isEmpty())
        return {};
    m_mailDesk = std::make_unique<MailDesk>(m_parts, *m_office);
    OutboxOptions options;
    options.smtp = m_config.smtp;
    options.fromAddress = m_config.mailFrom;
    options.fromName = m_config.profile.name;
    options.reachabilityChanged = [this] { MailOutage::note(m_directory, m_mail->health()); };
    m_mail = std::make_shared<OutboxWorker>(*m_mailDesk, options);
    if (auto started = m_mail->start(); !started)
        return refuse(AdminTexts::tr("Mail cannot be sent with these settings of [smtp]: %1.")
                          .arg(started.error().detail));
    // A last commit may still want to wake it when it is gone.
    m_parts.wakeMail = [mail = std::weak_ptr(m_mail)] {
        if (const auto worker = mail.lock())
            worker->wake();
    };
    return {};
}

AdminResult<> ServerProcess::startPortal()
{
    if (auto made = OfficeFile::makeFolder(m_directory.runFolder()); !made)
        return made;
    m_citizens = std::make_unique<CitizenDesk>(m_parts, *m_office);
    const PortalOptions options{.socketPath = m_config.portalSocket,
                                .dataDirectory = m_directory.file(u"portal"_s),
                                .secret = m_portalSecret};
    m_portal = std::make_unique<Portal>(options, m_parts, *m_citizens, *m_portalAccounts);
    if (auto started = m_portal->start(); !started) {
        if (started.error().code == ErrorCode::Conflict)
            return refuse(
                AdminTexts::tr(
                    "Another server listens on the portal's socket %1 (key portal.socket).")
                    .arg(m_config.portalSocket));
        return refuse(
            AdminTexts::tr("The portal cannot be served on the socket %1 (key portal.socket): %2.")
                .arg(m_config.portalSocket, started.error().detail));
    }
    return {};
}

AdminResult<> ServerProcess::startOfficeServer()
{
    const auto certificate = OfficeFile::read(m_directory.serverCertificate());
    if (!certificate)
        return refuse(certificate.error());
    const auto key = OfficeFile::read(m_directory.serverKey());
    if (!key)
        return refuse(key.error());
    OfficeServerOptions options;
    options.address = m_config.listenAddress;
    options.port = m_config.listenPort;
    options.certificatePem = *certificate;
    options.keyPem = *key;
    options.office = m_config.profile.name;
    options.isPractice = m_config.profile.isPractice;
    options.threads = m_config.networkThreads;
    options.limits = m_config.netLimits;
    options.now = m_parts.now;
    m_server = std::make_unique<OfficeServer>(*m_office, *m_accounts, options);
    if (auto started = m_server->start(); !started) {
        if (started.error().code == ErrorCode::Network)
            return refuse(
                AdminTexts::tr("%1 port %2 cannot be listened on: it is taken, or not allowed for"
                               " this user (keys listen.address and listen.port).")
                    .arg(m_config.listenAddress.toString())
                    .arg(m_config.listenPort));
        if (started.error().code == ErrorCode::Expired)
            return refuse(
                AdminTexts::tr(
                    "The server's certificate %1 has expired or is not yet valid. Check the"
                    " clock of this machine, or renew the certificate.")
                    .arg(m_directory.serverCertificate()));
        return refuse(AdminTexts::tr("The server's certificate %1 and key %2 cannot be used: %3.")
                          .arg(m_directory.serverCertificate(), m_directory.serverKey(),
                               started.error().detail));
    }
    return OfficeFile::write(m_directory.portFile(), QByteArray::number(m_server->port()) + '\n');
}

QString ServerProcess::readyLine() const
{
    QString host = m_config.listenAddress.toString();
    if (m_config.listenAddress.protocol() == QAbstractSocket::IPv6Protocol)
        host = u'[' + host + u']';
    return u"ready office=%1:%2 portal=%3"_s.arg(host)
        .arg(m_server->port())
        .arg(m_config.portalSocket);
}

} // namespace sipenduduk
