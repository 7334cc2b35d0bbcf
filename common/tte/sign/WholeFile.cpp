#include "common/tte/sign/WholeFile.h"

#include <QFile>
#include <QSaveFile>

namespace sipenduduk {

Result<QByteArray> wholeFileOf(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, path);
    QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::NotFound, path);
    if (bytes.size() > limit)
        return fail(ErrorCode::TooLarge, path);
    return bytes;
}

Result<> storeWhole(const QString &path, const QList<QByteArray> &parts)
{
    QSaveFile file(path);
    bool isGood = file.open(QIODevice::WriteOnly);
    for (const QByteArray &part : parts)
        isGood = isGood && file.write(part) == part.size();
    if (!isGood || !file.commit())
        return fail(ErrorCode::Storage, file.errorString());
    return {};
}

} // namespace sipenduduk
