#include "app/main/IdleWatcher.h"

#include "app/net/Session.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace sipenduduk {

IdleWatcher::IdleWatcher(Session &session, std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_limit(limit)
{
    using std::chrono::milliseconds;
    connect(&m_timer, &QTimer::timeout, this, &IdleWatcher::check);
    m_timer.start(std::clamp(limit / 10, milliseconds(10), milliseconds(30'000)));
    QCoreApplication::instance()->installEventFilter(this);
}

bool IdleWatcher::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress: m_session.noteActivity(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void IdleWatcher::check()
{
    const qint64 idle = m_session.lastActivity().msecsTo(QDateTime::currentDateTimeUtc());
    if (m_session.user().user != UserId{} && idle >= m_limit.count())
        m_session.logout(LogoutReason::Idle);
}

} // namespace sipenduduk
