#include "tests/support/Launched.h"

#include <QFile>
#include <QTest>

#include <chrono>

namespace sipenduduk {

using namespace Qt::StringLiterals;

namespace {

constexpr int StartTimeMs = 30000;

QHash<QString, QString> readyValues(const QString &directory)
{
    QHash<QString, QString> values;
    QFile file(directory + "/ready"_L1);
    if (!file.open(QIODevice::ReadOnly))
        return values;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        values.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    return values;
}

} // namespace

Launched::Launched(const QString &script, const QStringList &arguments, const QString &directory)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(u"" SIPENDUDUK_SOURCE_DIR "/tests/support/%1/start"_s.arg(script), arguments);
    const bool ended = QTest::qWaitFor(
        [&] {
            m_values = readyValues(directory);
            return isReady() || m_process.state() == QProcess::NotRunning;
        },
        StartTimeMs);
    if (!ended || !isReady())
        qWarning("the %s server did not start", qUtf8Printable(script));
}

Launched::~Launched()
{
    stop();
}

void Launched::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(StartTimeMs))
        m_process.kill();
    m_process.waitForFinished();
}

} // namespace sipenduduk
