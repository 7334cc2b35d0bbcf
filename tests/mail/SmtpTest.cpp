#include "server/mail/MailHeaders.h"
#include "tests/mail/MailServerUnderTest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonObject>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <functional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sipenduduk;

namespace {

using Outcome = SmtpDelivery::Outcome;

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// A certificate authority that has nothing to do with the server.
QString foreignAuthority()
{
    static const MailServerUnderTest other;
    return other.settings().caFile;
}

} // namespace

TEST_CASE("A mail arrives as it was written, its attachments byte for byte", "[mail]")
{
    const auto kind =
        GENERATE(MailServerUnderTest::Kind::WithFaults, MailServerUnderTest::Kind::Real);
    const MailServerUnderTest server(kind);
    INFO("served by " << server.program().toStdString());
    QTemporaryDir directory;
    QFile file(directory.filePath(u"kk.pdf"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray fromFile = pdfLikeBytes(54321);
    file.write(fromFile);
    file.close();
    const QByteArray fromMemory = pdfLikeBytes(300009);
    MailMessage letter = letterTo(u"siti.nurbaya+uji@warga.example"_s);
    letter.fromName = u"Dinas \"Dukcapil\" – Kota Pekanbaru"_s;
    letter.subject =
        u"Dokumen Anda – akta kelahiran, kartu keluarga dan kartu identitas anak – telah terbit é"_s;
    letter.textBody = u"Yth. Ibu É,\n\n.\n.titik di depan\nFrom jauh\n"_s + QString(2000, u'a')
        + u" é=20\n\ttab\n"_s;
    letter.htmlBody = u"<p>Yth. Ibu É</p>\n"_s;
    letter.attachments = {{.name = u"akta-kelahiran.pdf"_s, .bytes = fromMemory},
                          {.name = u"kartu keluarga.pdf"_s, .filePath = file.fileName()}};

    const SmtpDelivery delivery = SmtpClient(server.settings()).send(letter);
    REQUIRE(delivery.outcome == Outcome::Accepted);
    CHECK(delivery.replyCode == 250);

    const QJsonObject mail = server.waitForMails(1).first().toObject();
    CHECK(mail["deliveredTo"_L1] == letter.to);
    CHECK(mail["to"_L1] == letter.to);
    CHECK(mail["from"_L1].toString().contains(u"– Kota Pekanbaru"));
    CHECK(mail["from"_L1].toString().endsWith(u"<layanan@dukcapil.example>"));
    CHECK(mail["subject"_L1] == letter.subject);
    CHECK(mail["messageId"_L1] == u"<surat-1@dukcapil.example>"_s);
    CHECK(mail["date"_L1] == u"2026-11-22T03:04:05+00:00"_s);
    CHECK(mail["text"_L1] == letter.textBody);
    CHECK(mail["html"_L1] == letter.htmlBody);
    CHECK(mail["longestLine"_L1].toInt() < 200);
    CHECK(mail["attachments"_L1].toArray()
          == QJsonArray{QJsonObject{{u"name"_s, u"akta-kelahiran.pdf"_s},
                                    {u"mediaType"_s, u"application/pdf"_s},
                                    {u"sha256"_s, sha256(fromMemory)}},
                        QJsonObject{{u"name"_s, u"kartu keluarga.pdf"_s},
                                    {u"mediaType"_s, u"application/pdf"_s},
                                    {u"sha256"_s, sha256(fromFile)}}});
}

TEST_CASE("What the server says decides whether a mail is tried again", "[mail]")
{
    const MailServerUnderTest server;
    SmtpSettings settings = server.settings();
    settings.replyTimeout = 500ms;
    const SmtpClient client(settings);
    const auto outcomeFor = [&client](const QString &recipient) {
        return client.send(letterTo(recipient));
    };

    CHECK(outcomeFor(u"refuse550@warga.example"_s)
          == SmtpDelivery{Outcome::Permanent, 550, u"550 5.1.1 No such user here"_s});
    CHECK(outcomeFor(u"reject554@warga.example"_s)
          == SmtpDelivery{Outcome::Permanent, 554, u"554 5.6.0 Message refused"_s});
    CHECK(outcomeFor(u"busy451@warga.example"_s)
          == SmtpDelivery{Outcome::Temporary, 451, u"451 4.3.0 Try again later"_s});
    const SmtpDelivery silent = outcomeFor(u"timeout@warga.example"_s);
    CHECK(silent.outcome == Outcome::Temporary);
    CHECK(silent.replyCode == 0);
    CHECK(outcomeFor(u"greylist@warga.example"_s).outcome == Outcome::Temporary);
    CHECK(outcomeFor(u"greylist@warga.example"_s).outcome == Outcome::Accepted);
    CHECK(server.mails().size() == 1);
}

TEST_CASE("What is the office's own fault never gives a mail up", "[mail]")
{
    using Security = SmtpSettings::Security;
    const auto kind =
        GENERATE(MailServerUnderTest::Kind::WithFaults, MailServerUnderTest::Kind::Real);
    MailServerUnderTest server(kind);
    const auto sent = [&server](const std::function<void(SmtpSettings &)> &spoil) {
        SmtpSettings settings = server.settings();
        spoil(settings);
        return SmtpClient(settings).send(letterTo(u"a@warga.example"_s));
    };
    const auto isHeldBack = [&sent](const std::function<void(SmtpSettings &)> &spoil) {
        return sent(spoil).outcome == Outcome::Unreachable;
    };
    const SmtpDelivery wrongPassword = sent([](SmtpSettings &s) { s.password = u"salah"_s; });
    CHECK(wrongPassword.outcome == Outcome::Unreachable);
    CHECK(wrongPassword.replyCode == 535);
    CHECK(isHeldBack([](SmtpSettings &s) { s.user.clear(); }));
    CHECK(isHeldBack([](SmtpSettings &s) { s.caFile = foreignAuthority(); }));
    CHECK(isHeldBack([](SmtpSettings &s) { s.host = u"127.0.0.2"_s; })); // nobody there
    CHECK(isHeldBack([](SmtpSettings &s) { s.host = u"tidak ada/../x"_s; }));
    CHECK(isHeldBack([](SmtpSettings &s) { s.security = Security::PlainLoopback; }));
    CHECK(isHeldBack([](SmtpSettings &s) { s.security = Security::ImplicitTls; }));
    server.stop();
    CHECK(isHeldBack([](SmtpSettings &) {}));
    CHECK(server.mails().isEmpty());
}

TEST_CASE("Plain text is for this machine's own mail server", "[mail]")
{
    SmtpSettings settings{.host = u"mail.example"_s,
                          .security = SmtpSettings::Security::PlainLoopback};
    CHECK_FALSE(SmtpClient::check(settings));
    settings.host = u"127.0.0.1"_s;
    CHECK(SmtpClient::check(settings));
    CHECK_FALSE(SmtpClient::check({.host = {}}));
    CHECK_FALSE(SmtpClient::check({.host = u"a"_s, .port = 0}));
    CHECK_FALSE(SmtpClient::check({.host = u"a"_s, .caFile = u"/tidak/ada"_s}));
}

TEST_CASE("Nobody can write a second header, recipient or mail", "[mail]")
{
    const MailServerUnderTest server;
    const SmtpClient client(server.settings());
    const auto refused = [&client](const MailMessage &letter) {
        const SmtpDelivery delivery = client.send(letter);
        return delivery.outcome == Outcome::Permanent && delivery.replyCode == 0;
    };
    for (const QString &address :
         {u"a@warga.example\r\nBcc: b@warga.example"_s,
          u"a@warga.example>\r\nRCPT TO:<b@warga.example"_s, u"a@warga.example,b@warga.example"_s,
          u"a@warga.example b@warga.example"_s, u"A <a@warga.example>"_s, u"a@b@warga.example"_s,
          u"\"a b\"@warga.example"_s, u"é@warga.example"_s, u"@warga.example"_s, u"a@"_s, u"a"_s,
          QString(), QString(300, u'a') + u"@warga.example"_s, u"a\u0000b@warga.example"_s}) {
        CHECK(refused(letterTo(address)));
        MailMessage letter = letterTo(u"a@warga.example"_s);
        letter.from = address;
        CHECK(refused(letter));
        letter = letterTo(u"a@warga.example"_s);
        letter.messageId = address;
        CHECK(refused(letter));
    }
    for (const QString &text : {u"Resi\r\nBcc: b@warga.example"_s, u"Resi\nx"_s, u"Resi\u2028x"_s,
                                u"Resi\u0085x"_s, QString(300, u'a')}) {
        MailMessage letter = letterTo(u"a@warga.example"_s);
        letter.subject = text;
        CHECK(refused(letter));
        letter = letterTo(u"a@warga.example"_s);
        letter.fromName = text;
        CHECK(refused(letter));
    }
    MailMessage letter = letterTo(u"a@warga.example"_s);
    letter.attachments = {{.name = u"a.pdf\r\nX: y"_s, .bytes = "x"}};
    CHECK(refused(letter));
    CHECK(server.mails().isEmpty());
}

TEST_CASE("Header text survives its encoding, whatever it holds", "[mail]")
{
    CHECK(encodedHeaderText(u"Resi PKU-1"_s) == "Resi PKU-1");
    CHECK(encodedHeaderText(u"=?UTF-8?Q?x?="_s).startsWith("=?UTF-8?B?"));
    const QByteArray words = encodedHeaderText(QString(u"\U0001F4C4é–"_s).repeated(30));
    for (const QByteArray &line : words.split('\n'))
        CHECK(line.trimmed().size() <= 75);
    CHECK(mailDate(QDateTime({2026, 3, 1}, {0, 30, 0}, QTimeZone(7 * 3600)))
          == "Sat, 28 Feb 2026 17:30:00 +0000");
}

TEST_CASE("An attachment that cannot be read holds its mail back", "[mail]")
{
    const MailServerUnderTest server;
    MailMessage letter = letterTo(u"a@warga.example"_s);
    letter.attachments = {{.name = u"a.pdf"_s, .filePath = u"/tidak/ada.pdf"_s}};
    CHECK(SmtpClient(server.settings()).send(letter).outcome == Outcome::Temporary);
    CHECK(server.mails().isEmpty());
}

TEST_CASE("A stop request ends a try that hangs", "[mail]")
{
    const MailServerUnderTest server;
    std::stop_source stop;
    SmtpDelivery delivery;
    std::jthread sender([&] {
        delivery = SmtpClient(server.settings())
                       .send(letterTo(u"timeout@warga.example"_s), stop.get_token());
    });
    stop.request_stop();
    sender.join(); // would last 120 s
    CHECK(delivery.outcome != Outcome::Accepted);
    CHECK(delivery.outcome != Outcome::Permanent);
}
