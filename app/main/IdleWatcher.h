#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace sipenduduk {

class Session;

/// Sees keyboard and mouse for the whole program, tells the session, and logs the officer out
/// when nobody has touched them for too long: the screen shows personal data.
class IdleWatcher : public QObject
{
    Q_OBJECT
public:
    IdleWatcher(Session &session, std::chrono::milliseconds limit, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();

    Session &m_session;
    const std::chrono::milliseconds m_limit;
    QTimer m_timer;
};

} // namespace sipenduduk
