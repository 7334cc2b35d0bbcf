#include "server/portal/http/UploadedFile.h"

#include <QFile>

#include <cstdio>
#include <utility>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxFileName = 200;
constexpr qsizetype MaxMediaType = 100;

QString baseName(const QString &claimed)
{
    // Some browsers send a whole path, of either kind of system.
    const qsizetype slash = qMax(claimed.lastIndexOf(u'/'), claimed.lastIndexOf(u'\\'));
    QString name = claimed.sliced(slash + 1);
    name.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
    });
    // The end holds the extension that people recognise the file by.
    return name.size() > MaxFileName ? name.last(MaxFileName) : name;
}

} // namespace

UploadedFile::UploadedFile(QString field, QString fileName, QString mediaType, QString path)
    : m_field(std::move(field))
    , m_fileName(baseName(fileName))
    , m_mediaType(mediaType.left(MaxMediaType))
    , m_path(std::move(path))
{
}

UploadedFile::UploadedFile(UploadedFile &&other) noexcept
{
    *this = std::move(other);
}

UploadedFile &UploadedFile::operator=(UploadedFile &&other) noexcept
{
    if (this == &other)
        return *this;
    remove();
    m_field = std::move(other.m_field);
    m_fileName = std::move(other.m_fileName);
    m_mediaType = std::move(other.m_mediaType);
    m_path = std::exchange(other.m_path, {});
    m_size = std::exchange(other.m_size, 0);
    return *this;
}

UploadedFile::~UploadedFile()
{
    remove();
}

Result<> UploadedFile::moveTo(const QString &path)
{
    // QFile::rename would copy across file systems and refuse to replace; rename(2) does neither.
    if (std::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(path).constData())
        != 0)
        return fail(ErrorCode::Storage, u"an upload cannot be renamed to its place"_s);
    m_path.clear();
    return {};
}

void UploadedFile::remove()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
    m_path.clear();
}

} // namespace sipenduduk
