#pragma once

#include "common/KartuKendali.h"
#include "server/db/PermohonanRepository.h"

namespace sipenduduk {

class KartuKendaliRepository
{
public:
    explicit KartuKendaliRepository(Connection &connection)
        : m_db(connection)
    {
    }

    /// Chains `line` to the head in `head`, which moves on, and writes it. The head itself is
    /// written with the permohonan (PermohonanRepository::update).
    Result<> append(PermohonanHead &head, KartuKendaliLine line);
    Result<QList<KartuKendaliLine>> list(PermohonanId permohonan);
    /// Whether this officer has given paraf or TTE on it under another duty, on any draft.
    Result<bool> hasApprovedAs(PermohonanId permohonan, UserId officer, Role otherThan);

private:
    Connection &m_db;
};

} // namespace sipenduduk
