#include "tests/bench/SqliteReference.h"

#include "tests/bench/LoadClient.h"

#include <QElapsedTimer>

#include <sqlite3.h>

#include <string>
#include <vector>

namespace sipenduduk {

namespace {

void check(sqlite3 *db, int code)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        qFatal("bench: sqlite: %s", sqlite3_errmsg(db));
}

/// A prepared statement that is reset, not prepared again.
class Statement
{
public:
    Statement(sqlite3 *db, const char *sql)
        : m_db(db)
    {
        check(db,
              sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr));
    }
    ~Statement() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(Statement)

    void bind(int index, const sqlite3_value *value)
    {
        check(m_db, sqlite3_bind_value(m_statement, index, value));
    }
    void bind(int index, sqlite3_int64 value)
    {
        check(m_db, sqlite3_bind_int64(m_statement, index, value));
    }
    void bind(int index, const QByteArray &value)
    {
        check(m_db,
              sqlite3_bind_blob(m_statement, index, value.constData(), int(value.size()),
                                SQLITE_TRANSIENT));
    }
    bool step()
    {
        const int code = sqlite3_step(m_statement);
        check(m_db, code);
        return code == SQLITE_ROW;
    }
    void reset() { sqlite3_reset(m_statement); }
    int parameters() const { return sqlite3_bind_parameter_count(m_statement); }
    int columns() const { return sqlite3_column_count(m_statement); }
    sqlite3_value *value(int column) const { return sqlite3_column_value(m_statement, column); }

private:
    sqlite3 *m_db;
    sqlite3_stmt *m_statement = nullptr;
};

/// Values of one row, kept beyond the statement that read them.
class Row
{
public:
    explicit Row(const Statement &from)
    {
        for (int i = 0; i < from.columns(); ++i)
            m_values.push_back(sqlite3_value_dup(from.value(i)));
    }
    ~Row()
    {
        for (sqlite3_value *value : m_values)
            sqlite3_value_free(value);
    }
    Row(Row &&other) noexcept = default;
    Row &operator=(Row &&) = delete;
    Row(const Row &) = delete;

    void bindTo(Statement &statement) const
    {
        for (std::size_t i = 0; i < m_values.size(); ++i)
            statement.bind(int(i) + 1, m_values[i]);
    }

private:
    std::vector<sqlite3_value *> m_values;
};

/// A table that a step writes: how its rows of one permohonan are read, and written again.
struct Recorded
{
    const char *select;
    const char *write;
};

const Recorded Tables[] = {
    {"SELECT status, holder, queue_scope, received_by, version, is_returned, step_since, chain_seq,"
     " chain_head, handed_by, id FROM permohonan WHERE id = ?1",
     "UPDATE permohonan SET status = ?1, holder = ?2, queue_scope = ?3, received_by = ?4, version = ?5,"
     " is_returned = ?6, step_since = ?7, chain_seq = ?8, chain_head = ?9, handed_by = ?10 WHERE id = ?11"},
    {"SELECT * FROM paraf WHERE dokumen_id IN (SELECT id FROM dokumen WHERE permohonan_id = ?1)",
     "INSERT INTO paraf VALUES (?1, ?2, ?3, ?4, ?5, ?6)"},
    {"SELECT * FROM kartu_kendali WHERE permohonan_id = ?1 AND seq > (SELECT max(seq) - 2"
     " FROM kartu_kendali WHERE permohonan_id = ?1)",
     "INSERT INTO kartu_kendali VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"},
    {"SELECT * FROM queue_event WHERE permohonan_id = ?1",
     "INSERT INTO queue_event VALUES (?1, ?2, ?3, ?4, ?5)"},
    // Carries no permohonan: ?2 is the key of its step.
    {"SELECT * FROM idempotency WHERE user_id IN (SELECT id FROM user) AND key = ?2",
     "INSERT INTO idempotency VALUES (?1, ?2, ?3, ?4, ?5)"},
};

sqlite3 *open(const QString &path)
{
    sqlite3 *db = nullptr;
    check(db, sqlite3_open(path.toUtf8().constData(), &db));
    for (const char *pragma : {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
                               "PRAGMA foreign_keys = ON", "PRAGMA trusted_schema = OFF",
                               "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 4000"})
        check(db, sqlite3_exec(db, pragma, nullptr, nullptr, nullptr));
    return db;
}

/// By table, then by step.
using StepRows = std::vector<std::vector<Row>>;

/// The rows of every step, read into memory first: reading is not what is measured.
std::vector<StepRows> recordedRows(const QString &path, const QList<PermohonanId> &steps)
{
    sqlite3 *db = open(path);
    std::vector<StepRows> all(std::size(Tables));
    for (std::size_t t = 0; t < std::size(Tables); ++t) {
        Statement select(db, Tables[t].select);
        for (const PermohonanId id : steps) {
            select.reset();
            select.bind(1, qint64(id));
            if (select.parameters() > 1)
                select.bind(2, stepKey(id));
            std::vector<Row> &rows = all[t].emplace_back();
            while (select.step())
                rows.emplace_back(select);
        }
    }
    sqlite3_close(db);
    return all;
}

} // namespace

struct SqliteReference::Private
{
    explicit Private(sqlite3 *handle)
        : db(handle)
        , begin(db, "BEGIN IMMEDIATE")
        , commit(db, "COMMIT")
    {
        for (const Recorded &table : Tables)
            writes.push_back(std::make_unique<Statement>(db, table.write));
    }

    sqlite3 *db;
    QString after;
    Statement begin;
    Statement commit;
    std::vector<std::unique_ptr<Statement>> writes;
};

SqliteReference::SqliteReference(const QString &before, QString after)
    : d(std::make_unique<Private>(open(before)))
{
    d->after = std::move(after);
}

SqliteReference::~SqliteReference()
{
    sqlite3 *db = d->db;
    d.reset(); // its statements first
    sqlite3_close(db);
}

double SqliteReference::run(const QList<PermohonanId> &steps)
{
    const auto recorded = recordedRows(d->after, steps);
    QElapsedTimer timer;
    timer.start();
    for (std::size_t step = 0; step < std::size_t(steps.size()); ++step) {
        d->begin.step();
        d->begin.reset();
        for (std::size_t t = 0; t < d->writes.size(); ++t) {
            for (const Row &row : recorded[t][step]) {
                row.bindTo(*d->writes[t]);
                d->writes[t]->step();
                d->writes[t]->reset();
            }
        }
        d->commit.step();
        d->commit.reset();
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace sipenduduk
