#pragma once

#include "common/Result.h"

#include <QString>

namespace sipenduduk {

/// A listening AF_UNIX socket; its name in the file system goes with it.
class ListenSocket
{
public:
    ListenSocket() = default;
    ~ListenSocket();
    Q_DISABLE_COPY_MOVE(ListenSocket)

    /// Replaces a socket at `path` that nobody listens on. Fails with InvalidArgument (path too
    /// long, or something else than a socket is there), Conflict (somebody listens) or Network.
    [[nodiscard]] Result<> open(const QString &path, unsigned mode);
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    void close();

private:
    int m_descriptor = -1;
    QByteArray m_path; ///< bound by us
};

} // namespace sipenduduk
