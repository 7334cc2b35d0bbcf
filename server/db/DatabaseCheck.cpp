#include "server/db/DatabaseCheck.h"

#include "server/db/Connection.h"
#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<qint64> numberOf(Connection &connection, const QString &sql)
{
    return db::one(connection.run(sql),
                   [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
}

Result<bool> isIntact(Connection &connection)
{
    const auto check = db::one(connection.run(u"PRAGMA quick_check(1)"_s),
                               [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!check)
        return std::unexpected(check.error());
    const auto keys = connection.run(u"PRAGMA foreign_key_check"_s);
    if (!keys)
        return std::unexpected(keys.error());
    return *check == u"ok"_s && !(*keys)->next();
}

Result<> inspectWaitingMail(Connection &connection, DatabaseReport &report)
{
    if (report.waitingMail == 0)
        return {};
    const auto oldest =
        db::one(connection.run(u"SELECT min(created_at) FROM outbox WHERE state = 0"_s),
                [](const QSqlQuery &row) { return db::time(row.value(0)); });
    if (!oldest)
        return std::unexpected(oldest.error());
    report.oldestWaitingMail = *oldest;
    const auto words = db::all(connection.run(u"SELECT last_error FROM outbox WHERE state = 0 AND"
                                              " tries > 0 ORDER BY next_try_at DESC LIMIT 1"_s),
                               [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!words)
        return std::unexpected(words.error());
    if (!words->isEmpty())
        report.lastPutOff = words->first().left(3).toInt(); // no number: no answer of a server
    return {};
}

} // namespace

Result<DatabaseReport> DatabaseCheck::inspect(const QString &path)
{
    auto connection = Connection::open(path, u"inspect "_s + path);
    if (!connection)
        return std::unexpected(connection.error());
    DatabaseReport report;
    const auto version = numberOf(*connection, u"SELECT max(version) FROM schema_version"_s);
    if (!version)
        return std::unexpected(version.error());
    report.version = int(*version);
    const auto intact = isIntact(*connection);
    if (!intact)
        return std::unexpected(intact.error());
    report.isIntact = *intact;
    const std::initializer_list<std::pair<qint64 *, QString>> counts{
        {&report.users, u"SELECT count(*) FROM user WHERE is_active = 1"_s},
        {&report.permohonan, u"SELECT count(*) FROM permohonan"_s},
        {&report.waitingMail, u"SELECT count(*) FROM outbox WHERE state = 0"_s},
        {&report.failedMail, u"SELECT count(*) FROM outbox WHERE state = 2"_s}};
    for (const auto &[target, sql] : counts) {
        const auto number = numberOf(*connection, sql);
        if (!number)
            return std::unexpected(number.error());
        *target = *number;
    }
    if (auto inspected = inspectWaitingMail(*connection, report); !inspected)
        return std::unexpected(inspected.error());
    return report;
}

Result<> DatabaseCheck::eachBlob(const QString &path,
                                 const std::function<Result<>(const QByteArray &, qint64)> &visit)
{
    auto connection = Connection::open(path, u"blobs "_s + path);
    if (!connection)
        return std::unexpected(connection.error());
    const auto rows = connection->run(u"SELECT sha256, size FROM blob"_s);
    if (!rows)
        return std::unexpected(rows.error());
    while ((*rows)->next()) {
        if (auto done = visit((*rows)->value(0).toByteArray(), (*rows)->value(1).toLongLong());
            !done)
            return done;
    }
    return {};
}

} // namespace sipenduduk
