#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QString>

#include <chrono>

namespace sipenduduk {

/// Counts failures by a key that a stranger chooses (an address, a name that does not exist), in
/// memory and bounded: what was longest ago is forgotten first. Thread-safe.
class LoginThrottle
{
public:
    /// When failures are forgotten that have not closed the key.
    enum class Memory {
        Window, ///< after `window` without one
        Long,   ///< never: as those of an account, which stand in the database
    };

    /// `failures` close the key until `window` after the last of them.
    LoginThrottle(int failures, std::chrono::milliseconds window, Memory memory = Memory::Window,
                  qsizetype capacity = 4096);

    [[nodiscard]] bool isClosed(const QString &key, const QDateTime &now) const;
    void countFailure(const QString &key, const QDateTime &now);
    void forget(const QString &key);

private:
    struct Entry
    {
        int failures = 0;
        QDateTime last;
    };
    [[nodiscard]] static QByteArray digest(const QString &key);
    void makeRoom(const QDateTime &now);

    const int m_failures;
    const std::chrono::milliseconds m_window;
    const Memory m_memory;
    const qsizetype m_capacity;
    mutable QMutex m_mutex;
    QHash<QByteArray, Entry> m_entries; ///< by digest: names of strangers are not kept
};

} // namespace sipenduduk
