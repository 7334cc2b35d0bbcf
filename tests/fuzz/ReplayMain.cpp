// Runs a fuzz target over files and folders without libFuzzer: the corpus stays green with every
// compiler, and a finding can be looked at in any debugger.

#include "tests/fuzz/Fuzz.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace {

bool replayFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray bytes = file.readAll();
    std::printf("%s\n", qPrintable(QFileInfo(path).fileName()));
    std::fflush(stdout);
    // Cut off at many places too: most of what damages a file does not end it nicely.
    constexpr qsizetype Cuts = 16;
    for (qsizetype cut = 0; cut <= Cuts; ++cut) {
        const QByteArray part = bytes.first(bytes.size() - bytes.size() * cut / (Cuts + 1));
        LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(part.constData()),
                               size_t(part.size()));
    }
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    int replayed = 0;
    for (int i = 1; i < argc; ++i) {
        const QString path = QFile::decodeName(argv[i]);
        if (QFileInfo(path).isFile())
            replayed += replayFile(path) ? 1 : 0;
        for (QDirIterator it(path, QDir::Files); it.hasNext();)
            replayed += replayFile(it.next()) ? 1 : 0;
    }
    std::printf("%d files replayed\n", replayed);
    return replayed > 0 ? 0 : 1; // an empty corpus proves nothing
}
