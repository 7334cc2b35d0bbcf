#pragma once

#include "common/Permohonan.h"
#include "server/db/Connection.h"

namespace sipenduduk {

/// Uploads, defects and notes of a permohonan.
class BerkasRepository
{
public:
    explicit BerkasRepository(Connection &connection)
        : m_db(connection)
    {
    }

    Result<BerkasId> insert(PermohonanId permohonan, const Berkas &berkas);
    Result<QList<Berkas>> list(PermohonanId permohonan);
    Result<> setVerdict(PermohonanId permohonan, BerkasId berkas, Verdict verdict,
                        const QString &solution);
    /// The uploads that answer `requirement` until now are kept, but count no more.
    Result<> supersede(PermohonanId permohonan, const QString &requirement);

    Result<QList<Defect>> openDefects(PermohonanId permohonan);
    /// Closes the open ones and opens these.
    Result<> replaceDefects(PermohonanId permohonan, const QList<Defect> &defects);

    Result<QList<Note>> notes(PermohonanId permohonan);
    Result<> insertNote(PermohonanId permohonan, UserId user, Role duty, const QDateTime &at,
                        const QString &text);

    /// Whether these bytes are a berkas, draft or signed PDF of the permohonan.
    Result<bool> belongs(PermohonanId permohonan, const QByteArray &sha256);

private:
    Connection &m_db;
};

} // namespace sipenduduk
