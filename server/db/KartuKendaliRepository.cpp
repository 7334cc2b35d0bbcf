#include "server/db/KartuKendaliRepository.h"

#include "server/db/Values.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

Result<> KartuKendaliRepository::append(PermohonanHead &head, KartuKendaliLine line)
{
    KartuKendali::chain(line, head.chainSeq, head.chainHead);
    static const QString sql =
        u"INSERT INTO kartu_kendali (permohonan_id, seq, kind, action,"
        " status, duty, officer_id, officer, counterpart, at, note, dokumen, draft_sha256,"
        " previous_hash, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13,"
        " ?14, ?15)"_s;
    const auto query =
        m_db.run(sql,
                 {qint64(head.id), line.seq, int(line.kind), line.action, int(line.status),
                  int(line.duty), line.officerId, db::text(line.officer), int(line.counterpart),
                  db::ms(line.at), db::text(line.note), db::text(line.dokumen),
                  db::bytes(line.draftSha256), line.previousHash, line.hash});
    if (!query)
        return std::unexpected(query.error());
    head.chainSeq = line.seq;
    head.chainHead = line.hash;
    return {};
}

Result<bool> KartuKendaliRepository::hasApprovedAs(PermohonanId permohonan, UserId officer,
                                                   Role otherThan)
{
    static const QString sql =
        u"SELECT EXISTS (SELECT 1 FROM kartu_kendali"
        " WHERE permohonan_id = ?1 AND officer_id = ?2 AND kind IN (?3, ?4) AND duty <> ?5)"_s;
    return db::one(m_db.run(sql,
                            {qint64(permohonan), qint64(officer), int(LineKind::Paraf),
                             int(LineKind::Tte), int(otherThan)}),
                   [](const QSqlQuery &row) { return row.value(0).toBool(); });
}

Result<QList<KartuKendaliLine>> KartuKendaliRepository::list(PermohonanId permohonan)
{
    static const QString sql =
        u"SELECT seq, kind, action, status, duty, officer_id, officer,"
        " counterpart, at, note, dokumen, draft_sha256, previous_hash, hash FROM kartu_kendali"
        " WHERE permohonan_id = ?1 ORDER BY seq"_s;
    return db::all(m_db.run(sql, {qint64(permohonan)}), [](const QSqlQuery &row) {
        return KartuKendaliLine{.seq = row.value(0).toLongLong(),
                                .kind = LineKind(row.value(1).toInt()),
                                .action = row.value(2).toInt(),
                                .status = Status(row.value(3).toInt()),
                                .duty = Role(row.value(4).toInt()),
                                .officerId = row.value(5).toLongLong(),
                                .officer = row.value(6).toString(),
                                .counterpart = Role(row.value(7).toInt()),
                                .at = db::time(row.value(8)),
                                .note = row.value(9).toString(),
                                .dokumen = row.value(10).toString(),
                                .draftSha256 = row.value(11).toByteArray(),
                                .previousHash = row.value(12).toByteArray(),
                                .hash = row.value(13).toByteArray()};
    });
}

} // namespace sipenduduk
