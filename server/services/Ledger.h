#pragma once

#include "common/Ids.h"
#include "common/Result.h"

#include <QByteArray>
#include <QDateTime>

namespace sipenduduk {

class Connection;
struct OfficeParts;
struct Session;

/// The kartu kendali as it leaves the office.
class Ledger
{
public:
    Ledger(Connection &connection, const OfficeParts &parts);

    /// Canonical JSON sealed with the server's key (common/tte/KartuKendaliExport.h).
    [[nodiscard]] Result<QByteArray> exportJson(const Session &session, PermohonanId id,
                                                const QDateTime &now);
    /// A paper of one or more A4 pages.
    [[nodiscard]] Result<QByteArray> exportPdf(const Session &session, PermohonanId id,
                                               const QDateTime &now);

private:
    Connection &m_db;
    const OfficeParts &m_parts;
};

} // namespace sipenduduk
