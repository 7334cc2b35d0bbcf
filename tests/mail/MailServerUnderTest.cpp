#include "tests/mail/MailServerUnderTest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QTimeZone>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace sipenduduk {

MailServerUnderTest::MailServerUnderTest(Kind kind)
    : m_kind(kind)
{
    start(u"0"_s);
}

void MailServerUnderTest::start(const QString &port)
{
    QStringList arguments{u"--port"_s, port, m_directory.path()};
    if (m_kind == Kind::WithFaults)
        arguments.prepend(u"--faults"_s);
    m_server.emplace(u"smtp"_s, arguments, m_directory.path());
    REQUIRE(m_server->isReady());
    m_program = m_server->value(u"server"_s);
    m_mailbox = m_server->value(u"maildir"_s);
    m_settings = {.host = m_server->value(u"host"_s),
                  .port = m_server->value(u"port"_s).toUShort(),
                  .user = m_server->value(u"user"_s),
                  .password = m_server->value(u"password"_s),
                  .caFile = m_server->value(u"ca"_s),
                  .helloName = u"localhost"_s};
}

void MailServerUnderTest::startAgain()
{
    start(QString::number(m_settings.port));
}

SmtpSettings MailServerUnderTest::settings() const
{
    return m_settings;
}

QJsonArray MailServerUnderTest::mails() const
{
    QProcess reader;
    reader.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    reader.start(u"python3"_s,
                 {u"-B"_s, u"" SIPENDUDUK_SOURCE_DIR "/tests/mail/read_mail.py"_s, m_mailbox});
    REQUIRE(reader.waitForFinished());
    REQUIRE(reader.exitCode() == 0);
    return QJsonDocument::fromJson(reader.readAllStandardOutput()).array();
}

QJsonArray MailServerUnderTest::waitForMails(qsizetype count) const
{
    const QDir delivered(m_mailbox + "/new"_L1);
    const auto arrived = [&] { return delivered.entryList(QDir::Files).size() >= count; };
    REQUIRE(QTest::qWaitFor(arrived, 20000));
    const QJsonArray list = mails();
    REQUIRE(list.size() == count);
    return list;
}

MailMessage letterTo(const QString &recipient)
{
    return {.messageId = u"surat-1@dukcapil.example"_s,
            .from = u"layanan@dukcapil.example"_s,
            .fromName = u"Disdukcapil Kota Pekanbaru"_s,
            .to = recipient,
            .subject = u"Resi permohonan PKU-1"_s,
            .textBody = u"Yth. Bapak/Ibu,\n"_s,
            .date = QDateTime({2026, 11, 22}, {3, 4, 5}, QTimeZone::utc())};
}

QByteArray pdfLikeBytes(qsizetype size)
{
    QByteArray bytes = "%PDF-1.7\r\n.\r\n\n\r\0"_ba;
    for (quint32 block = 0; bytes.size() < size; ++block)
        bytes += QCryptographicHash::hash(QByteArray::number(block), QCryptographicHash::Sha256);
    return bytes.first(size);
}

} // namespace sipenduduk
