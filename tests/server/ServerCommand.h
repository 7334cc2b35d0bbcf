#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace sipenduduk {

/// What a finished sub-command said.
struct CommandOutcome
{
    int exitCode = -1;
    QString out;
    QString err;
};

/// The real program, as an administrator runs it.
[[nodiscard]] CommandOutcome runServerCommand(const QStringList &arguments,
                                              const QByteArray &input = {});

/// An office in a temporary directory, made by the real `setup` with cheap password hashes.
class SetUpOffice
{
public:
    static inline const QString AdminPassword = QStringLiteral("admin password 1");

    explicit SetUpOffice(const QStringList &moreArguments = {});

    [[nodiscard]] QString dir() const { return parent.filePath(QStringLiteral("office")); }
    [[nodiscard]] QString file(const QString &name) const { return dir() + u'/' + name; }
    [[nodiscard]] CommandOutcome command(const QStringList &arguments,
                                         const QByteArray &input = {}) const;
    /// Replaces "key = …" in the configuration, or adds `line` at its end.
    void setConfig(const QString &key, const QString &line) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir parent;
};

/// `run` as a process; killed hard when the test forgets it.
class RunningServer
{
public:
    explicit RunningServer(const SetUpOffice &office);
    ~RunningServer();

    [[nodiscard]] quint16 port() const { return m_port; }
    void kill();
    /// SIGTERM; the exit code.
    int stop();

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace sipenduduk
