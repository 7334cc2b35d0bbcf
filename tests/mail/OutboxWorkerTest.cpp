#include "server/mail/OutboxWorker.h"
#include "tests/mail/MailServerUnderTest.h"

#include <QTest>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <atomic>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace sipenduduk;

namespace {

/// The outbox table's behaviour without its database; that one is tested in its own folder.
class ListedOutbox final : public OutboxSource
{
public:
    struct Row
    {
        OutboxMail mail;
        QDateTime nextTry;
        QString state = u"waiting"_s;
        QString words{};
    };

    void add(qint64 id, const QString &recipient, const QDateTime &at)
    {
        const std::scoped_lock lock(m_mutex);
        OutboxMail mail{.id = id,
                        .messageId = u"surat-%1"_s.arg(id),
                        .event = MailEvent::EmailCode,
                        .recipient = recipient,
                        .createdAt = at};
        mail.payload = {
            {u"office"_s, u"Disdukcapil"_s}, {u"code"_s, u"482913"_s}, {u"minutes"_s, 15}};
        m_rows.push_back({mail, at});
    }
    void spoil(qint64 id)
    {
        const std::scoped_lock lock(m_mutex);
        row(id).mail.payload = {};
    }
    Row find(qint64 id)
    {
        const std::scoped_lock lock(m_mutex);
        return row(id);
    }
    std::atomic<int> failingMarks = 0; ///< so many markings fail, as on a full disk

    Result<std::vector<OutboxMail>> due(const QDateTime &now, int limit) override
    {
        const std::scoped_lock lock(m_mutex);
        std::vector<OutboxMail> list;
        for (const Row &r : m_rows) {
            if (r.state == "waiting"_L1 && r.nextTry <= now && int(list.size()) < limit)
                list.push_back(r.mail);
        }
        return list;
    }
    Result<> markSent(qint64 id, const QString &reply) override
    {
        return mark(id, u"sent"_s, reply);
    }
    Result<> markPermanentFailure(qint64 id, const QString &error) override
    {
        return mark(id, u"failed"_s, error);
    }
    Result<> markTemporaryFailure(qint64 id, const QString &error,
                                  const QDateTime &nextTryAt) override
    {
        auto marked = mark(id, u"waiting"_s, error);
        if (marked) {
            const std::scoped_lock lock(m_mutex);
            ++row(id).mail.tries;
            row(id).nextTry = nextTryAt;
        }
        return marked;
    }

private:
    Row &row(qint64 id)
    {
        return *std::ranges::find(m_rows, id, [](const Row &r) { return r.mail.id; });
    }
    Result<> mark(qint64 id, const QString &state, const QString &words)
    {
        if (failingMarks > 0) {
            --failingMarks;
            return fail(ErrorCode::Storage, u"disk full"_s);
        }
        const std::scoped_lock lock(m_mutex);
        row(id).state = state;
        row(id).words = words;
        return {};
    }

    std::mutex m_mutex;
    std::vector<Row> m_rows;
};

/// A worker whose time the test moves.
struct Office
{
    ListedOutbox outbox;
    std::atomic<qint64> nowMs =
        QDateTime({2026, 11, 22}, {1, 0, 0}, QTimeZone::utc()).toMSecsSinceEpoch();
    std::atomic<int> turns = 0; ///< how often mail stopped or flowed again
    std::unique_ptr<OutboxWorker> worker;

    explicit Office(SmtpSettings smtp)
    {
        smtp.replyTimeout = 2s;
        worker = std::make_unique<OutboxWorker>(
            outbox,
            OutboxOptions{.smtp = std::move(smtp),
                          .fromAddress = u"layanan@dukcapil.example"_s,
                          .fromName = u"Disdukcapil"_s,
                          .pollInterval = 1h,
                          .now = [this] { return now(); },
                          .reachabilityChanged = [this] { ++turns; }});
    }
    [[nodiscard]] QDateTime now() const
    {
        return QDateTime::fromMSecsSinceEpoch(nowMs, QTimeZone::utc());
    }
    void pass(std::chrono::milliseconds time)
    {
        nowMs += time.count();
        worker->wake();
    }
    bool waitFor(qint64 id, const std::function<bool(const ListedOutbox::Row &)> &claim)
    {
        return QTest::qWaitFor([&] { return claim(outbox.find(id)); }, 20000);
    }
    bool waitForState(qint64 id, const QString &state)
    {
        return waitFor(id, [&](const ListedOutbox::Row &row) { return row.state == state; });
    }
};

} // namespace

