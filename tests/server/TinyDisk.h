#pragma once

#include <QString>

namespace sipenduduk {

/// An empty folder on a real file system of 4 MiB, which the environment mounts for the tests
/// (variable SIPENDUDUK_TINY_TMPFS); the test is skipped, and says so, where there is none.
class TinyDisk
{
public:
    TinyDisk();
    ~TinyDisk();
    Q_DISABLE_COPY_MOVE(TinyDisk)

    [[nodiscard]] QString path() const { return m_path; }
    /// Writes until nothing more fits; release() makes room again.
    void fill() const;
    void release() const;

private:
    QString m_path;
};

} // namespace sipenduduk
