#include "server/db/PermohonanRepository.h"

#include "common/Alur.h"
#include "server/db/Values.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

const QString RowColumns = u"p.id, p.number, p.layanan, p.applicant, p.status, p.holder,"
                           " p.submitted_at, p.step_since, p.version, p.is_returned"_s;

PermohonanRow permohonanRow(const QSqlQuery &row)
{
    PermohonanRow value;
    value.id = PermohonanId(row.value(0).toLongLong());
    value.number = row.value(1).toString();
    value.layanan = row.value(2).toString();
    value.applicant = row.value(3).toString();
    value.status = Status(row.value(4).toInt());
    value.holder = Role(row.value(5).toInt());
    value.submittedAt = db::time(row.value(6));
    value.stepSince = db::time(row.value(7));
    value.version = row.value(8).toInt();
    value.isReturned = row.value(9).toBool();
    return value;
}

SignableRecord signableRecord(const QSqlQuery &row)
{
    constexpr int First = 10; // after RowColumns
    return {.row = permohonanRow(row),
            .receivedBy = UserId(row.value(First).toLongLong()),
            .dokumenCount = row.value(First + 1).toInt(),
            .pageCount = row.value(First + 2).toInt(),
            .seenPages = row.value(First + 3).toInt(),
            .isCorrected = row.value(First + 4).toBool(),
            .makerSince = db::time(row.value(First + 5)),
            .outputs = row.value(First + 6).toString().split(u' ', Qt::SkipEmptyParts),
            .verifyTokens = row.value(First + 7).toString().split(u' ', Qt::SkipEmptyParts)};
}

PermohonanHead permohonanHead(const QSqlQuery &row)
{
    PermohonanHead head;
    head.id = PermohonanId(row.value(0).toLongLong());
    head.number = row.value(1).toString();
    head.layanan = row.value(2).toString();
    head.seksi = row.value(3).toString();
    head.bidang = row.value(4).toString();
    head.pemohon = PemohonId(row.value(5).toLongLong());
    head.applicant = row.value(6).toString();
    head.email = row.value(7).toString();
    head.phone = row.value(8).toString();
    head.status = Status(row.value(9).toInt());
    head.holder = Role(row.value(10).toInt());
    head.queueScope = row.value(11).toString();
    head.receivedBy = UserId(row.value(12).toLongLong());
    head.version = row.value(13).toInt();
    head.isReturned = row.value(14).toBool();
    head.submittedAt = db::time(row.value(15));
    head.queueAt = db::time(row.value(16));
    head.stepSince = db::time(row.value(17));
    head.chainSeq = row.value(18).toLongLong();
    head.chainHead = row.value(19).toByteArray();
    head.handedBy = Role(row.value(20).toInt());
    return head;
}

QString stringMapJson(const QMap<QString, QString> &values)
{
    QJsonObject object;
    for (const auto &[key, value] : values.asKeyValueRange())
        object.insert(key, value);
    return db::json(object);
}

QString boolMapJson(const QMap<QString, bool> &values)
{
    QJsonObject object;
    for (const auto &[key, value] : values.asKeyValueRange())
        object.insert(key, value);
    return db::json(object);
}

EnteredData enteredData(const QSqlQuery &row)
{
    EnteredData entered;
    const QJsonObject data = db::jsonObject(row.value(0));
    for (auto it = data.begin(); it != data.end(); ++it)
        entered.data.insert(it.key(), it.value().toString());
    const QJsonObject answers = db::jsonObject(row.value(1));
    for (auto it = answers.begin(); it != answers.end(); ++it)
        entered.answers.insert(it.key(), it.value().toBool());
    entered.isAnswersConfirmed = row.value(2).toBool();
    entered.siakNumber = row.value(3).toString();
    entered.warningReason = row.value(4).toString();
    entered.dataVersion = row.value(5).toInt();
    return entered;
}

/// A list as one bound value: json_each() takes it apart, so no text is joined with data.
QString listJson(const QStringList &values)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(values)).toJson(QJsonDocument::Compact));
}

} // namespace

