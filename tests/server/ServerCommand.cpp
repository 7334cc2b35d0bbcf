#include "tests/server/ServerCommand.h"

#include "tests/support/Wait.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString ServerProgramPath = QStringLiteral(SIPENDUDUK_SERVER_PROGRAM);
constexpr int CommandTime = 60'000;

} // namespace

CommandOutcome runServerCommand(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(ServerProgramPath, arguments);
    REQUIRE(process.waitForStarted());
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished(CommandTime));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

SetUpOffice::SetUpOffice(const QStringList &moreArguments)
{
    const QStringList arguments{u"setup"_s,
                                u"--dir"_s,
                                dir(),
                                u"--password-fd"_s,
                                u"0"_s,
                                u"--set"_s,
                                u"accounts.hash-memory-mib=1"_s,
                                u"--set"_s,
                                u"accounts.hash-operations=1"_s,
                                u"--set"_s,
                                u"listen.address=127.0.0.1"_s,
                                u"--set"_s,
                                u"listen.port=0"_s};
    const auto outcome = runServerCommand(arguments + moreArguments, AdminPassword.toUtf8() + '\n');
    INFO(outcome.err.toStdString());
    REQUIRE(outcome.exitCode == 0);
}

CommandOutcome SetUpOffice::command(const QStringList &arguments, const QByteArray &input) const
{
    return runServerCommand(arguments + QStringList{u"--dir"_s, dir()}, input);
}

void SetUpOffice::setConfig(const QString &key, const QString &line) const
{
    QString text = QString::fromUtf8(read(u"sipenduduk.conf"_s));
    const QRegularExpression present(u"^%1 = .*$"_s.arg(QRegularExpression::escape(key)),
                                     QRegularExpression::MultilineOption);
    if (present.match(text).hasMatch())
        text.replace(present, line);
    else
        text += line + u'\n';
    write(u"sipenduduk.conf"_s, text.toUtf8());
}

QByteArray SetUpOffice::read(const QString &name) const
{
    QFile source(file(name));
    REQUIRE(source.open(QIODevice::ReadOnly));
    return source.readAll();
}

void SetUpOffice::write(const QString &name, const QByteArray &bytes) const
{
    QFile target(file(name));
    REQUIRE(target.open(QIODevice::WriteOnly));
    REQUIRE(target.write(bytes) == bytes.size());
}

RunningServer::RunningServer(const SetUpOffice &office)
{
    static const QRegularExpression ready(u"^ready office=127\\.0\\.0\\.1:([0-9]+) "_s);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(ServerProgramPath, {u"run"_s, u"--dir"_s, office.dir()});
    REQUIRE(m_process.waitForStarted());
    REQUIRE(QTest::qWaitFor([&] { return m_process.canReadLine(); }, CommandTime));
    const auto match = ready.match(QString::fromUtf8(m_process.readLine()));
    REQUIRE(match.hasMatch());
    m_port = match.captured(1).toUShort();
}

RunningServer::~RunningServer()
{
    kill();
}

void RunningServer::kill()
{
    m_process.kill();
    m_process.waitForFinished();
}

int RunningServer::stop()
{
    m_process.terminate();
    REQUIRE(m_process.waitForFinished(CommandTime));
    REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
    return m_process.exitCode();
}

} // namespace sipenduduk
