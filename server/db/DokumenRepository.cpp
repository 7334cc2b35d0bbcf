#include "server/db/DokumenRepository.h"

#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString DokumenColumns =
    u"id, permohonan_id, position, output, delivery, status, number,"
    " issue_date, draft_version, draft_sha256, draft_data, page_count, is_from_siak,"
    " signed_sha256, signed_at, verify_token, download_token"_s;

DokumenRecord dokumenRecord(const QSqlQuery &row)
{
    DokumenRecord record;
    record.id = DokumenId(row.value(0).toLongLong());
    record.permohonan = PermohonanId(row.value(1).toLongLong());
    record.position = row.value(2).toInt();
    record.output = row.value(3).toString();
    record.delivery = Delivery(row.value(4).toInt());
    record.status = Status(row.value(5).toInt());
    record.number = row.value(6).toString();
    record.issueDate = db::date(row.value(7));
    record.draftVersion = row.value(8).toInt();
    record.draftSha256 = row.value(9).toByteArray();
    record.draftData = row.value(10).toInt();
    record.pageCount = row.value(11).toInt();
    record.isFromSiak = row.value(12).toBool();
    record.signedSha256 = row.value(13).toByteArray();
    record.signedAt = db::time(row.value(14));
    record.verifyToken = row.value(15).toString();
    record.downloadToken = row.value(16).toString();
    return record;
}

ParafRecord parafRecord(const QSqlQuery &row)
{
    return {.dokumen = DokumenId(row.value(0).toLongLong()),
            .draftSha256 = row.value(1).toByteArray(),
            .duty = Role(row.value(2).toInt()),
            .user = UserId(row.value(3).toLongLong()),
            .officer = row.value(4).toString(),
            .at = db::time(row.value(5))};
}

} // namespace

Result<DokumenId> DokumenRepository::insert(const DokumenRecord &record)
{
    static const QString sql =
        u"INSERT INTO dokumen (permohonan_id, position, output, delivery,"
        " status, verify_token, download_token) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"_s;
    return db::inserted<DokumenId>(
        m_db.run(sql,
                 {qint64(record.permohonan), record.position, record.output, int(record.delivery),
                  int(record.status), record.verifyToken, record.downloadToken}));
}

Result<> DokumenRepository::removeFrom(PermohonanId permohonan, int position)
{
    const QString ofDokumen = u" WHERE dokumen_id IN (SELECT id FROM dokumen"
                              " WHERE permohonan_id = ?1 AND position >= ?2)"_s;
    for (const QString &table : {u"page_view"_s, u"paraf"_s, u"draft"_s}) {
        if (auto removed = m_db.run(u"DELETE FROM %1"_s.arg(table) + ofDokumen,
                                    {qint64(permohonan), position});
            !removed)
            return std::unexpected(removed.error());
    }
    return db::written(
        m_db.run(u"DELETE FROM dokumen WHERE permohonan_id = ?1 AND position >= ?2"_s,
                 {qint64(permohonan), position}));
}

Result<QList<DokumenRecord>> DokumenRepository::list(PermohonanId permohonan)
{
    static const QString sql = u"SELECT %1 FROM dokumen WHERE permohonan_id = ?1"
                               " ORDER BY position"_s.arg(DokumenColumns);
    return db::all(m_db.run(sql, {qint64(permohonan)}), dokumenRecord);
}

Result<DokumenRecord> DokumenRepository::byDownloadToken(const QString &token)
{
    static const QString sql =
        u"SELECT %1 FROM dokumen WHERE download_token = ?1"_s.arg(DokumenColumns);
    return db::one(m_db.run(sql, {token}), dokumenRecord);
}

Result<DokumenRecord> DokumenRepository::byVerifyToken(const QString &token)
{
    static const QString sql =
        u"SELECT %1 FROM dokumen WHERE verify_token = ?1"_s.arg(DokumenColumns);
    return db::one(m_db.run(sql, {token}), dokumenRecord);
}

Result<> DokumenRepository::setNumber(DokumenId id, const QString &number, const QDate &issueDate)
{
    return db::written(m_db.run(u"UPDATE dokumen SET number = ?2, issue_date = ?3 WHERE id = ?1"_s,
                                {qint64(id), number, db::day(issueDate)}));
}