SCENARIO("Mail that waits is sent as soon as the worker is called", "[mail]")
{
    MailServerUnderTest server;
    Office office(server.settings());
    REQUIRE(office.worker->start());
    WHEN("new mails are queued")
    {
        for (int id = 1; id <= 40; ++id)
            office.outbox.add(id, u"warga%1@warga.example"_s.arg(id), office.now());
        office.worker->wake();
        THEN("each arrives once, under its own Message-ID")
        {
            REQUIRE(office.waitForState(40, u"sent"_s));
            const QJsonArray mails = server.waitForMails(40);
            QStringList ids;
            for (const QJsonValue &mail : mails)
                ids.append(mail["messageId"_L1].toString());
            CHECK(ids.removeDuplicates() == 0);
            CHECK(ids.contains(u"<surat-7@dukcapil.example>"_s));
            CHECK(mails.first()["subject"_L1] == u"Kode verifikasi alamat email Anda"_s);
            CHECK(office.worker->health().sent == 40);
            CHECK(office.outbox.find(3).words.startsWith(u"250 "_s));
        }
    }
    WHEN("one recipient is refused and one is put off")
    {
        office.outbox.add(1, u"refuse550@warga.example"_s, office.now());
        office.outbox.add(2, u"busy451@warga.example"_s, office.now());
        office.outbox.add(3, u"spoiled@warga.example"_s, office.now());
        office.outbox.spoil(3);
        office.outbox.add(4, u"warga@warga.example"_s, office.now());
        office.worker->wake();
        THEN("the others do not wait for them")
        {
            REQUIRE(office.waitForState(4, u"sent"_s));
            CHECK(office.outbox.find(1).state == u"failed"_s);
            CHECK(office.outbox.find(1).words == u"550 5.1.1 No such user here"_s);
            CHECK(office.outbox.find(2).state == u"waiting"_s);
            CHECK(office.outbox.find(2).mail.tries == 1);
            CHECK(office.outbox.find(3).state == u"failed"_s);
            CHECK(server.waitForMails(1).first()["deliveredTo"_L1] == u"warga@warga.example"_s);
        }
    }
}

SCENARIO("A mail server that is down loses nothing", "[mail]")
{
    MailServerUnderTest server;
    server.stop();
    Office office(server.settings());
    office.outbox.add(1, u"a@warga.example"_s, office.now());
    office.outbox.add(2, u"b@warga.example"_s, office.now());
    REQUIRE(office.worker->start());
    REQUIRE(QTest::qWaitFor([&] { return !office.worker->health().isReachable; }, 20000));
    CHECK(office.worker->health().unreachableSince == office.now());
    CHECK_FALSE(office.worker->health().lastError.isEmpty());

    WHEN("it stays down for a long weekend and comes up again")
    {
        office.pass(100h);
        REQUIRE(QTest::qWaitFor([&] { return !office.worker->health().isReachable; }, 20000));
        CHECK(office.turns == 1); // said once, not at every try
        server.startAgain();
        office.pass(6min); // the longest pause during an outage
        THEN("both mails go out, once, as if nothing had been")
        {
            REQUIRE(office.waitForState(1, u"sent"_s));
            REQUIRE(office.waitForState(2, u"sent"_s));
            CHECK(office.outbox.find(1).mail.tries == 0);
            CHECK(server.waitForMails(2).size() == 2);
            CHECK(office.worker->health().isReachable);
            CHECK(office.turns == 2);
        }
    }
}

