#include "server/services/Ledger.h"

#include "common/tte/KartuKendaliExport.h"
#include "common/tte/seal/OfficeSeal.h"
#include "server/db/KartuKendaliRepository.h"
#include "server/services/Changes.h"
#include "server/services/OfficeParts.h"
#include "server/services/Session.h"

using namespace Qt::StringLiterals;

namespace sipenduduk {

namespace {

Result<PermohonanHead> visibleHead(Connection &connection, const Session &session, PermohonanId id)
{
    auto head = PermohonanRepository(connection).load(id);
    if (head && !maySee(session, head->seksi, head->bidang))
        return fail(ErrorCode::Forbidden, u"section"_s);
    return head;
}

} // namespace

Ledger::Ledger(Connection &connection, const OfficeParts &parts)
    : m_db(connection)
    , m_parts(parts)
{
}

Result<QByteArray> Ledger::exportJson(const Session &session, PermohonanId id, const QDateTime &now)
{
    const auto head = visibleHead(m_db, session, id);
    const auto lines = KartuKendaliRepository(m_db).list(id);
    if (!head || !lines)
        return std::unexpected(!head ? head.error() : lines.error());
    const Layanan *layanan = m_parts.katalog->layanan(head->layanan);
    const KartuKendaliHeader header {.number = head->number, .layanan = head->layanan,
                                     .layananTitle = layanan ? layanan->name : head->layanan,
                                     .office = m_parts.profile.name, .exportedAt = now};
    return m_parts.seal->sealJson(KartuKendaliExport::toJson(header, *lines));
}

} // namespace sipenduduk