Result<PermohonanId> PermohonanRepository::insert(const PermohonanHead &head,
                                                  const EnteredData &entered)
{
    static const QString sql =
        u"INSERT INTO permohonan (number, layanan, seksi, bidang, pemohon_id,"
        " applicant, email, phone, status, holder, queue_scope, version, submitted_at, queue_at,"
        " step_since, chain_seq, chain_head, handed_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
        " ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)"_s;
    const auto id = db::inserted<PermohonanId>(m_db.run(
        sql,
        {head.number, head.layanan, head.seksi, head.bidang, qint64(head.pemohon), head.applicant,
         head.email, head.phone, int(head.status), int(head.holder), db::text(head.queueScope),
         head.version, db::ms(head.submittedAt), db::ms(head.queueAt), db::ms(head.stepSince),
         head.chainSeq, head.chainHead, int(head.handedBy)}));
    if (!id)
        return id;
    const auto data =
        m_db.run(u"INSERT INTO permohonan_data (permohonan_id, data, answers,"
                 " is_answers_confirmed, siak_number, warning_reason, data_version)"
                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"_s,
                 {qint64(*id), stringMapJson(entered.data), boolMapJson(entered.answers),
                  entered.isAnswersConfirmed, db::text(entered.siakNumber),
                  db::text(entered.warningReason), entered.dataVersion});
    if (!data)
        return std::unexpected(data.error());
    const auto found = m_db.run(u"INSERT INTO permohonan_search (rowid, number, applicant)"
                                " VALUES (?1, ?2, ?3)"_s,
                                {qint64(*id), head.number, head.applicant});
    if (!found)
        return std::unexpected(found.error());
    return id;
}

Result<PermohonanHead> PermohonanRepository::load(PermohonanId id)
{
    static const QString sql =
        u"SELECT id, number, layanan, seksi, bidang, pemohon_id, applicant,"
        " email, phone, status, holder, queue_scope, received_by, version, is_returned,"
        " submitted_at, queue_at, step_since, chain_seq, chain_head, handed_by FROM permohonan WHERE id = ?1"_s;
    return db::one(m_db.run(sql, {qint64(id)}), permohonanHead);
}

Result<> PermohonanRepository::update(PermohonanHead &head)
{
    static const QString sql =
        u"UPDATE permohonan SET status = ?3, holder = ?4, queue_scope = ?5,"
        " received_by = ?6, version = version + 1, is_returned = ?7, step_since = ?8,"
        " chain_seq = ?9, chain_head = ?10, handed_by = ?11 WHERE id = ?1 AND version = ?2"_s;
    const auto query =
        m_db.run(sql,
                 {qint64(head.id), head.version, int(head.status), int(head.holder),
                  db::text(head.queueScope), db::idOrNull(head.receivedBy), head.isReturned,
                  db::ms(head.stepSince), head.chainSeq, head.chainHead, int(head.handedBy)});
    if (!query)
        return std::unexpected(query.error());
    if (Connection::changed(**query) != 1)
        return fail(ErrorCode::Conflict, u"version"_s);
    ++head.version;
    return {};
}

Result<EnteredData> PermohonanRepository::entered(PermohonanId id)
{
    static const QString sql =
        u"SELECT data, answers, is_answers_confirmed, siak_number,"
        " warning_reason, data_version FROM permohonan_data WHERE permohonan_id = ?1"_s;
    return db::one(m_db.run(sql, {qint64(id)}), enteredData);
}

Result<int> PermohonanRepository::dataVersion(PermohonanId id)
{
    return db::one(m_db.run(u"SELECT data_version FROM permohonan_data WHERE permohonan_id = ?1"_s,
                            {qint64(id)}),
                   [](const QSqlQuery &row) { return row.value(0).toInt(); });
}