SCENARIO("A mail that is put off comes back later and later", "[mail]")
{
    MailServerUnderTest server;
    Office office(server.settings());
    REQUIRE(office.worker->start());
    const auto putOff = [](int tries) {
        return [tries](const ListedOutbox::Row &row) { return row.mail.tries == tries; };
    };

    WHEN("the server greylists")
    {
        office.outbox.add(1, u"greylist@warga.example"_s, office.now());
        office.worker->wake();
        REQUIRE(office.waitFor(1, putOff(1)));
        const qint64 delay = office.now().msecsTo(office.outbox.find(1).nextTry);
        THEN("it is taken a minute later, still the same mail")
        {
            CHECK(delay >= 48000);
            CHECK(delay <= 72000);
            office.pass(std::chrono::milliseconds(delay));
            REQUIRE(office.waitForState(1, u"sent"_s));
            CHECK(server.waitForMails(1).first()["messageId"_L1]
                  == u"<surat-1@dukcapil.example>"_s);
        }
    }
    WHEN("the server puts it off for three days")
    {
        office.outbox.add(1, u"busy451@warga.example"_s, office.now());
        office.worker->wake();
        int tries = 1;
        while (office.outbox.find(1).state == "waiting"_L1) {
            REQUIRE(tries < 40);
            REQUIRE(office.waitFor(1, [&](const ListedOutbox::Row &row) {
                return row.mail.tries == tries || row.state == "failed"_L1;
            }));
            office.pass(std::chrono::milliseconds(
                qMax<qint64>(0, office.now().msecsTo(office.outbox.find(1).nextTry))));
            ++tries;
        }
        THEN("it is given up, with the server's words, not before")
        {
            CHECK(office.outbox.find(1).state == u"failed"_s);
            CHECK(office.outbox.find(1).words == u"451 4.3.0 Try again later"_s);
            CHECK(office.outbox.find(1).mail.createdAt.daysTo(office.now()) >= 3);
            CHECK(tries > 10);
        }
    }
}

SCENARIO("What the server took but the database could not record is not sent again", "[mail]")
{
    MailServerUnderTest server;
    Office office(server.settings());
    office.outbox.add(1, u"a@warga.example"_s, office.now());
    office.outbox.failingMarks = 2;
    REQUIRE(office.worker->start());
    REQUIRE(QTest::qWaitFor([&] { return office.outbox.failingMarks == 1; }, 20000));
    office.pass(11s);
    REQUIRE(QTest::qWaitFor([&] { return office.outbox.failingMarks == 0; }, 20000));
    office.pass(11s);
    REQUIRE(office.waitForState(1, u"sent"_s));
    CHECK(server.waitForMails(1).size() == 1);
}

TEST_CASE("The worker ends at once, also while a server keeps it waiting", "[mail]")
{
    MailServerUnderTest server;
    Office office(server.settings());
    office.outbox.add(1, u"timeout@warga.example"_s, office.now());
    REQUIRE(office.worker->start());
    office.worker->stop();
    CHECK(office.outbox.find(1).state == u"waiting"_s);
    office.worker->stop();
}

TEST_CASE("A worker that cannot send anything does not start", "[mail]")
{
    ListedOutbox outbox;
    CHECK_FALSE(
        OutboxWorker(outbox, {.smtp = {.host = {}}, .fromAddress = u"a@b.example"_s}).start());
    CHECK_FALSE(
        OutboxWorker(outbox, {.smtp = {.host = u"a"_s}, .fromAddress = u"bukan alamat"_s}).start());
}

TEST_CASE("Delays double from a minute to six hours, spread by a fifth", "[mail]")
{
    const RetryPolicy policy;
    CHECK(policy.delayAfter(1, 0.5) == 1min);
    CHECK(policy.delayAfter(4, 0.5) == 8min);
    CHECK(policy.delayAfter(1, 0.0) == 48s);
    CHECK(policy.delayAfter(1, 1.0) == 72s);
    CHECK(policy.delayAfter(10, 0.5) == 6h);
    CHECK(policy.delayAfter(1000000, 0.5) == 6h);
    CHECK(policy.outageDelayAfter(1) == 15s);
    CHECK(policy.outageDelayAfter(3) == 60s);
    CHECK(policy.outageDelayAfter(1000) == 5min);
}
