#include "app/queue/QueueScope.h"

#include "common/KatalogLayanan.h"

#include <algorithm>

namespace sipenduduk {

namespace {

/// After the TTE the FO works at the counter, which is a view of its own.
bool isAtCounter(Status status)
{
    switch (status) {
    case Status::Ditandatangani:
    case Status::Terkirim:
    case Status::Diterima:
    case Status::SiapDiambil:
    case Status::Diambil:
    case Status::GagalKirim: return true;
    default: return false;
    }
}

bool isOfScope(const protocol::DutyScope &duty, const PermohonanRow &row,
               const KatalogLayanan &katalog)
{
    if (duty.scope.isEmpty())
        return true;
    const Layanan *layanan = katalog.layanan(row.layanan);
    return layanan && (layanan->seksi == duty.scope || layanan->bidang == duty.scope);
}

} // namespace

bool coversRow(const QList<protocol::DutyScope> &duties, Role duty, const PermohonanRow &row,
               const KatalogLayanan &katalog)
{
    return std::ranges::any_of(duties, [&](const protocol::DutyScope &held) {
        return held.role == duty && isOfScope(held, row, katalog);
    });
}

bool belongsTo(protocol::QueueView view, Role duty, const PermohonanRow &row, bool wasHere)
{
    const bool isHere = row.holder == duty;
    switch (view) {
    case protocol::QueueView::Work: return isHere && !isAtCounter(row.status);
    case protocol::QueueView::Returned: return isHere && !isAtCounter(row.status) && row.isReturned;
    case protocol::QueueView::Pickup: return isHere && isAtCounter(row.status);
    case protocol::QueueView::Sent: return !isHere && wasHere;
    }
    return false;
}

Role dutyFor(const QList<protocol::DutyScope> &duties, const PermohonanRow &row,
             const KatalogLayanan &katalog)
{
    if (coversRow(duties, row.holder, row, katalog))
        return row.holder;
    for (const protocol::DutyScope &duty : duties) {
        if (duty.role != Role::Admin && coversRow(duties, duty.role, row, katalog))
            return duty.role;
    }
    return Role::None;
}

} // namespace sipenduduk
