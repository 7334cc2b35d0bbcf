#include "server/db/BerkasRepository.h"

#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Berkas berkasFromRow(const QSqlQuery &row)
{
    return {.id = BerkasId(row.value(0).toLongLong()),
            .requirement = row.value(1).toString(),
            .fileName = row.value(2).toString(),
            .mediaType = row.value(3).toString(),
            .size = row.value(4).toLongLong(),
            .sha256 = row.value(5).toByteArray(),
            .uploadedAt = db::time(row.value(6)),
            .verdict = Verdict(row.value(7).toInt()),
            .solution = row.value(8).toString(),
            .isSuperseded = row.value(9).toBool()};
}

} // namespace

Result<BerkasId> BerkasRepository::insert(PermohonanId permohonan, const Berkas &berkas)
{
    static const QString sql =
        u"INSERT INTO berkas (permohonan_id, requirement, file_name,"
        " media_type, size, sha256, uploaded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"_s;
    return db::inserted<BerkasId>(
        m_db.run(sql,
                 {qint64(permohonan), berkas.requirement, db::text(berkas.fileName),
                  berkas.mediaType, berkas.size, berkas.sha256, db::ms(berkas.uploadedAt)}));
}

Result<QList<Berkas>> BerkasRepository::list(PermohonanId permohonan)
{
    static const QString sql =
        u"SELECT id, requirement, file_name, media_type, size, sha256,"
        " uploaded_at, verdict, solution, is_superseded FROM berkas WHERE permohonan_id = ?1"
        " ORDER BY id"_s;
    return db::all(m_db.run(sql, {qint64(permohonan)}), berkasFromRow);
}

Result<> BerkasRepository::setVerdict(PermohonanId permohonan, BerkasId berkas, Verdict verdict,
                                      const QString &solution)
{
    static const QString sql = u"UPDATE berkas SET verdict = ?3, solution = ?4 WHERE id = ?2"
                               " AND permohonan_id = ?1 AND is_superseded = 0"_s;
    const auto query =
        m_db.run(sql, {qint64(permohonan), qint64(berkas), int(verdict), db::text(solution)});
    if (!query)
        return std::unexpected(query.error());
    if (Connection::changed(**query) != 1)
        return fail(ErrorCode::NotFound, u"berkas"_s);
    return {};
}

Result<> BerkasRepository::supersede(PermohonanId permohonan, const QString &requirement)
{
    return db::written(m_db.run(u"UPDATE berkas SET is_superseded = 1 WHERE permohonan_id = ?1"
                                " AND requirement = ?2"_s,
                                {qint64(permohonan), requirement}));
}

Result<QList<Defect>> BerkasRepository::openDefects(PermohonanId permohonan)
{
    static const QString sql = u"SELECT target, code, verdict, solution FROM defect"
                               " WHERE permohonan_id = ?1 AND is_open = 1 ORDER BY id"_s;
    return db::all(m_db.run(sql, {qint64(permohonan)}), [](const QSqlQuery &row) {
        return Defect{.target = DefectTarget(row.value(0).toInt()),
                      .code = row.value(1).toString(),
                      .verdict = Verdict(row.value(2).toInt()),
                      .solution = row.value(3).toString()};
    });
}

Result<> BerkasRepository::replaceDefects(PermohonanId permohonan, const QList<Defect> &defects)
{
    if (auto closed = m_db.run(u"UPDATE defect SET is_open = 0 WHERE permohonan_id = ?1"
                               " AND is_open = 1"_s,
                               {qint64(permohonan)});
        !closed)
        return std::unexpected(closed.error());
    static const QString sql =
        u"INSERT INTO defect (permohonan_id, target, code, verdict, solution)"
        " VALUES (?1, ?2, ?3, ?4, ?5)"_s;
    for (const Defect &defect : defects) {
        const auto inserted =
            m_db.run(sql,
                     {qint64(permohonan), int(defect.target), db::text(defect.code),
                      int(defect.verdict), db::text(defect.solution)});
        if (!inserted)
            return std::unexpected(inserted.error());
    }
    return {};
}

Result<QList<Note>> BerkasRepository::notes(PermohonanId permohonan)
{
    static const QString sql =
        u"SELECT u.name, n.duty, n.at, n.text FROM note n"
        " JOIN user u ON u.id = n.user_id WHERE n.permohonan_id = ?1 ORDER BY n.id"_s;
    return db::all(m_db.run(sql, {qint64(permohonan)}), [](const QSqlQuery &row) {
        return Note{.officer = row.value(0).toString(),
                    .duty = Role(row.value(1).toInt()),
                    .at = db::time(row.value(2)),
                    .text = row.value(3).toString()};
    });
}

Result<> BerkasRepository::insertNote(PermohonanId permohonan, UserId user, Role duty,
                                      const QDateTime &at, const QString &text)
{
    static const QString sql = u"INSERT INTO note (permohonan_id, user_id, duty, at, text)"
                               " VALUES (?1, ?2, ?3, ?4, ?5)"_s;
    return db::written(
        m_db.run(sql, {qint64(permohonan), qint64(user), int(duty), db::ms(at), text}));
}

Result<bool> BerkasRepository::belongs(PermohonanId permohonan, const QByteArray &sha256)
{
    static const QString sql =
        u"SELECT"
        " EXISTS (SELECT 1 FROM berkas WHERE permohonan_id = ?1 AND sha256 = ?2)"
        " OR EXISTS (SELECT 1 FROM dokumen WHERE permohonan_id = ?1 AND signed_sha256 = ?2)"
        " OR EXISTS (SELECT 1 FROM dokumen d JOIN draft r ON r.dokumen_id = d.id"
        "            WHERE d.permohonan_id = ?1 AND r.sha256 = ?2)"_s;
    return db::one(m_db.run(sql, {qint64(permohonan), sha256}),
                   [](const QSqlQuery &row) { return row.value(0).toBool(); });
}

} // namespace sipenduduk
