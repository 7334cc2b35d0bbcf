#pragma once

#include "common/Result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <initializer_list>
#include <unordered_map>

namespace sipenduduk {

/// One database connection, of the thread that made it. Statements are prepared once and kept:
/// a workflow step runs a dozen of them, and parsing SQL would cost more than running it.
class Connection
{
public:
    /// Opens `path` with the pragmas of architecture.md 4. Errors: Storage.
    [[nodiscard]] static Result<Connection> open(const QString &path, const QString &name);

    Connection(Connection &&) noexcept;
    Connection &operator=(Connection &&) = delete;
    ~Connection();

    /// The prepared statement for `sql`, with `values` bound to its ?1, ?2 … and executed.
    /// Errors: Conflict for a broken UNIQUE or CHECK, Storage for everything else.
    /// The query is valid until the same text is run again on this connection.
    [[nodiscard]] Result<QSqlQuery *> run(const QString &sql,
                                          std::initializer_list<QVariant> values = {});

    /// Statements that are not worth keeping: pragmas, migrations, transactions.
    [[nodiscard]] Result<> execute(const QString &sql);

    /// Whether a BEGIN is open; SQLite ends the transaction by itself on a full disk.
    [[nodiscard]] bool isInTransaction() const;

    /// Rows written by the last statement.
    [[nodiscard]] static int changed(const QSqlQuery &query);

    /// Statements must not stay open over a COMMIT.
    void finishStatements();

private:
    Connection(const QSqlDatabase &db, QString name);

    QSqlDatabase m_db;
    QString m_name;
    std::unordered_map<QString, QSqlQuery> m_statements; ///< its nodes never move
    QList<QSqlQuery *> m_open; ///< selects that may still hold a read lock
};

} // namespace sipenduduk
