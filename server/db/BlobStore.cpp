#include "server/db/BlobStore.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

constexpr qsizetype Sha256Size = 32;
constexpr int IoThreads = 4;

/// Names in a folder are durable only once the folder itself is on the disk.
bool syncFolder(const QString &folder)
{
    const int fd =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool isSynced = ::fsync(fd) == 0;
    ::close(fd);
    return isSynced;
}

bool writeDurably(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.flush() && ::fsync(file.handle()) == 0;
}

} // namespace

BlobStore::BlobStore(QString folder)
    : m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(IoThreads);
}

Result<std::unique_ptr<BlobStore>> BlobStore::open(const QString &folder)
{
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir(folder).exists() && !QDir().mkdir(folder, owner))
        return fail(ErrorCode::Storage, u"cannot make the folder of blobs"_s);
    if (::access(QFile::encodeName(folder).constData(), R_OK | W_OK | X_OK) != 0)
        return fail(ErrorCode::Storage, u"the folder of blobs is not writable"_s);
    // What a killed server left half written was never referred to. Younger ones may belong to
    // the server that runs while a sub-command looks in.
    const QDateTime old = QDateTime::currentDateTimeUtc().addDuration(-std::chrono::hours(1));
    for (const QFileInfo &part : QDir(folder).entryInfoList({u"*.part"_s}, QDir::Files)) {
        if (part.lastModified(QTimeZone::UTC) < old)
            QFile::remove(part.filePath());
    }
    return std::unique_ptr<BlobStore>(new BlobStore(folder));
}

Answer<QByteArray> BlobStore::put(const QByteArray &bytes)
{
    return answerFrom(m_pool, [this, bytes] { return putNow(bytes); });
}

Answer<QByteArray> BlobStore::get(const QByteArray &sha256)
{
    return answerFrom(m_pool, [this, sha256] { return getNow(sha256); });
}

Answer<QByteArray> BlobStore::part(const QByteArray &sha256, qint64 offset, qint64 size)
{
    return answerFrom(m_pool, [this, sha256, offset, size]() -> Result<QByteArray> {
        QFile file(path(sha256));
        if (sha256.size() != Sha256Size || !file.exists())
            return fail(ErrorCode::NotFound, u"no such blob"_s);
        if (offset < 0 || size < 0 || offset > file.size())
            return fail(ErrorCode::InvalidArgument, u"outside of the blob"_s);
        if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
            return fail(ErrorCode::Storage, u"the blob cannot be read"_s);
        QByteArray bytes = file.read(size);
        if (bytes.size() != qMin(size, file.size() - offset))
            return fail(ErrorCode::Storage, u"the blob cannot be read"_s);
        return bytes;
    });
}

QString BlobStore::path(const QByteArray &sha256) const
{
    // 256 folders, so that none grows beyond what a person can list.
    const QString hex = QString::fromLatin1(sha256.toHex());
    return m_folder + u'/' + hex.first(qMin(2, hex.size())) + u'/' + hex;
}

Result<QByteArray> BlobStore::putNow(const QByteArray &bytes) const
{
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const QString target = path(sha256);
    const QString folder = target.first(target.lastIndexOf(u'/'));
    // The same bytes may be there already (a damaged file is written anew). Another thread may
    // have renamed them a moment ago: seen is not yet synced.
    if (getNow(sha256) && syncFolder(folder) && syncFolder(m_folder))
        return sha256;
    const QString part =
        m_folder + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces) + u".part"_s;
    const bool isDurable = (QDir(folder).exists() || QDir().mkdir(folder) || QDir(folder).exists())
        && writeDurably(part, bytes)
        && ::rename(QFile::encodeName(part).constData(), QFile::encodeName(target).constData()) == 0
        && syncFolder(folder) && syncFolder(m_folder);
    if (!isDurable) {
        QFile::remove(part);
        return fail(ErrorCode::Storage, u"the blob cannot be stored (disk full?)"_s);
    }
    return sha256;
}

Result<QByteArray> BlobStore::getNow(const QByteArray &sha256) const
{
    QFile file(path(sha256));
    if (sha256.size() != Sha256Size || !file.exists())
        return fail(ErrorCode::NotFound, u"no such blob"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Storage, u"the blob cannot be read"_s);
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Storage, u"the blob cannot be read"_s);
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != sha256)
        return fail(ErrorCode::Tampered, u"a stored blob differs from its hash"_s);
    return bytes;
}

} // namespace sipenduduk
