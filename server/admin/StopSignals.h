#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace sipenduduk {

/// Turns SIGTERM and SIGINT into a Qt signal. One per process.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    void asked();

private:
    QSocketNotifier m_notifier;
};

} // namespace sipenduduk
