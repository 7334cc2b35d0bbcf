#include "server/db/OutboxRepository.h"
#include "server/db/Store.h"
#include "tests/server/ServerCommand.h"

#include <catch2/catch_test_macros.hpp>

#include <QFileInfo>
#include <QTcpServer>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

const QDateTime FirstLetterAt({2026, 11, 2}, {1, 15}, QTimeZone::utc());

/// Two letters that wait; the first was put off, in words that name its recipient.
void queueLetters(const SetUpOffice &office, const QString &words)
{
    const auto store = Store::open({.path = office.file(u"office.db"_s)});
    REQUIRE(store);
    REQUIRE((*store)
                ->write([&](Connection &db) -> Result<> {
                    OutboxRepository outbox(db);
                    for (const QDateTime &at : {FirstLetterAt, FirstLetterAt.addDays(1)}) {
                        if (auto in = outbox.insert({.event = MailEvent::EmailCode,
                                                     .permohonan = {},
                                                     .recipient = u"budi@warga.example"_s,
                                                     .payload = {{u"office"_s, u"Kantor"_s},
                                                                 {u"code"_s, u"482913"_s},
                                                                 {u"minutes"_s, 15}},
                                                     .at = at});
                            !in)
                            return in;
                    }
                    return words.isEmpty() ? Result<>()
                                           : outbox.markRetry(1, words, FirstLetterAt.addDays(2));
                })
                .result());
}

quint16 portWithoutServer()
{
    QTcpServer taken;
    REQUIRE(taken.listen(QHostAddress::LocalHost));
    return taken.serverPort();
}

} // namespace

TEST_CASE("The doctor says how many letters wait, since when and why, but not whose", "[doctor]")
{
    const SetUpOffice office;
    CHECK_FALSE(office.command({u"doctor"_s}).out.contains(u"menunggu dikirim"_s));
    SECTION("put off by a server")
    {
        queueLetters(office, u"451 4.7.1 Kotak surat Budi Santoso penuh"_s);
        const QString said = office.command({u"doctor"_s}).out;
        INFO(said.toStdString());
        CHECK(
            said.contains(u"2 surat menunggu dikirim, yang terlama sejak 02-11-2026 08.15 WIB."_s));
        CHECK(said.contains(u"ditunda server surat penerima (451)"_s));
        CHECK_FALSE(said.contains(u"budi"_s, Qt::CaseInsensitive));
    }
    SECTION("broken off")
    {
        queueLetters(office, u"Failure when receiving data from the peer"_s);
        const QString said = office.command({u"doctor"_s}).out;
        CHECK(said.contains(u"sambungan terputus"_s));
        CHECK_FALSE(said.contains(u"peer"_s));
    }
    SECTION("not tried yet")
    {
        queueLetters(office, {});
        const QString said = office.command({u"doctor"_s}).out;
        CHECK(said.contains(u"2 surat menunggu dikirim"_s));
        CHECK_FALSE(said.contains(u"Surat terakhir"_s));
    }
}

SCENARIO("The doctor says that the mail server of the office cannot be used", "[doctor]")
{
    const SetUpOffice office({u"--set"_s, u"smtp.host=localhost"_s, u"--set"_s,
                              u"smtp.port=%1"_s.arg(portWithoutServer()), u"--set"_s,
                              u"smtp.from=kantor@a.example"_s});
    queueLetters(office, {});
    const auto isSaid = [&] {
        return office.command({u"doctor"_s}).out.contains(u"Server surat tidak dapat dihubungi"_s);
    };
    CHECK_FALSE(isSaid());
    RunningServer server(office);
    REQUIRE(QTest::qWaitFor([&] { return QFileInfo::exists(office.file(u"run/mail.outage"_s)); },
                            20'000));
    CHECK(isSaid());
    CHECK(server.stop() == 0);
    CHECK_FALSE(isSaid()); // nobody tries any more
}
