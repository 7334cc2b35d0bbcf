#include "server/db/Store.h"
#include "server/db/Migrations.h"
#include "server/db/SettingRepository.h"
#include "tests/server/TinyDisk.h"

#include <catch2/catch_test_macros.hpp>

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <future>
#include <set>

using namespace Qt::StringLiterals;
using namespace sipenduduk;

namespace {

constexpr auto WriterVariable = "SIPENDUDUK_TEST_WRITER";

std::unique_ptr<Store> openStore(const QString &path)
{
    auto store = Store::open({.path = path});
    REQUIRE(store);
    return std::move(*store);
}

auto setting(const QString &name, const QString &value)
{
    return [=](Connection &connection) { return SettingRepository(connection).set(name, value); };
}

QString valueOf(Store &store, const QString &name)
{
    return store
        .read([=](Connection &connection) { return SettingRepository(connection).value(name); })
        .result()
        .value_or(std::nullopt)
        .value_or(QString());
}

/// Keeps the writer's thread busy until it is let go, so that what is queued meanwhile makes one
/// group.
class Gate
{
public:
    explicit Gate(Store &store)
    {
        m_done = store.write([this](Connection &) -> Result<> {
            m_entered.set_value();
            m_opened.wait();
            return {};
        });
        m_entered.get_future().wait(); // else the first of what is queued may come into its group
    }
    void open()
    {
        m_promise.set_value();
        (void)m_done.result();
    }

private:
    std::promise<void> m_entered;
    std::promise<void> m_promise;
    std::shared_future<void> m_opened = m_promise.get_future().share();
    Answer<> m_done = Result<>();
};

} // namespace

TEST_CASE("Writes that wait are committed together", "[store]")
{
    QTemporaryDir folder;
    const auto store = openStore(folder.filePath(u"office.db"_s));
    Gate gate(*store);
    const auto before = store->statistics();
    QList<Answer<>> writes;
    for (int i = 0; i < 100; ++i)
        writes.append(store->write(setting(u"name%1"_s.arg(i), u"value"_s)));
    gate.open();
    for (auto &write : writes)
        CHECK(write.result());
    const auto after = store->statistics();
    CHECK(after.writes - before.writes == 101);
    CHECK(after.commits - before.commits <= 3); // the gate's own, and the hundred in one or two
}

TEST_CASE("A write that fails fails alone", "[store]")
{
    QTemporaryDir folder;
    const auto store = openStore(folder.filePath(u"office.db"_s));
    Gate gate(*store);
    auto first = store->write(setting(u"first"_s, u"1"_s));
    auto second = store->write([](Connection &connection) -> Result<> {
        if (auto done = SettingRepository(connection).set(u"second"_s, u"2"_s); !done)
            return done;
        return fail(ErrorCode::Conflict, u"on purpose"_s);
    });
    auto broken = store->write([](Connection &connection) -> Result<> {
        if (auto done = SettingRepository(connection).set(u"broken"_s, u"4"_s); !done)
            return done;
        const auto query =
            connection.run(u"INSERT INTO user_duty (user_id, duty) VALUES (99, 2)"_s);
        return query ? Result<>() : std::unexpected(query.error());
    });
    auto third = store->write(setting(u"third"_s, u"3"_s));
    gate.open();
    CHECK(first.result());
    CHECK(second.result().error().code == ErrorCode::Conflict);
    CHECK(broken.result().error().code == ErrorCode::Conflict);
    CHECK(third.result());
    CHECK(valueOf(*store, u"first"_s) == u"1"_s);
    CHECK(valueOf(*store, u"second"_s).isEmpty());
    CHECK(valueOf(*store, u"broken"_s).isEmpty());
    CHECK(valueOf(*store, u"third"_s) == u"3"_s);
}

TEST_CASE("A function that is run again leaves one row", "[store]")
{
    QTemporaryDir folder;
    const auto store = openStore(folder.filePath(u"office.db"_s));
    Gate gate(*store);
    std::atomic<int> runs = 0;
    // The second one ends the group's transaction, so the first is run again in one of its own.
    auto counted = store->write([&runs](Connection &connection) -> Result<int> {
        const auto query = connection.run(u"INSERT INTO audit (at, event) VALUES (1, 'again')"_s);
        if (!query)
            return std::unexpected(query.error());
        return ++runs;
    });
    auto rude =
        store->write([](Connection &connection) { return connection.execute(u"ROLLBACK"_s); });
    gate.open();
    REQUIRE(counted.result());
    CHECK(*counted.result() == 2);
    CHECK_FALSE(rude.result());
    const auto rows = store
                          ->read([](Connection &connection) -> Result<int> {
                              const auto query = connection.run(u"SELECT count(*) FROM audit"_s);
                              if (!query || !(*query)->next())
                                  return fail(ErrorCode::Storage, {});
                              return (*query)->value(0).toInt();
                          })
                          .result();
    CHECK(rows == 1);
}

