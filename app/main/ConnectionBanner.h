#pragma once

#include <QWidget>

namespace sipenduduk {

class MessageStrip;
class Session;

/// Says over the whole width that the line is lost, why, and what that means.
class ConnectionBanner : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionBanner(QWidget *parent = nullptr);

    void watch(Session &session);

private:
    void updateText();

    Session *m_session = nullptr;
    MessageStrip *m_strip;
};

} // namespace sipenduduk
