#include "server/db/Migrations.h"

#include "server/db/Connection.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString MigrationFolder = u":/migrations"_s;

QStringList migrationFiles()
{
    return QDir(MigrationFolder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
}

int migrationNumber(const QString &file)
{
    return file.first(4).toInt();
}

/// Statements of a file: they end with a semicolon at the end of a line, and a trigger's body,
/// whose statements do so too, with END;
QStringList statementsOf(const QString &text)
{
    QStringList statements;
    QString current;
    for (const QString &line : text.split(u'\n')) {
        if (current.isEmpty() && (line.trimmed().isEmpty() || line.startsWith(u"--"_s)))
            continue;
        current += line + u'\n';
        const bool isTrigger = current.startsWith(u"CREATE TRIGGER"_s);
        if (isTrigger ? line == u"END;"_s : line.endsWith(u';')) {
            statements.append(current);
            current.clear();
        }
    }
    return statements;
}

Result<int> currentVersion(Connection &connection)
{
    if (auto made =
            connection.execute(u"CREATE TABLE IF NOT EXISTS schema_version ("
                               "version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)"_s);
        !made)
        return std::unexpected(made.error());
    const auto query = connection.run(u"SELECT coalesce(max(version), 0) FROM schema_version"_s);
    if (!query)
        return std::unexpected(query.error());
    (*query)->next();
    const int version = (*query)->value(0).toInt();
    connection.finishStatements();
    return version;
}

Result<> applyStatements(Connection &connection, const QString &text)
{
    for (const QString &statement : statementsOf(text)) {
        if (auto done = connection.execute(statement); !done)
            return done;
    }
    return {};
}

Result<> applyFile(Connection &connection, const QString &file)
{
    QFile sql(MigrationFolder + u'/' + file);
    if (!sql.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"migration not readable"_s);
    if (auto begun = connection.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    Result<> done = applyStatements(connection, QString::fromUtf8(sql.readAll()));
    if (done) {
        const auto recorded =
            connection.run(u"INSERT INTO schema_version (version, applied_at) VALUES (?1, ?2)"_s,
                           {migrationNumber(file), QDateTime::currentMSecsSinceEpoch()});
        if (!recorded)
            done = std::unexpected(recorded.error());
    }
    if (auto ended = connection.execute(done ? u"COMMIT"_s : u"ROLLBACK"_s); !ended && done)
        return ended;
    return done;
}

} // namespace

int Migrations::newest()
{
    const QStringList files = migrationFiles();
    return files.isEmpty() ? 0 : migrationNumber(files.last());
}

Result<> Migrations::apply(const QString &path)
{
    Result<Connection> connection = Connection::open(path, u"migrations "_s + path);
    if (!connection)
        return std::unexpected(connection.error());
    const Result<int> version = currentVersion(*connection);
    if (!version)
        return std::unexpected(version.error());
    if (*version > newest())
        return fail(ErrorCode::Unsupported, u"the database is newer than this program"_s);
    for (const QString &file : migrationFiles()) {
        const int number = migrationNumber(file);
        if (number <= *version)
            continue;
        if (*version > 0) {
            if (auto saved = copy(path, u"%1.before-%2"_s.arg(path, file.first(4))); !saved)
                return saved;
        }
        if (auto applied = applyFile(*connection, file); !applied)
            return applied;
    }
    return {};
}

Result<> Migrations::copy(const QString &source, const QString &target)
{
    QFile::remove(target);
    Result<Connection> connection = Connection::open(source, u"copy "_s + target);
    if (!connection)
        return std::unexpected(connection.error());
    const auto copied = connection->run(u"VACUUM INTO ?1"_s, {target});
    return copied ? Result<>() : Result<>(std::unexpected(copied.error()));
}

} // namespace sipenduduk