Result<> PermohonanRepository::saveEntered(PermohonanId id, const EnteredData &entered)
{
    static const QString sql =
        u"UPDATE permohonan_data SET data = ?2, answers = ?3,"
        " is_answers_confirmed = ?4, siak_number = ?5, warning_reason = ?6, data_version = ?7"
        " WHERE permohonan_id = ?1"_s;
    return db::written(
        m_db.run(sql,
                 {qint64(id), stringMapJson(entered.data), boolMapJson(entered.answers),
                  entered.isAnswersConfirmed, db::text(entered.siakNumber),
                  db::text(entered.warningReason), entered.dataVersion}));
}

Result<> PermohonanRepository::setNiks(PermohonanId id, const QStringList &niks)
{
    if (auto cleared =
            m_db.run(u"DELETE FROM permohonan_nik WHERE permohonan_id = ?1"_s, {qint64(id)});
        !cleared)
        return std::unexpected(cleared.error());
    return db::written(m_db.run(u"INSERT OR IGNORE INTO permohonan_nik (nik, permohonan_id)"
                                " SELECT value, ?1 FROM json_each(?2)"_s,
                                {qint64(id), listJson(niks)}));
}

Result<> PermohonanRepository::setAddress(PermohonanId id, const QString &email)
{
    return db::written(
        m_db.run(u"UPDATE permohonan SET email = ?2 WHERE id = ?1"_s, {qint64(id), email}));
}

Result<QList<PermohonanRow>> PermohonanRepository::queue(Role holder, const QStringList &scopes,
                                                         bool onlyReturned,
                                                         const QDateTime &afterAt,
                                                         PermohonanId after, int limit)
{
    static const QString sql =
        u"SELECT %1 FROM permohonan p WHERE p.holder = ?1"
        " AND p.queue_scope IN (SELECT value FROM json_each(?2)) AND (p.queue_at, p.id) > (?3, ?4)"
        " AND (?5 = 0 OR p.is_returned = 1) ORDER BY p.queue_at, p.id LIMIT ?6"_s.arg(RowColumns);
    static const QString wholeOffice =
        u"SELECT %1 FROM permohonan p WHERE p.holder = ?1"
        " AND p.queue_scope <> '#loket' AND (p.queue_at, p.id) > (?3, ?4) AND ?2 = '[]'"
        " AND (?5 = 0 OR p.is_returned = 1) ORDER BY p.queue_at, p.id LIMIT ?6"_s.arg(RowColumns);
    const qint64 at = afterAt.isValid() ? afterAt.toMSecsSinceEpoch() : -1;
    return db::all(
        m_db.run(scopes.isEmpty() ? wholeOffice : sql,
                 {int(holder), listJson(scopes), at, qint64(after), onlyReturned, limit}),
        permohonanRow);
}

Result<QList<SignableRecord>> PermohonanRepository::signable(UserId user, PermohonanId only,
                                                             int limit)
{
    static const QString sql =
        u"WITH waiting AS MATERIALIZED (SELECT * FROM permohonan WHERE holder = ?1 AND status = ?2"
        "  AND queue_scope <> '#loket' AND (?3 = 0 OR id = ?3) ORDER BY queue_at, id LIMIT ?5)"
        " SELECT %1, p.received_by, count(*), sum(d.page_count),"
        "  sum((SELECT count(*) FROM page_view v WHERE v.dokumen_id = d.id"
        "   AND v.draft_sha256 = d.draft_sha256 AND v.user_id = ?4)),"
        "  max(d.draft_version) > 1 OR EXISTS (SELECT 1 FROM kartu_kendali k"
        "   WHERE k.permohonan_id = p.id AND k.action IN (?6, ?7, ?8)),"
        "  max((SELECT min(o.made_at) FROM draft r JOIN draft o ON o.made_by = r.made_by"
        "   WHERE r.dokumen_id = d.id AND r.version = d.draft_version)),"
        "  group_concat(d.output, ' '), group_concat(d.verify_token, ' ')"
        " FROM waiting p JOIN dokumen d ON d.permohonan_id = p.id"
        " GROUP BY p.id ORDER BY p.queue_at, p.id"_s.arg(RowColumns);
    return db::all(m_db.run(sql,
                            {int(Role::Kadin), int(Status::DiKadin), qint64(only), qint64(user),
                             limit, int(Action::ReturnToEditor), int(Action::ReturnToKasi),
                             int(Action::ReturnToKabid)}),
                   signableRecord);
}

