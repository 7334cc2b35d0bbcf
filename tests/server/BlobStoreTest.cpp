#include "server/db/BlobStore.h"
#include "tests/server/TinyDisk.h"

#include <catch2/catch_test_macros.hpp>

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

int filesIn(const QString &folder)
{
    int count = 0;
    for (QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();
         it.next())
        ++count;
    return count;
}

} // namespace

TEST_CASE("A blob is found by its hash, whole and in parts", "[blobs]")
{
    QTemporaryDir folder;
    const auto blobs = *BlobStore::open(folder.filePath(u"blobs"_s));
    const QByteArray bytes("%PDF-1.7 something");
    const auto sha256 = blobs->put(bytes).result();
    REQUIRE(sha256);
    CHECK(*sha256 == sha256Of(bytes));
    CHECK(*blobs->get(*sha256).result() == bytes);
    CHECK(*blobs->part(*sha256, 5, 3).result() == "1.7");
    CHECK(blobs->part(*sha256, bytes.size(), 10).result()->isEmpty());
    CHECK(blobs->part(*sha256, bytes.size() + 1, 1).result().error().code
          == ErrorCode::InvalidArgument);
    CHECK(blobs->get(sha256Of("other")).result().error().code == ErrorCode::NotFound);
    CHECK(blobs->get("short").result().error().code == ErrorCode::NotFound);
    CHECK(blobs->get({}).result().error().code == ErrorCode::NotFound);
}

TEST_CASE("The same bytes are stored once, however many store them", "[blobs]")
{
    QTemporaryDir folder;
    const auto blobs = *BlobStore::open(folder.filePath(u"blobs"_s));
    QList<Answer<QByteArray>> puts;
    for (int i = 0; i < 16; ++i)
        puts.append(blobs->put("the same"));
    for (auto &put : puts)
        CHECK(put.result());
    CHECK(filesIn(folder.path()) == 1);
}

TEST_CASE("A damaged blob is refused, and mended by the same bytes", "[blobs]")
{
    QTemporaryDir folder;
    const auto blobs = *BlobStore::open(folder.filePath(u"blobs"_s));
    const QByteArray sha256 = *blobs->putNow("a signed document");
    QFile file(blobs->path(sha256));
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.write("A") == 1);
    file.close();
    CHECK(blobs->getNow(sha256).error().code == ErrorCode::Tampered);
    CHECK(blobs->putNow("a signed document"));
    CHECK(*blobs->getNow(sha256) == "a signed document");
}

TEST_CASE("Blobs belong to the server's user alone", "[blobs]")
{
    QTemporaryDir folder;
    const auto blobs = *BlobStore::open(folder.filePath(u"blobs"_s));
    const QByteArray sha256 = *blobs->putNow("secret");
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    CHECK_FALSE(QFile::permissions(blobs->path(sha256)) & others);
    CHECK_FALSE(QFile::permissions(folder.filePath(u"blobs"_s)) & others);
}

TEST_CASE("What a killed server left half written goes away", "[blobs]")
{
    QTemporaryDir folder;
    (void)BlobStore::open(folder.path());
    QFile old(folder.filePath(u"old.part"_s)), young(folder.filePath(u"young.part"_s));
    REQUIRE(old.open(QIODevice::WriteOnly));
    REQUIRE(young.open(QIODevice::WriteOnly));
    REQUIRE(old.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-7200),
                            QFileDevice::FileModificationTime));
    old.close();
    young.close();
    (void)BlobStore::open(folder.path());
    CHECK_FALSE(old.exists());
    CHECK(young.exists()); // another process may be writing it
}

TEST_CASE("A folder that cannot be written to is refused", "[blobs]")
{
    CHECK(BlobStore::open(u"/proc/blobs"_s).error().code == ErrorCode::Storage);
}

TEST_CASE("A full disk loses nothing and leaves nothing half written", "[blobs][full-disk]")
{
    const TinyDisk disk;
    const auto blobs = *BlobStore::open(disk.path());
    const QByteArray kept = *blobs->putNow(QByteArray(100'000, 'k'));
    const int before = filesIn(disk.path());
    const auto refused = blobs->putNow(QByteArray(8 * 1024 * 1024, 'x'));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Storage);
    CHECK(filesIn(disk.path()) == before);
    CHECK(blobs->getNow(kept)->size() == 100'000);
    CHECK(blobs->putNow("small enough")); // and the disk has room again
}
