#pragma once

#include <QHash>
#include <QProcess>
#include <QString>

namespace sipenduduk {

/// A server that one of the `start` scripts below tests/support runs until this object goes.
///
/// Contract of the scripts: they stay in the foreground, write KEY=VALUE lines into DIR/ready once
/// the server answers, and end it on SIGTERM.
class Launched
{
public:
    /// `script`: "smtp" or "nginx"; `directory` is the DIR among `arguments`.
    Launched(const QString &script, const QStringList &arguments, const QString &directory);
    ~Launched(); ///< stops
    Q_DISABLE_COPY_MOVE(Launched)

    /// False when the server did not come up; its words are in DIR/log and on standard error.
    [[nodiscard]] bool isReady() const { return !m_values.isEmpty(); }
    [[nodiscard]] QString value(const QString &key) const { return m_values.value(key); }
    void stop();

private:
    QProcess m_process;
    QHash<QString, QString> m_values;
};

} // namespace sipenduduk
