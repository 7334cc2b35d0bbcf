#include "server/db/Connection.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(dbLog, "sipenduduk.db")

namespace sipenduduk {

namespace {

constexpr int MaxParameters = 32; ///< of one statement

sqlite3 *sqliteHandle(const QSqlDatabase &db)
{
    const QVariant handle = db.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

std::unexpected<Error> sqlError(const QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    const int native = error.nativeErrorCode().toInt();
    // The text names columns, never values: it may go to the log.
    qCWarning(dbLog) << "statement failed:" << native << error.databaseText();
    const bool isConstraint = (native & 0xff) == SQLITE_CONSTRAINT;
    return fail(isConstraint ? ErrorCode::Conflict : ErrorCode::Storage,
                u"sqlite %1"_s.arg(native));
}

/// "?3" → ":p3". QtSql hands values to "?N" in order of appearance, whatever N says; by name it
/// hands them over right, and a parameter may stand twice.
QString withNamedParameters(const QString &sql)
{
    static const QRegularExpression numbered(u"\\?(\\d+)"_s);
    return QString(sql).replace(numbered, u":p\\1"_s);
}

const QString &parameterName(int number)
{
    static const QStringList names = [] {
        QStringList list;
        for (int i = 1; i <= MaxParameters; ++i)
            list.append(u":p%1"_s.arg(i));
        return list;
    }();
    return names.at(number - 1);
}

} // namespace

Connection::Connection(const QSqlDatabase &db, QString name)
    : m_db(db)
    , m_name(std::move(name))
{
}

Connection::Connection(Connection &&) noexcept = default;

Connection::~Connection()
{
    if (m_name.isEmpty()) // moved from
        return;
    m_statements.clear();
    m_db.close();
    m_db = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<Connection> Connection::open(const QString &path, const QString &name)
{
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    db.setDatabaseName(path);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    const bool isOpen = db.open();
    Connection connection(db, name);
    db = QSqlDatabase(); // a copy that lived on would keep a failed connection from being removed
    if (!isOpen)
        return fail(ErrorCode::Storage, u"cannot open the database"_s);
    for (const QString &pragma :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
          u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s,
          u"PRAGMA cache_size = -65536"_s, u"PRAGMA wal_autocheckpoint = 4000"_s}) {
        if (auto done = connection.execute(pragma); !done)
            return std::unexpected(done.error());
    }
    sqlite3_db_config(sqliteHandle(connection.m_db), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0,
                      nullptr);
    return connection;
}

Result<QSqlQuery *> Connection::run(const QString &sql, std::initializer_list<QVariant> values)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_db);
        query.setForwardOnly(true);
        if (!query.prepare(withNamedParameters(sql)))
            return sqlError(query);
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    Q_ASSERT(int(values.size()) <= MaxParameters);
    int number = 0;
    for (const QVariant &value : values)
        query.bindValue(parameterName(++number), value);
    if (!query.exec())
        return sqlError(query);
    if (query.isSelect())
        m_open.append(&query);
    return &query;
}

Result<> Connection::execute(const QString &sql)
{
    QSqlQuery query(m_db);
    if (!query.exec(sql))
        return sqlError(query);
    return {};
}

bool Connection::isInTransaction() const
{
    return sqlite3_get_autocommit(sqliteHandle(m_db)) == 0;
}

int Connection::changed(const QSqlQuery &query)
{
    return query.numRowsAffected();
}

void Connection::finishStatements()
{
    for (QSqlQuery *query : std::as_const(m_open))
        query->finish();
    m_open.clear();
}

} // namespace sipenduduk
