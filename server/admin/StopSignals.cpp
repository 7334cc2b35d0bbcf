#include "server/admin/StopSignals.h"

#include <csignal>
#include <sys/signalfd.h>
#include <unistd.h>

namespace sipenduduk {

namespace {

/// Blocked for all threads (call it before there are others), so that only the descriptor tells.
int stopDescriptor()
{
    sigset_t stops;
    sigemptyset(&stops);
    sigaddset(&stops, SIGTERM);
    sigaddset(&stops, SIGINT);
    pthread_sigmask(SIG_BLOCK, &stops, nullptr);
    return ::signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
    , m_notifier(stopDescriptor(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this](QSocketDescriptor descriptor) {
        signalfd_siginfo info;
        if (::read(int(descriptor), &info, sizeof info) == ssize_t(sizeof info))
            Q_EMIT asked();
    });
}

StopSignals::~StopSignals()
{
    m_notifier.setEnabled(false);
    ::close(int(m_notifier.socket()));
}

} // namespace sipenduduk
