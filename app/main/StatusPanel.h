#pragma once

#include <QWidget>

class QLabel;

namespace sipenduduk {

class Session;

/// The status bar's contents: connection, server, officer, and whether the office practises.
class StatusPanel : public QWidget
{
    Q_OBJECT
public:
    explicit StatusPanel(Session &session, QWidget *parent = nullptr);

private:
    void updateState();

    Session &m_session;
    QLabel *m_icon;
    QLabel *m_state;
    QLabel *m_server;
    QLabel *m_officer;
    QLabel *m_practice;
};

} // namespace sipenduduk