Result<QList<PermohonanRow>> PermohonanRepository::sent(Role holder, const QStringList &seksi,
                                                        const QStringList &bidang,
                                                        PermohonanId before, int limit)
{
    static const QString sql = u"SELECT %1 FROM permohonan p WHERE p.id < ?1 AND p.holder <> ?2"
                               " AND (?3 = '[]' OR p.seksi IN (SELECT value FROM json_each(?3)))"
                               " AND (?4 = '[]' OR p.bidang IN (SELECT value FROM json_each(?4)))"
                               " ORDER BY p.id DESC LIMIT ?5"_s.arg(RowColumns);
    const qint64 last = qint64(before) == 0 ? std::numeric_limits<qint64>::max() : qint64(before);
    return db::all(m_db.run(sql, {last, int(holder), listJson(seksi), listJson(bidang), limit}),
                   permohonanRow);
}

Result<QList<PermohonanRow>> PermohonanRepository::search(const QString &text,
                                                          const QStringList &seksi,
                                                          const QStringList &bidang, int limit)
{
    static const QString sql =
        u"SELECT %1 FROM permohonan p WHERE p.id IN ("
        " SELECT rowid FROM permohonan_search WHERE permohonan_search MATCH ?1"
        " UNION SELECT permohonan_id FROM permohonan_nik WHERE nik = ?2)"
        " AND (?3 = '[]' OR p.seksi IN (SELECT value FROM json_each(?3)))"
        " AND (?4 = '[]' OR p.bidang IN (SELECT value FROM json_each(?4)))"
        " ORDER BY p.id DESC LIMIT ?5"_s.arg(RowColumns);
    // As an FTS5 string, so that no character of it is an operator.
    const QString phrase = u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
    return db::all(m_db.run(sql, {phrase, text, listJson(seksi), listJson(bidang), limit}),
                   permohonanRow);
}

Result<PermohonanRow> PermohonanRepository::row(PermohonanId id)
{
    static const QString sql = u"SELECT %1 FROM permohonan p WHERE p.id = ?1"_s.arg(RowColumns);
    return db::one(m_db.run(sql, {qint64(id)}), permohonanRow);
}

Result<QList<PermohonanId>> PermohonanRepository::ofPemohon(PemohonId pemohon)
{
    return db::all(m_db.run(u"SELECT id FROM permohonan WHERE pemohon_id = ?1 ORDER BY id DESC"_s,
                            {qint64(pemohon)}),
                   [](const QSqlQuery &row) { return PermohonanId(row.value(0).toLongLong()); });
}

Result<PermohonanId> PermohonanRepository::byNumber(const QString &number)
{
    return db::one(m_db.run(u"SELECT id FROM permohonan WHERE number = ?1"_s, {number}),
                   [](const QSqlQuery &row) { return PermohonanId(row.value(0).toLongLong()); });
}

Result<PermohonanId> PermohonanRepository::openDuplicate(const QString &layanan,
                                                         const QStringList &niks,
                                                         PermohonanId except)
{
    // Status numbers: from the TTE on, rejected or cancelled, a new request is no duplicate.
    static const QString sql =
        u"SELECT coalesce(max(p.id), 0) FROM permohonan_nik n"
        " JOIN permohonan p ON p.id = n.permohonan_id"
        " WHERE n.nik IN (SELECT value FROM json_each(?1)) AND p.layanan = ?2 AND p.id <> ?3"
        " AND p.status NOT IN (8, 9, 10, 11, 12, 14, 18, 19)"_s;
    return db::one(m_db.run(sql, {listJson(niks), layanan, qint64(except)}),
                   [](const QSqlQuery &row) { return PermohonanId(row.value(0).toLongLong()); });
}

} // namespace sipenduduk
