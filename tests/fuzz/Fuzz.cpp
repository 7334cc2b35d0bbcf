#include "tests/fuzz/Fuzz.h"

#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QTimeZone>

namespace sipenduduk {

TrustAnchors fuzzAnchors()
{
    QFile file(QStringLiteral(SIPENDUDUK_FUZZ_FOLDER "/root.pem"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("root.pem of the corpus cannot be read");
    const auto anchors = TrustAnchors::fromBytes(file.readAll());
    if (!anchors)
        qFatal("root.pem of the corpus is none");
    return *anchors;
}

bool isSignedSeed(const QByteArray &file)
{
    static const QSet<QByteArray> seeds = [] {
        QSet<QByteArray> found;
        QDirIterator it(QStringLiteral(SIPENDUDUK_FUZZ_FOLDER "/corpus/verifier"),
                        {QStringLiteral("signed-*.pdf")}, QDir::Files);
        while (it.hasNext()) {
            QFile seed(it.next());
            if (seed.open(QIODevice::ReadOnly))
                found.insert(seed.readAll());
        }
        return found;
    }();
    return seeds.contains(file);
}

QDateTime fuzzTime()
{
    return QDateTime(QDate(2026, 11, 22), QTime(3, 15), QTimeZone::UTC);
}

} // namespace sipenduduk
