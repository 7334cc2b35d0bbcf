#pragma once

#include <QString>

namespace sipenduduk {

/// An empty folder on a real file system of 4 MiB, which the environment mounts for the tests
/// (variable SIPENDUDUK_TINY_TMPFS); the test is skipped, and says so, where there is none. Waits
/// until no other test program uses it.
class TinyDisk
{
public:
    TinyDisk();
    ~TinyDisk();
    Q_DISABLE_COPY_MOVE(TinyDisk)

    [[nodiscard]] QString path() const { return m_path; }
    /// Writes until nothing more fits, also what was given back since; release() makes room again.
    void fill() const;
    void release() const;
    /// Makes room for so many bytes more. False when all that fill() took is given back.
    [[nodiscard]] bool release(qint64 bytes) const;

private:
    QString m_path;
    int m_lock = -1; ///< open folder that holds the lock
};

} // namespace sipenduduk