TEST_CASE("A database of a newer program is refused and not touched", "[store]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"office.db"_s);
    {
        const auto store = openStore(path);
        REQUIRE(store
                    ->write([](Connection &connection) -> Result<> {
                        const auto query = connection.run(
                            u"INSERT INTO schema_version (version, applied_at) VALUES (?1, 0)"_s,
                            {Migrations::newest() + 1});
                        return query ? Result<>() : std::unexpected(query.error());
                    })
                    .result());
    }
    const auto refused = Store::open({.path = path});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Unsupported);
    CHECK_FALSE(QFile::exists(path + u".before-0001"_s));
}

TEST_CASE("A file that is no database is refused", "[store]")
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"office.db"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    CHECK(Store::open({.path = file.fileName()}).error().code == ErrorCode::Storage);
    CHECK(Store::open({.path = folder.filePath(u"no/such/folder.db"_s)}).error().code
          == ErrorCode::Storage);
}

TEST_CASE("A backup is a whole database of its own", "[store]")
{
    QTemporaryDir folder;
    const auto store = openStore(folder.filePath(u"office.db"_s));
    REQUIRE(store->write(setting(u"name"_s, u"value"_s)).result());
    const QString copy = folder.filePath(u"copy.db"_s);
    REQUIRE(store->backup(copy).result());
    CHECK(valueOf(*openStore(copy), u"name"_s) == u"value"_s);
}

TEST_CASE("A full disk fails writes and loses none that was acknowledged", "[store][full-disk]")
{
    const TinyDisk disk;
    const QString path = disk.path() + u"/office.db"_s;
    std::set<int> acknowledged;
    {
        const auto store = openStore(path);
        REQUIRE(store->write(setting(u"before"_s, u"there"_s)).result());
        disk.fill();
        QList<Answer<>> writes;
        for (int i = 0; i < 40; ++i)
            writes.append(store->write(setting(u"row%1"_s.arg(i), QString(50'000, u'v'))));
        bool anyFailed = false;
        for (int i = 0; i < writes.size(); ++i) {
            const auto outcome = writes[i].result();
            if (outcome)
                acknowledged.insert(i);
            else
                CHECK(outcome.error().code == ErrorCode::Storage);
            anyFailed = anyFailed || !outcome;
        }
        CHECK(anyFailed);
        CHECK(valueOf(*store, u"before"_s) == u"there"_s); // reading goes on
        disk.release();
        CHECK(store->write(setting(u"after"_s, u"there"_s)).result()); // and so does writing
    }
    const auto store = openStore(path);
    CHECK(valueOf(*store, u"before"_s) == u"there"_s);
    CHECK(valueOf(*store, u"after"_s) == u"there"_s);
    for (int i = 0; i < 40; ++i)
        CHECK(valueOf(*store, u"row%1"_s.arg(i)).isEmpty() == !acknowledged.contains(i));
}

// Not a test by itself: the process that the next one kills.
TEST_CASE("Writes rows and says each one that was acknowledged", "[.store-writer]")
{
    const auto store = openStore(qEnvironmentVariable(WriterVariable));
    for (int i = 0;; ++i) {
        auto one = store->write(setting(u"a%1"_s.arg(i), u"1"_s));
        auto two = store->write(setting(u"b%1"_s.arg(i), u"1"_s));
        if (!one.result() || !two.result())
            return;
        printf("%d\n", i);
        fflush(stdout);
    }
}

TEST_CASE("What was acknowledged survives kill -9", "[store][kill]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"office.db"_s);
    int acknowledged = -1;
    for (int round = 0; round < 3; ++round) {
        QProcess writer;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QLatin1StringView(WriterVariable), path);
        writer.setProcessEnvironment(environment);
        writer.start(QCoreApplication::applicationFilePath(), {u"[.store-writer]"_s});
        REQUIRE(writer.waitForStarted());
        int lines = 0;
        while (lines < 50 && writer.waitForReadyRead(30'000)) {
            while (writer.canReadLine()) {
                bool isNumber = false;
                const int number = writer.readLine().trimmed().toInt(&isNumber);
                if (isNumber) {
                    acknowledged = std::max(acknowledged, number);
                    ++lines;
                }
            }
        }
        writer.kill();
        REQUIRE(writer.waitForFinished());
        REQUIRE(lines >= 50);
        const auto store = openStore(path);
        for (int i = 0; i <= acknowledged; ++i) {
            CHECK(valueOf(*store, u"a%1"_s.arg(i)) == u"1"_s);
            CHECK(valueOf(*store, u"b%1"_s.arg(i)) == u"1"_s);
        }
    }
}
