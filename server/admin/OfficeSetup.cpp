#include "server/admin/OfficeSetup.h"

#include "server/admin/AdminTexts.h"
#include "server/admin/OfficeConfig.h"
#include "server/admin/OfficeDirectory.h"
#include "server/admin/OfficeKatalog.h"
#include "server/admin/PracticeOffice.h"
#include "server/db/BlobStore.h"
#include "server/db/Store.h"
#include "server/services/Accounts.h"
#include "server/services/PasswordHasher.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString StagingName = u".setup"_s;
constexpr auto EveryEntry = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

bool syncDirectory(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool isSynced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0)
        ::close(fd);
    return isSynced;
}

AdminResult<> addAdmin(Store &store, const PasswordHasher &hasher, const QString &password,
                       const QDateTime &now)
{
    const auto hash = hasher.hashNow(password);
    if (!hash)
        return refuse(AdminTexts::tr("A password cannot be hashed (%1).").arg(hash.error().detail));
    const NewOfficer admin{.username = OfficeSetup::AdminName,
                           .name = u"Administrator"_s,
                           .nip = {},
                           .title = {},
                           .duties = {{Role::Admin, {}}}};
    const auto added = store
                           .write([&](Connection &connection) {
                               return Accounts::addUser(connection, admin, *hash, {}, now);
                           })
                           .result();
    return added ? AdminResult<>()
                 : refuse(AdminTexts::tr("The user %1 cannot be added (%2).")
                              .arg(admin.username, added.error().detail));
}

} // namespace

OfficeSetup::OfficeSetup(const OfficeDirectory &target)
    : m_target(target)
{
}

AdminResult<> OfficeSetup::make(const SetupRequest &request, const QDateTime &now)
{
    const bool wasThere = QFileInfo::exists(m_target.path());
    if (auto made = OfficeFile::makeFolder(m_target.path()); !made)
        return made;
    const auto lock = OfficeLock::take(m_target);
    if (!lock)
        return refuse(lock.error());
    if (auto clean = removeLeftOver(); !clean)
        return clean;
    if (auto empty = checkEmpty(); !empty)
        return empty;
    const OfficeDirectory staging(m_target.file(StagingName));
    auto done = OfficeFile::makeFolder(staging.path());
    if (done)
        done = build(staging, request, now);
    if (done)
        done = moveIntoPlace(staging);
    if (!done) {
        (void)removeLeftOver();
        QFile::remove(m_target.file(u".lock"_s));
        if (!wasThere)
            QDir().rmdir(m_target.path());
    }
    return done;
}

/// Only while .setup is there: it goes with the last step, the configuration file.
AdminResult<> OfficeSetup::removeLeftOver() const
{
    if (!QFileInfo::exists(m_target.file(StagingName)))
        return {};
    if (QFileInfo::exists(m_target.config())) // the move was complete but for this folder
        return QDir(m_target.file(StagingName)).removeRecursively()
            ? AdminResult<>()
            : refuse(AdminTexts::tr("The directory %1 cannot be removed.")
                         .arg(m_target.file(StagingName)));
    const QDir directory(m_target.path());
    for (const QFileInfo &entry : directory.entryInfoList(EveryEntry)) {
        if (entry.fileName() == u".lock"_s || entry.fileName() == StagingName)
            continue;
        const bool isGone = entry.isDir() && !entry.isSymLink()
            ? QDir(entry.filePath()).removeRecursively()
            : QFile::remove(entry.filePath());
        if (!isGone)
            return refuse(AdminTexts::tr("%1, left by an interrupted setup, cannot be removed.")
                              .arg(entry.filePath()));
    }
    if (!QDir(m_target.file(StagingName)).removeRecursively())
        return refuse(
            AdminTexts::tr("The directory %1 cannot be removed.").arg(m_target.file(StagingName)));
    return {};
}

AdminResult<> OfficeSetup::checkEmpty() const
{
    if (QFileInfo::exists(m_target.config()))
        return refuse(AdminTexts::tr("There is an office in %1 already. Nothing was changed.")
                          .arg(m_target.path()));
    QStringList entries = QDir(m_target.path()).entryList(EveryEntry);
    entries.removeAll(u".lock"_s);
    if (!entries.isEmpty())
        return refuse(AdminTexts::tr("The directory %1 is not empty (%2). Nothing was changed.")
                          .arg(m_target.path(), entries.first()));
    return {};
}

AdminResult<> OfficeSetup::build(const OfficeDirectory &staging, SetupRequest request,
                                 const QDateTime &now) const
{
    for (const QString &folder : {u"keys"_s, u"certificates"_s, u"run"_s}) {
        if (auto made = OfficeFile::makeFolder(staging.file(folder)); !made)
            return made;
    }
    // The values are checked before the anchors' file, which the practice office makes, is there.
    if (request.isPractice)
        (void)request.config.set(u"office.mode"_s, u"latihan"_s);
    const auto config = OfficeConfig::from(request.config, staging);
    if (!config)
        return refuse(config.error());
    auto done = makeOfficeKeys(staging, config->profile.name, request.hosts, now);
    if (!done)
        return done;
    const auto store = Store::open({.path = staging.database()});
    if (!store)
        return refuse(AdminTexts::tr("The database %1 cannot be made (%2).")
                          .arg(staging.database(), store.error().detail));
    // SQLite gives its other files the mode of this one.
    if (!QFile::setPermissions(staging.database(),
                               QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return refuse(
            AdminTexts::tr("The database %1 cannot be made private.").arg(staging.database()));
    if (auto blobs = BlobStore::open(staging.blobs()); !blobs)
        return refuse(AdminTexts::tr("The directory %1 cannot be made.").arg(staging.blobs()));
    const PasswordHasher hasher(config->passwordCost);
    done = addAdmin(**store, hasher, request.adminPassword, now);
    if (done && request.isPractice) {
        const auto katalog = builtInKatalog();
        if (!katalog)
            return refuse(katalog.error());
        done = PracticeOffice(staging, **store, hasher, *katalog).make(request.adminPassword, now);
        (void)request.config.set(u"tte.anchors"_s, u"latihan/tte-root.pem"_s);
    }
    return done ? OfficeFile::write(staging.config(), request.config.text()) : done;
}

AdminResult<> OfficeSetup::moveIntoPlace(const OfficeDirectory &staging) const
{
    QStringList entries = QDir(staging.path()).entryList(EveryEntry);
    entries.removeAll(OfficeDirectory::ConfigName);
    entries.append(OfficeDirectory::ConfigName); // last: with it the office exists
    for (const QString &entry : std::as_const(entries)) {
        if (entry == OfficeDirectory::ConfigName && !syncDirectory(m_target.path()))
            return refuse(AdminTexts::tr("The directory %1 cannot be written to the disk.")
                              .arg(m_target.path()));
        if (!QFile::rename(staging.file(entry), m_target.file(entry)))
            return refuse(
                AdminTexts::tr("%1 cannot be moved into place.").arg(m_target.file(entry)));
    }
    QDir().rmdir(staging.path());
    (void)syncDirectory(m_target.path());
    return {};
}

} // namespace sipenduduk