Result<> DokumenRepository::setDraft(const DokumenRecord &record, UserId by, const QDateTime &at)
{
    static const QString draft = u"INSERT INTO draft (dokumen_id, version, sha256, made_by,"
                                 " made_at) VALUES (?1, ?2, ?3, ?4, ?5)"_s;
    if (auto kept = m_db.run(
            draft,
            {qint64(record.id), record.draftVersion, record.draftSha256, qint64(by), db::ms(at)});
        !kept)
        return std::unexpected(kept.error());
    static const QString sql =
        u"UPDATE dokumen SET number = ?2, issue_date = ?3,"
        " draft_version = ?4, draft_sha256 = ?5, draft_data = ?6, page_count = ?7,"
        " is_from_siak = ?8 WHERE id = ?1"_s;
    return db::written(m_db.run(sql,
                                {qint64(record.id), db::text(record.number),
                                 db::day(record.issueDate), record.draftVersion, record.draftSha256,
                                 record.draftData, record.pageCount, record.isFromSiak}));
}

Result<> DokumenRepository::setSigned(const DokumenRecord &record)
{
    static const QString sql = u"UPDATE dokumen SET signed_sha256 = ?2, signed_at = ?3,"
                               " status = ?4 WHERE id = ?1"_s;
    return db::written(m_db.run(
        sql,
        {qint64(record.id), record.signedSha256, db::ms(record.signedAt), int(record.status)}));
}

Result<> DokumenRepository::setStatus(DokumenId id, Status status)
{
    return db::written(
        m_db.run(u"UPDATE dokumen SET status = ?2 WHERE id = ?1"_s, {qint64(id), int(status)}));
}

Result<> DokumenRepository::setStatusOfSet(PermohonanId permohonan, Status status)
{
    return db::written(m_db.run(u"UPDATE dokumen SET status = ?2 WHERE permohonan_id = ?1"_s,
                                {qint64(permohonan), int(status)}));
}

Result<QList<ParafRecord>> DokumenRepository::parafs(PermohonanId permohonan)
{
    static const QString sql =
        u"SELECT a.dokumen_id, a.draft_sha256, a.duty, a.user_id, a.officer,"
        " a.at FROM dokumen d JOIN paraf a ON a.dokumen_id = d.id"
        " AND a.draft_sha256 = d.draft_sha256 WHERE d.permohonan_id = ?1 ORDER BY a.at, a.duty"_s;
    return db::all(m_db.run(sql, {qint64(permohonan)}), parafRecord);
}

Result<> DokumenRepository::putParaf(const ParafRecord &paraf)
{
    static const QString sql = u"INSERT OR REPLACE INTO paraf (dokumen_id, draft_sha256, duty,"
                               " user_id, officer, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"_s;
    return db::written(m_db.run(sql,
                                {qint64(paraf.dokumen), paraf.draftSha256, int(paraf.duty),
                                 qint64(paraf.user), paraf.officer, db::ms(paraf.at)}));
}

Result<> DokumenRepository::removeParafs(PermohonanId permohonan, Role duty)
{
    return db::written(m_db.run(u"DELETE FROM paraf WHERE duty = ?2 AND dokumen_id IN"
                                " (SELECT id FROM dokumen WHERE permohonan_id = ?1)"_s,
                                {qint64(permohonan), int(duty)}));
}

Result<> DokumenRepository::recordView(DokumenId dokumen, const QByteArray &draftSha256,
                                       UserId user, int page, qint64 milliseconds,
                                       const QDateTime &at)
{
    static const QString sql =
        u"INSERT INTO page_view (dokumen_id, draft_sha256, user_id, page,"
        " milliseconds, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE"
        " SET milliseconds = milliseconds + excluded.milliseconds, at = excluded.at"_s;
    return db::written(m_db.run(
        sql, {qint64(dokumen), draftSha256, qint64(user), page, milliseconds, db::ms(at)}));
}

Result<QList<int>> DokumenRepository::seenPages(DokumenId dokumen, const QByteArray &draftSha256,
                                                UserId user)
{
    return db::all(m_db.run(u"SELECT page FROM page_view WHERE dokumen_id = ?1"
                            " AND draft_sha256 = ?2 AND user_id = ?3 ORDER BY page"_s,
                            {qint64(dokumen), db::bytes(draftSha256), qint64(user)}),
                   [](const QSqlQuery &row) { return row.value(0).toInt(); });
}

Result<int> DokumenRepository::countSigned(const QString &output, const QDateTime &since, int limit)
{
    return db::one(m_db.run(u"SELECT count(*) FROM (SELECT 1 FROM dokumen WHERE output = ?1"
                            " AND signed_at >= ?2 LIMIT ?3)"_s,
                            {output, db::ms(since), limit}),
                   [](const QSqlQuery &row) { return row.value(0).toInt(); });
}

} // namespace sipenduduk
