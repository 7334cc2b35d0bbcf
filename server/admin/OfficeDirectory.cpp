#include "server/admin/OfficeDirectory.h"

#include "server/admin/AdminTexts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qint64 MaxFileSize = 1024 * 1024;
constexpr auto OwnerOnlyFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr auto OwnerOnlyFolder = OwnerOnlyFile | QFileDevice::ExeOwner;

} // namespace

OfficeDirectory::OfficeDirectory(const QString &path)
    : m_path(QDir::cleanPath(QFileInfo(path).absoluteFilePath()))
{
}

QString OfficeDirectory::file(const QString &name) const
{
    return QDir::cleanPath(QDir(m_path).absoluteFilePath(name));
}

QString OfficeDirectory::officeCaCertificate() const
{
    return file(u"certificates/office-ca.pem"_s);
}

QString OfficeDirectory::officeCaKey() const
{
    return file(u"keys/office-ca.key"_s);
}

QString OfficeDirectory::serverCertificate() const
{
    return file(u"certificates/server.pem"_s);
}

QString OfficeDirectory::serverKey() const
{
    return file(u"keys/server.key"_s);
}

QString OfficeDirectory::sealCertificate() const
{
    return file(u"certificates/seal.pem"_s);
}

QString OfficeDirectory::sealKey() const
{
    return file(u"keys/seal.key"_s);
}

QString OfficeDirectory::portalSecret() const
{
    return file(u"keys/portal.secret"_s);
}

AdminResult<> OfficeDirectory::checkIsOffice() const
{
    if (!QFileInfo(m_path).isDir())
        return refuse(AdminTexts::tr("The directory %1 does not exist. Make an office there with"
                                     " \"sipenduduk-server setup --dir %1\".")
                          .arg(m_path));
    if (!QFile::exists(config()))
        return refuse(
            AdminTexts::tr("There is no office in %1: the file %2 is missing. Make one with"
                           " \"sipenduduk-server setup --dir %1\".")
                .arg(m_path, config()));
    if (::access(QFile::encodeName(m_path).constData(), R_OK | W_OK | X_OK) != 0)
        return refuse(
            AdminTexts::tr("The directory %1 cannot be written to by this user.").arg(m_path));
    return {};
}

AdminResult<QByteArray> OfficeFile::read(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return refuse(AdminTexts::tr("The file %1 does not exist.").arg(path));
    if (!file.open(QIODevice::ReadOnly))
        return refuse(
            AdminTexts::tr("The file %1 cannot be read: %2.").arg(path, file.errorString()));
    if (file.size() > MaxFileSize)
        return refuse(
            AdminTexts::tr("The file %1 is too large to be what it should be.").arg(path));
    return file.readAll();
}

AdminResult<> OfficeFile::write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OwnerOnlyFile)
        || file.write(bytes) != bytes.size() || !file.flush() || ::fsync(file.handle()) != 0
        || !file.commit())
        return refuse(
            AdminTexts::tr("The file %1 cannot be written: %2.").arg(path, file.errorString()));
    return {};
}

AdminResult<> OfficeFile::makeFolder(const QString &path)
{
    if (QFileInfo(path).isDir() || QDir().mkdir(path, OwnerOnlyFolder))
        return {};
    return refuse(AdminTexts::tr("The directory %1 cannot be made.").arg(path));
}

OfficeLock::OfficeLock(int descriptor)
    : m_descriptor(descriptor)
{
}

OfficeLock::~OfficeLock()
{
    ::close(m_descriptor);
}

AdminResult<std::unique_ptr<OfficeLock>> OfficeLock::take(const OfficeDirectory &directory)
{
    const QByteArray path = QFile::encodeName(directory.file(u".lock"_s));
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return refuse(AdminTexts::tr("The directory %1 cannot be written to by this user.")
                          .arg(directory.path()));
    std::unique_ptr<OfficeLock> lock(new OfficeLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return refuse(
            AdminTexts::tr("Another server or setup is at work in %1.").arg(directory.path()));
    return lock;
}

} // namespace sipenduduk
