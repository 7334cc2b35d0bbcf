#include "tests/server/TinyDisk.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sipenduduk {

TinyDisk::TinyDisk()
{
    const QString root = qEnvironmentVariable("SIPENDUDUK_TINY_TMPFS");
    if (root.isEmpty())
        SKIP("no small disk here: SIPENDUDUK_TINY_TMPFS is not set");
    // There is one for all test programs: room that another one gives back would be taken for ours.
    m_lock = ::open(QFile::encodeName(root).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    REQUIRE(m_lock >= 0);
    REQUIRE(::flock(m_lock, LOCK_EX) == 0);
    m_path = root + u'/' + QUuid::createUuid().toString(QUuid::WithoutBraces);
    REQUIRE(QDir().mkdir(m_path));
}

TinyDisk::~TinyDisk()
{
    if (!m_path.isEmpty())
        QDir(m_path).removeRecursively();
    if (m_lock >= 0)
        ::close(m_lock);
}

void TinyDisk::fill() const
{
    QFile ballast(m_path + u"/ballast"_s);
    REQUIRE(ballast.open(QIODevice::Append | QIODevice::Unbuffered));
    const QByteArray block(4096, 'b');
    qint64 written = 0;
    while (ballast.write(block) == block.size()) {
        written += block.size();
        REQUIRE(written < 64 * 1024 * 1024); // or the disk is not tiny at all
    }
}

void TinyDisk::release() const
{
    QFile::remove(m_path + u"/ballast"_s);
}

bool TinyDisk::release(qint64 bytes) const
{
    QFile ballast(m_path + u"/ballast"_s);
    const qint64 left = ballast.size() - bytes;
    return left >= 0 && ballast.resize(left);
}

} // namespace sipenduduk
