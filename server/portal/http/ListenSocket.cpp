#include "server/portal/http/ListenSocket.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr int ListenBacklog = 511;

bool somebodyListens(const sockaddr_un &address)
{
    const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const bool answered =
        ::connect(probe, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(probe);
    return answered;
}

Result<> makeRoom(const QByteArray &path, const sockaddr_un &address)
{
    struct stat found;
    if (::lstat(path.constData(), &found) != 0)
        return {};
    if (!S_ISSOCK(found.st_mode))
        return fail(ErrorCode::InvalidArgument,
                    u"the portal's socket path is taken by something else"_s);
    if (somebodyListens(address))
        return fail(ErrorCode::Conflict, u"another server listens on the portal's socket"_s);
    ::unlink(path.constData());
    return {};
}

} // namespace

ListenSocket::~ListenSocket()
{
    close();
}

Result<> ListenSocket::open(const QString &path, unsigned mode)
{
    const QByteArray name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || size_t(name.size()) >= sizeof address.sun_path)
        return fail(ErrorCode::InvalidArgument,
                    u"the portal's socket path is empty or longer than 107 bytes"_s);
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    if (auto room = makeRoom(name, address); !room)
        return room;

    m_descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    // Nobody may connect between bind and chmod; the process-wide umask stays untouched.
    ::fchmod(m_descriptor, 0600);
    if (::bind(m_descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        const int reason = errno;
        close();
        return fail(ErrorCode::Network,
                    u"the portal's socket cannot be bound: errno %1"_s.arg(reason));
    }
    m_path = name;
    if (::chmod(name.constData(), mode) != 0 || ::listen(m_descriptor, ListenBacklog) != 0) {
        close();
        return fail(ErrorCode::Network, u"the portal's socket cannot be opened for nginx"_s);
    }
    return {};
}

void ListenSocket::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
    if (!m_path.isEmpty())
        ::unlink(m_path.constData());
    m_path.clear();
}

} // namespace sipenduduk
