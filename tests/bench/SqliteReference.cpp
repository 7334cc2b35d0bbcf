#include "tests/bench/SqliteReference.h"

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
    bool step()
    {
        const int code = sqlite3_step(m_statement);
        check(m_db, code);
        return code == SQLITE_ROW;
    }
    void reset() { sqlite3_reset(m_statement); }
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

// The idempotency rows carry no permohonan; they are taken one per step, in order.
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
    {"SELECT * FROM idempotency ORDER BY at, key LIMIT 1 OFFSET ?1",
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

/// The rows of every step, read into memory first: reading is not what is measured.
std::vector<std::vector<std::vector<Row>>> recordedRows(const QString &path,
                                                        const QList<PermohonanId> &steps)
{
    sqlite3 *db = open(path);
    std::vector<std::vector<std::vector<Row>>> all(std::size(Tables));
    for (std::size_t t = 0; t < std::size(Tables); ++t) {
        const bool isByOrder = t + 1 == std::size(Tables);
        Statement select(
            db, isByOrder ? "SELECT * FROM idempotency ORDER BY at, key" : Tables[t].select);
        for (const PermohonanId id : steps) {
            std::vector<Row> &rows = all[t].emplace_back();
            if (isByOrder) {
                if (select.step())
                    rows.emplace_back(select);
                continue;
            }
            select.reset();
            select.bind(1, qint64(id));
            while (select.step())
                rows.emplace_back(select);
        }
    }
    sqlite3_close(db);
    return all;
}

} // namespace

SqliteReference::SqliteReference(QString before, QString after)
    : m_before(std::move(before))
    , m_after(std::move(after))
{
}

double SqliteReference::run(const QList<PermohonanId> &steps) const
{
    const auto recorded = recordedRows(m_after, steps);
    sqlite3 *db = open(m_before);
    double seconds = 0;
    {
        std::vector<std::unique_ptr<Statement>> writes;
        for (const Recorded &table : Tables)
            writes.push_back(std::make_unique<Statement>(db, table.write));
        Statement begin(db, "BEGIN IMMEDIATE");
        Statement commit(db, "COMMIT");
        QElapsedTimer timer;
        timer.start();
        for (std::size_t step = 0; step < std::size_t(steps.size()); ++step) {
            begin.step();
            begin.reset();
            for (std::size_t t = 0; t < writes.size(); ++t) {
                for (const Row &row : recorded[t][step]) {
                    row.bindTo(*writes[t]);
                    writes[t]->step();
                    writes[t]->reset();
                }
            }
            commit.step();
            commit.reset();
        }
        seconds = double(timer.nsecsElapsed()) / 1e9;
    }
    sqlite3_close(db);
    return double(steps.size()) / seconds;
}

} // namespace sipenduduk
